import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { text } from '../../text/en.ts';
import { SelectField, TextField } from '../fields.tsx';
import { useFieldErrorUnder } from '../form.tsx';
import { type ProviderFields, withQuirk } from './provider-fields.ts';

const say = text.providers;

interface Part {
  readonly fields: ProviderFields;
  readonly set: (part: Partial<ProviderFields>) => void;
}

/** How the provider differs from OpenAI, and headers of its own. */
export function AdvancedFields({ fields, set }: Part) {
  const { quirks } = fields;
  const asSent = { value: '', label: say.quirks.asSent };
  return (
    <Stack gap="md">
      <div className="columns narrow">
        <TextField
          label={say.quirks.authHeader}
          hint={say.quirks.authHeaderHint}
          name="quirks.authHeader"
          value={quirks.authHeader ?? ''}
          placeholder="authorization"
          maxLength={64}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => set({ quirks: withQuirk(quirks, 'authHeader', event.target.value || undefined) })}
        />
        <TextField
          label={say.quirks.path}
          hint={say.quirks.pathHint}
          name="quirks.path"
          value={quirks.path ?? ''}
          placeholder="/chat/completions"
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => set({ quirks: withQuirk(quirks, 'path', event.target.value || undefined) })}
        />
        <SelectField
          label={say.quirks.maxTokensField}
          name="quirks.maxTokensField"
          value={quirks.maxTokensField ?? ''}
          options={[asSent, ...plain(['max_tokens', 'max_completion_tokens'])]}
          onChange={(event) =>
            set({
              quirks: withQuirk(
                quirks,
                'maxTokensField',
                oneOf(['max_tokens', 'max_completion_tokens'], event.target.value),
              ),
            })
          }
        />
        <SelectField
          label={say.quirks.developerRole}
          name="quirks.developerRole"
          value={quirks.developerRole ?? ''}
          options={[asSent, ...plain(['developer', 'system'])]}
          onChange={(event) =>
            set({ quirks: withQuirk(quirks, 'developerRole', oneOf(['developer', 'system'], event.target.value)) })
          }
        />
        <SelectField
          label={say.quirks.webSearch}
          name="quirks.webSearch"
          value={quirks.webSearch ?? 'none'}
          options={WEB_SEARCHES.map((value) => ({ value, label: say.quirks.webSearches[value] }))}
          onChange={(event) => {
            const chosen = oneOf(WEB_SEARCHES, event.target.value);
            set({ quirks: withQuirk(quirks, 'webSearch', chosen === 'none' ? undefined : chosen) });
          }}
        />
      </div>
      <Switch
        label={say.quirks.streamUsage}
        description={say.quirks.streamUsageHint}
        checked={quirks.streamUsage ?? true}
        onChange={(event) =>
          set({ quirks: withQuirk(quirks, 'streamUsage', event.target.checked ? undefined : false) })
        }
      />
      <HeaderFields fields={fields} set={set} />
    </Stack>
  );
}

const WEB_SEARCHES = ['none', 'web_search_options', 'openrouter_plugin'] as const;

function HeaderFields({ fields: { headers }, set }: Part) {
  const wrong = useFieldErrorUnder('headers');
  const change = (index: number, header: readonly [string, string]): void =>
    set({ headers: headers.map((each, at) => (at === index ? header : each)) });
  return (
    <fieldset className="plain">
      <Text component="legend" size="sm" fw={500}>
        {say.headers}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {say.headersHint}
      </Text>
      <Stack gap="xs">
        {headers.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              className="grow"
              aria-label={say.headerNameOf(index + 1)}
              placeholder={say.headerName}
              value={name}
              maxLength={100}
              spellCheck={false}
              onChange={(event) => change(index, [event.target.value, value])}
            />
            <TextInput
              className="grow"
              aria-label={say.headerValueOf(index + 1)}
              placeholder={say.headerValue}
              value={value}
              maxLength={2000}
              spellCheck={false}
              onChange={(event) => change(index, [name, event.target.value])}
            />
            <Button
              variant="default"
              aria-label={say.headerRemove(index + 1)}
              onClick={() => set({ headers: headers.filter((_, at) => at !== index) })}
            >
              {text.common.remove}
            </Button>
          </Group>
        ))}
        {wrong !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {wrong}
          </Text>
        )}
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => set({ headers: [...headers, ['', '']] })}>
            {say.headerAdd}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

function plain(values: readonly string[]): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: value }));
}

function oneOf<T extends string>(known: readonly T[], value: string): T | undefined {
  return known.find((each) => each === value);
}
