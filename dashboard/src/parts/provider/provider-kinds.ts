import type { ProviderKind } from '../../../../src/contract/provider.ts';
import { PROVIDER_KINDS } from '../../choices.ts';
import { text } from '../../text/en.ts';

/** For a select. */
export const PROVIDER_KIND_NAMES: readonly { readonly value: ProviderKind; readonly label: string }[] =
  PROVIDER_KINDS.map((kind) => ({ value: kind, label: text.providers.kinds[kind] }));
