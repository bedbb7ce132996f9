/** A provider as its form holds it, and how that becomes what the API takes. */
import type {
  ProviderKind,
  ProviderQuirks,
  ProviderSettings,
  ProviderView,
} from '../../../../src/contract/provider.ts';
import type { Start } from './starts.ts';

export interface ProviderFields {
  readonly name: string;
  readonly kind: ProviderKind;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly internal: boolean;
  readonly quirks: ProviderQuirks;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export function fieldsOf(provider: ProviderView | undefined): ProviderFields {
  return {
    name: provider?.name ?? '',
    kind: provider?.kind ?? 'openai-compatible',
    baseUrl: provider?.baseUrl ?? '',
    apiKey: '',
    internal: provider?.internal ?? false,
    quirks: provider?.quirks ?? {},
    headers: Object.entries(provider?.headers ?? {}),
  };
}

/** @param mayBeInternal who may not allow an address inside the own network, is not offered it */
export function startFrom(fields: ProviderFields, start: Start, mayBeInternal: boolean): ProviderFields {
  return {
    ...fields,
    kind: 'openai-compatible',
    name: start.name,
    baseUrl: start.baseUrl,
    internal: mayBeInternal && start.internal === true,
    quirks: start.quirks ?? {},
  };
}

export function settingsOf(fields: ProviderFields): ProviderSettings {
  const echo = fields.kind === 'echo';
  return {
    baseUrl: echo || fields.baseUrl.trim() === '' ? null : fields.baseUrl.trim(),
    internal: !echo && fields.internal,
    quirks: echo ? {} : fields.quirks,
    headers: echo ? {} : Object.fromEntries(fields.headers.filter(([name]) => name.trim() !== '')),
  };
}

/** A quirk set, or taken out when it is what OpenAI does. */
export function withQuirk<Name extends keyof ProviderQuirks>(
  quirks: ProviderQuirks,
  name: Name,
  value: ProviderQuirks[Name] | undefined,
): ProviderQuirks {
  const { [name]: _, ...others } = quirks;
  return value === undefined ? others : { ...others, [name]: value };
}
