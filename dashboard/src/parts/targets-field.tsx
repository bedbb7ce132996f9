import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Target } from '../../../src/contract/workspace.ts';
import { providersQuery } from '../api/providers.ts';
import { text } from '../text/en.ts';

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
  const providers = useQuery({ ...providersQuery, enabled: !readOnly });
  const names = new Set((providers.data?.data ?? []).map(({ name }) => name));
  const change = (index: number, part: Partial<Target>): void =>
    onChange(targets.map((target, at) => (at === index ? { ...target, ...part } : target)));
  const first = [...names][0] ?? '';
  return (
    <Fieldset legend={text.workspaces.targets}>
      <Stack gap="sm">
        {targets.map((target, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place
          <Group key={index} gap="sm">
            <NativeSelect
              name={`settings.targets[${index}].provider`}
              aria-label={text.workspaces.providerOf(index + 1)}
              value={target.provider}
              disabled={readOnly}
              data={[...new Set([target.provider, ...names])]}
              onChange={(event) => change(index, { provider: event.target.value })}
            />
            <TextInput
              className="grow"
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
              <Button
                size="compact-sm"
                variant="default"
                aria-label={text.workspaces.removeTarget(index + 1)}
                onClick={() => onChange(targets.filter((_, at) => at !== index))}
              >
                {text.common.remove}
              </Button>
            )}
          </Group>
        ))}
        {!readOnly && first !== '' && (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChange([...targets, { provider: first, model: '' }])}
            >
              {text.workspaces.addTarget}
            </Button>
          </Group>
        )}
        <Text size="xs" c="dimmed">
          {readOnly ? text.workspaces.targetsReadOnly : text.workspaces.targetsHint}
        </Text>
      </Stack>
    </Fieldset>
  );
}
