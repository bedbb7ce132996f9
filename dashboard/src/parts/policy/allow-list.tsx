import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { text } from '../../text/en.ts';
import { useFieldError } from '../form.tsx';
import { VisibleText } from '../visible-text.tsx';

const say = text.policy.allow;

export type Entry =
  | { readonly value: string; readonly kinds?: readonly string[] | undefined }
  | { readonly pattern: string; readonly kinds?: readonly string[] | undefined }
  | { readonly domain: string };
type EntryType = 'value' | 'pattern' | 'domain';

/** Values, patterns and domains that may pass: a list, and a line to add to it. */
export function AllowList({
  name,
  types,
  entries,
  none,
  onChange,
  more,
}: {
  /** Of the setting, as the gateway names it. */
  readonly name: string;
  readonly types: readonly EntryType[];
  readonly entries: readonly Entry[];
  readonly none: string;
  readonly onChange: (entries: readonly Entry[]) => void;
  /** Further fields of the entry that is about to be added. */
  readonly more?: (entry: Entry, change: (entry: Entry) => void) => ReactNode;
}) {
  const [entry, setEntry] = useState<Entry>({ value: '' });
  const type = typeOf(entry);
  const typed = valueIn(entry);
  const add = (): void => {
    if (typed.trim() === '') return;
    onChange([...entries, withValue(entry, typed.trim())]);
    setEntry(entryOf(type, ''));
  };
  return (
    <Stack gap="sm">
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <ul className="rows">
          {entries.map((shown, index) => (
            <AllowRow
              key={`${typeOf(shown)} ${valueIn(shown)}`}
              name={`${name}[${index}]`}
              entry={shown}
              onRemove={() => onChange(entries.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      )}
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={say.what}
          data={types.map((each) => ({ value: each, label: say.types[each] }))}
          value={type}
          onChange={(event) => setEntry(entryOf(types.find((each) => each === event.target.value) ?? 'value', typed))}
        />
        <TextInput
          className="grow"
          label={say.value}
          value={typed}
          maxLength={512}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setEntry(withValue(entry, event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add} disabled={typed.trim() === ''}>
          {text.policy.add}
        </Button>
      </Group>
      {typed !== '' && more?.(entry, setEntry)}
    </Stack>
  );
}

function AllowRow({
  name,
  entry,
  onRemove,
}: {
  readonly name: string;
  readonly entry: Entry;
  readonly onRemove: () => void;
}) {
  const type = typeOf(entry);
  const value = valueIn(entry);
  const whole = useFieldError(name);
  const wrong = useFieldError(`${name}.${type}`) ?? whole;
  const kinds = 'kinds' in entry ? (entry.kinds ?? []) : [];
  return (
    <li>
      <span className="stack grow">
        <code className="breaks">
          <VisibleText text={value} />
        </code>
        <Text component="span" size="xs" c="dimmed">
          {say.types[type]}
          {kinds.length > 0 && `, ${say.only(kinds.map((kind) => text.kind(kind)).join(', '))}`}
        </Text>
        {wrong !== undefined && (
          <Text component="span" size="xs" c="var(--mantine-color-error)" role="alert">
            {wrong}
          </Text>
        )}
      </span>
      <Button size="compact-sm" variant="default" aria-label={text.policy.removeLabel(value)} onClick={onRemove}>
        {text.common.remove}
      </Button>
    </li>
  );
}

function typeOf(entry: Entry): EntryType {
  if ('domain' in entry) return 'domain';
  return 'pattern' in entry ? 'pattern' : 'value';
}

function valueIn(entry: Entry): string {
  if ('domain' in entry) return entry.domain;
  return 'pattern' in entry ? entry.pattern : entry.value;
}

function entryOf(type: EntryType, value: string): Entry {
  return { value: { value }, pattern: { pattern: value }, domain: { domain: value } }[type];
}

function withValue(entry: Entry, value: string): Entry {
  const kinds = 'kinds' in entry && entry.kinds !== undefined ? { kinds: entry.kinds } : {};
  return { ...entryOf(typeOf(entry), value), ...kinds };
}
