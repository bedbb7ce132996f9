import { ActionIcon, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { ArrowDownIcon, ArrowUpIcon } from '@radix-ui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Target } from '../../../../src/contract/workspace.ts';
import { providersQuery } from '../../api/providers.ts';
import { formatTarget } from '../../format.ts';
import { text } from '../../text/en.ts';
import { Empty } from '../empty.tsx';
import { useFieldError } from '../form.tsx';
import { LinkButton } from '../link.tsx';
import { Loaded } from '../loaded.tsx';
import { Notice } from '../notice.tsx';
import { Panel } from '../panel.tsx';
import type { Editing } from '../policy/editing.ts';
import { VisibleText } from '../visible-text.tsx';
import { ModelOptions, useModelNames } from './model-names.tsx';
import classes from './targets-tab.module.css';

const say = text.targets;

/** Where requests go, in order. */
export function TargetsTab({
  editing,
  mayRoute,
  readOnly,
}: {
  readonly editing: Editing;
  /** Providers and models are for the organization's owners and admins to choose. */
  readonly mayRoute: boolean;
  readonly readOnly: string | undefined;
}) {
  const { targets } = editing.settings;
  if (!mayRoute || readOnly !== undefined) {
    return (
      <Stack gap="md">
        <Notice>{readOnly ?? say.readOnly}</Notice>
        {targets.length === 0 ? <Empty>{say.none}</Empty> : <TargetNames targets={targets} />}
      </Stack>
    );
  }
  return <TargetEditor targets={targets} onChange={(next) => editing.change({ targets: [...next] })} />;
}

function TargetNames({ targets }: { readonly targets: readonly Target[] }) {
  return (
    <ol className="rows">
      {targets.map((target) => (
        <li key={formatTarget(target)}>
          <VisibleText text={formatTarget(target)} />
        </li>
      ))}
    </ol>
  );
}

function TargetEditor({
  targets,
  onChange,
}: {
  readonly targets: readonly Target[];
  readonly onChange: (targets: readonly Target[]) => void;
}) {
  const providers = useQuery(providersQuery);
  return (
    <Loaded query={providers} rows={4}>
      {({ data }) => {
        const names = data.map(({ name }) => name);
        const first = names[0];
        const move = (from: number, to: number): void => {
          const next = [...targets];
          next.splice(to, 0, ...next.splice(from, 1));
          onChange(next);
        };
        return (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {say.lead}
            </Text>
            {targets.length === 0 && <Empty>{say.none}</Empty>}
            {targets.map((target, index) => (
              <TargetRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a target has no other identity than its place
                key={index}
                place={index + 1}
                last={index === targets.length - 1}
                target={target}
                providers={[...new Set([target.provider, ...names])]}
                onChange={(changed) => onChange(targets.map((each, at) => (at === index ? changed : each)))}
                onMove={(by) => move(index, index + by)}
                onRemove={() => onChange(targets.filter((_, at) => at !== index))}
              />
            ))}
            <Group>
              {first === undefined ? (
                <Empty action={<LinkButton to="/providers">{say.toProviders}</LinkButton>}>{say.noProviders}</Empty>
              ) : (
                <Button variant="default" onClick={() => onChange([...targets, { provider: first, model: '' }])}>
                  {say.add}
                </Button>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {say.priceHint}
            </Text>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function TargetRow({
  place,
  last,
  target,
  providers,
  onChange,
  onMove,
  onRemove,
}: {
  readonly place: number;
  readonly last: boolean;
  readonly target: Target;
  readonly providers: readonly string[];
  readonly onChange: (target: Target) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const name = `settings.targets[${place - 1}]`;
  const models = useModelNames(target.provider, target.model);
  const price = (part: 'input' | 'output', value: number | string): void => {
    const { price: before, ...rest } = target;
    const both = {
      input: before?.input ?? 0,
      output: before?.output ?? 0,
      [part]: typeof value === 'number' ? value : 0,
    };
    onChange(both.input === 0 && both.output === 0 ? rest : { ...rest, price: both });
  };
  return (
    <Panel p="md" className={classes.row}>
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      <NativeSelect
        label={text.workspaces.provider}
        aria-label={text.workspaces.providerOf(place)}
        name={`${name}.provider`}
        error={useFieldError(`${name}.provider`)}
        value={target.provider}
        data={[...providers]}
        onChange={(event) => onChange({ ...target, provider: event.target.value })}
      />
      <TextInput
        label={text.workspaces.model}
        aria-label={text.workspaces.modelOf(place)}
        name={`${name}.model`}
        error={useFieldError(`${name}.model`)}
        placeholder={text.workspaces.modelHint}
        value={target.model}
        list={models.list}
        aria-describedby={models.hint === undefined ? undefined : `${models.list}-hint`}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ ...target, model: event.target.value })}
      />
      <ModelOptions models={models} />
      <div aria-live="polite" className={classes.hint} id={`${models.list}-hint`}>
        {models.hint}
      </div>
      <PriceInput
        label={say.priceIn}
        full={say.priceInOf(place)}
        value={target.price?.input}
        onChange={(value) => price('input', value)}
      />
      <PriceInput
        label={say.priceOut}
        full={say.priceOutOf(place)}
        value={target.price?.output}
        onChange={(value) => price('output', value)}
      />
      <Group gap="xs" wrap="nowrap" className={classes.actions}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say.up(place)}
          disabled={place === 1}
          onClick={() => onMove(-1)}
        >
          <ArrowUpIcon aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={say.down(place)} disabled={last} onClick={() => onMove(1)}>
          <ArrowDownIcon aria-hidden />
        </ActionIcon>
        <Button variant="default" aria-label={say.remove(place)} onClick={onRemove}>
          {text.common.remove}
        </Button>
      </Group>
    </Panel>
  );
}

function PriceInput({
  label,
  full,
  value,
  onChange,
}: {
  readonly label: string;
  readonly full: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | string) => void;
}) {
  return (
    <NumberInput
      label={label}
      aria-label={full}
      value={value ?? ''}
      onChange={onChange}
      min={0}
      max={1_000_000}
      decimalScale={4}
      allowNegative={false}
      prefix="$"
      hideControls
    />
  );
}
