import { Button, Collapse, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { PERSONAL_KINDS } from '../../../../src/contract/kinds.ts';
import { usersQuery } from '../../api/users.ts';
import { workspacesQuery } from '../../api/workspaces.ts';
import { PII_MODES } from '../../choices.ts';
import { type AuditChange, type AuditSearch, filterCount, VERDICTS } from '../../pages/audit-search.ts';
import { RANGES } from '../../pages/overview-search.ts';
import { isAdmin, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { useKnownKeys } from './use-known-keys.ts';

const say = text.audit;

interface Option {
  readonly value: string;
  readonly label: string;
}

interface FilterBarProps {
  readonly search: AuditSearch;
  readonly onChange: (change: AuditChange) => void;
  readonly onClear: () => void;
}

/** What is looked for. Choices count at once; what is typed counts with Enter, or when one leaves the field. */
export function FilterBar({ search, onChange, onClear }: FilterBarProps) {
  const workspaces = useQuery(workspacesQuery);
  const { keyId, kind, status, errorCode, pii } = search;
  const [more, { toggle }] = useDisclosure([keyId, kind, status, errorCode, pii].some((value) => value !== undefined));
  const names = new Set((workspaces.data?.data ?? []).map(({ name }) => name));
  if (search.workspace !== undefined) names.add(search.workspace);
  const count = filterCount(search);
  return (
    <section aria-label={say.filters}>
      <Fields>
        <TimeFilter search={search} onChange={onChange} />
        <PersonFilter value={search.person} onChange={(person) => onChange({ person })} />
        <Choice
          label={say.workspace}
          value={search.workspace}
          options={[...names].map((name) => ({ value: name, label: name }))}
          onChange={(workspace) => onChange({ workspace })}
        />
        <Choice
          label={say.verdict}
          value={search.verdict}
          options={VERDICTS.map((value) => ({ value, label: text.verdicts[value] }))}
          onChange={(verdict) => onChange({ verdict })}
        />
      </Fields>
      <Collapse expanded={more} transitionDuration={0}>
        <Fields>
          <Choice
            label={say.found}
            value={kind}
            options={kindOptions(kind)}
            onChange={(value) => onChange({ kind: value })}
          />
          <Choice
            label={say.piiMode}
            value={pii}
            options={PII_MODES.map((value) => ({ value, label: text.pii[value] }))}
            onChange={(value) => onChange({ pii: value })}
          />
          <Typed
            label={say.status}
            placeholder={say.statusExample}
            value={status}
            pattern="[1-5](\d\d|xx)"
            onChange={(value) => onChange({ status: value })}
          />
          <Typed
            label={say.errorCode}
            placeholder={say.errorCodeExample}
            value={errorCode}
            pattern="[A-Za-z0-9_.\-]+"
            onChange={(value) => onChange({ errorCode: value })}
          />
          <KeyFilter value={keyId} person={search.person} onChange={(value) => onChange({ keyId: value })} />
        </Fields>
      </Collapse>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="subtle" aria-expanded={more} onClick={toggle}>
          {more ? say.fewer : say.more}
        </Button>
        {count > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            {say.clear(count)}
          </Button>
        )}
      </Group>
    </section>
  );
}

function Fields({ children }: { readonly children: ReactNode }) {
  return (
    <div className="columns narrow tight" style={{ paddingTop: 'var(--mantine-spacing-xs)' }}>
      {children}
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: say.all }, ...options]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The built-in kinds, and the one that is looked for, which may be a workspace's own. */
function kindOptions(chosen: string | undefined): readonly Option[] {
  const kinds = new Set<string>(['SECRET', ...PERSONAL_KINDS]);
  if (chosen !== undefined) kinds.add(chosen);
  return [...kinds].map((kind) => ({ value: kind, label: text.kind(kind) }));
}

function Typed({
  label,
  value,
  placeholder,
  pattern,
  list,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly placeholder?: string;
  /** Of the whole text: what does not fit is not looked for. */
  readonly pattern?: string;
  readonly list?: string;
  readonly onChange: (value: string) => void;
}) {
  const [wrong, setWrong] = useState(false);
  const [typed, setTyped] = useState(value ?? '');
  const [counted, setCounted] = useState(value);
  // The address has changed. The field stays the same one, so that whoever pressed Enter in it is still there.
  if (counted !== value) {
    setCounted(value);
    setTyped(value ?? '');
    setWrong(false);
  }
  const commit = (input: HTMLInputElement): void => {
    setWrong(!input.checkValidity());
    const next = input.value.trim();
    if (input.checkValidity() && next !== (value ?? '')) onChange(next);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const input = event.currentTarget.querySelector('input');
    if (input !== null) commit(input);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        spellCheck={false}
        autoComplete="off"
        error={wrong ? say.notLikeThis : undefined}
        onBlur={(event) => commit(event.currentTarget)}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(pattern === undefined ? {} : { pattern })}
        {...(list === undefined ? {} : { list })}
      />
    </form>
  );
}

/** Owners and admins get the addresses they may mean. */
function PersonFilter({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (person: string) => void;
}) {
  const list = useId();
  const users = useQuery({ ...usersQuery, enabled: isAdmin(useUser()) });
  return (
    <>
      <Typed label={say.person} placeholder={say.personExample} value={value} list={list} onChange={onChange} />
      <datalist id={list}>
        {users.data?.data.map(({ id, email, name }) => (
          <option key={id} value={email}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** By what people call their keys; one that is not known here keeps its id. */
function KeyFilter({
  value,
  person,
  onChange,
}: {
  readonly value: string | undefined;
  readonly person: string | undefined;
  readonly onChange: (keyId: string) => void;
}) {
  const known = useKnownKeys(person);
  const ids = new Set([...known.keys(), ...(value === undefined ? [] : [value])]);
  return (
    <Choice
      label={say.key}
      value={value}
      options={[...ids].map((id) => ({ value: id, label: known.get(id) ?? id }))}
      onChange={onChange}
    />
  );
}

const CUSTOM = 'custom';

function TimeFilter({
  search: { range, from, to },
  onChange,
}: {
  readonly search: AuditSearch;
  readonly onChange: (change: AuditChange) => void;
}) {
  const [open, setOpen] = useState(false);
  const custom = from !== undefined || to !== undefined || (open && range === undefined);
  const choose = (value: string): void => {
    setOpen(value === CUSTOM);
    if (value !== CUSTOM) onChange({ range: value, from: '', to: '' });
    else onChange({ range: '' });
  };
  return (
    <>
      <NativeSelect
        label={say.time}
        value={range ?? (custom ? CUSTOM : '')}
        data={[
          { value: '', label: say.anyTime },
          ...(Object.keys(RANGES) as (keyof typeof RANGES)[]).map((value) => ({ value, label: say.lastRange[value] })),
          { value: CUSTOM, label: say.customTime },
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      {custom && (
        <>
          <Moment label={say.from} value={from} onChange={(value) => onChange({ from: value, range: '' })} />
          <Moment label={say.to} value={to} onChange={(value) => onChange({ to: value, range: '' })} />
        </>
      )}
    </>
  );
}

/** In the viewer's zone; the address has it in UTC. */
function Moment({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (iso: string) => void;
}) {
  return (
    <TextInput
      key={value ?? ''}
      type="datetime-local"
      step={1}
      label={label}
      defaultValue={value === undefined ? '' : localTime(value)}
      onBlur={(event) => {
        const next = event.currentTarget.value === '' ? '' : new Date(event.currentTarget.value).toISOString();
        if (next !== (value ?? '')) onChange(next);
      }}
    />
  );
}

/** `2026-11-23T14:03:22` on the viewer's clock, as the field takes it. */
function localTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
