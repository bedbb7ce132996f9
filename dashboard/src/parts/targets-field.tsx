import { useId } from 'react';
import type { Target } from '../../../src/contract/workspace.ts';
import { api } from '../api.ts';
import { text } from '../text/en.ts';
import { useResource } from '../use-resource.ts';

/** Where requests go, in order: a provider and its model a line. */
export function TargetsField({
  targets,
  onChange,
  readOnly,
}: {
  readonly targets: readonly Target[];
  readonly onChange: (targets: readonly Target[]) => void;
  readonly readOnly: boolean;
}) {
  const id = useId();
  const providers = useResource(readOnly ? 'none' : 'providers', async () =>
    readOnly ? { data: [] } : api.listProviders(),
  );
  const names = new Set((providers.data?.data ?? []).map(({ name }) => name));
  const change = (index: number, part: Partial<Target>): void =>
    onChange(targets.map((target, at) => (at === index ? { ...target, ...part } : target)));
  const first = [...names][0] ?? '';
  return (
    <fieldset className="field targets">
      <legend>{text.workspaces.targets}</legend>
      {targets.map((target, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place
        <div key={index} className="target">
          <select
            name={`settings.targets[${index}].provider`}
            aria-label={text.workspaces.providerOf(index + 1)}
            value={target.provider}
            disabled={readOnly}
            onChange={(event) => change(index, { provider: event.target.value })}
          >
            {[...new Set([target.provider, ...names])].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <input
            name={`settings.targets[${index}].model`}
            aria-label={text.workspaces.modelOf(index + 1)}
            placeholder={text.workspaces.modelHint}
            value={target.model}
            disabled={readOnly}
            required
            maxLength={200}
            spellCheck={false}
            onChange={(event) => change(index, { model: event.target.value })}
          />
          {!readOnly && (
            <button
              type="button"
              className="button small"
              aria-label={text.workspaces.removeTarget(index + 1)}
              onClick={() => onChange(targets.filter((_, at) => at !== index))}
            >
              {text.common.remove}
            </button>
          )}
        </div>
      ))}
      {!readOnly && first !== '' && (
        <button
          type="button"
          className="button small"
          onClick={() => onChange([...targets, { provider: first, model: '' }])}
        >
          {text.workspaces.addTarget}
        </button>
      )}
      <p id={id} className="field-note">
        {readOnly ? text.workspaces.targetsReadOnly : text.workspaces.targetsHint}
      </p>
    </fieldset>
  );
}
