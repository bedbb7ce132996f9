import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { providerModelsQuery } from '../../api/providers.ts';
import { text } from '../../text/en.ts';
import { withoutHidden } from '../visible-text.tsx';

const say = text.targets;

export interface ModelNames {
  /** Of the `ModelOptions`, for the field's `list`. */
  readonly list: string;
  readonly names: readonly string[];
  /** What helps with this field, now; undefined where there is nothing to say. */
  readonly hint: string | undefined;
}

/** What the provider calls its models, to be offered while one types: any other name can be written too. */
export function useModelNames(provider: string, model: string): ModelNames {
  const list = useId();
  const { data, error } = useQuery(providerModelsQuery(provider));
  // A name that does not read as it is written is not offered.
  const names = (data?.data ?? []).filter((name) => withoutHidden(name) === name);
  const failed = error !== null || (data !== undefined && data.result !== 'reached');
  return { list, names, hint: hintFor({ provider, model: model.trim(), names, failed }) };
}

function hintFor({
  provider,
  model,
  names,
  failed,
}: {
  readonly provider: string;
  readonly model: string;
  readonly names: readonly string[];
  readonly failed: boolean;
}): string | undefined {
  if (failed) return say.modelsUnknown(provider);
  if (names.length === 0 || names.includes(model)) return undefined;
  return model === '' ? say.modelsOffered(provider, names.length) : say.modelNotNamed(provider, names.length);
}

export function ModelOptions({ models: { list, names } }: { readonly models: ModelNames }) {
  return (
    <datalist id={list}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
