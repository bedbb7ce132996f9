import { Button, Checkbox, Group, MultiSelect, NativeSelect, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { PERSONAL_KINDS } from '../../../../src/contract/kinds.ts';
import { REGIONS } from '../../regions.ts';
import { text } from '../../text/en.ts';
import { useFieldError } from '../form.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

const say = text.policy.sure;
const EXTERNALS = ['onnx', 'analyzer'] as const;

export function SureSection({ detection, changeDetection }: Editing) {
  const regionError = useFieldError('settings.detection.regions');
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <ScoreInput
        label={say.threshold}
        hint={say.thresholdHint}
        name="settings.detection.threshold"
        value={detection.threshold}
        onChange={(threshold) => changeDetection({ threshold })}
      />
      <Thresholds
        kinds={[...new Set<string>([...PERSONAL_KINDS, ...detection.recognisers.map(({ kind }) => kind)])]}
        scores={detection.thresholds}
        onChange={(thresholds) => changeDetection({ thresholds })}
      />
      <MultiSelect
        label={say.regions}
        description={say.regionsHint}
        placeholder={say.regionsPlaceholder}
        data={REGIONS}
        value={detection.regions}
        onChange={(regions) => changeDetection({ regions })}
        searchable
        maxValues={40}
        error={regionError}
        maxDropdownHeight={240}
      />
      <Switch
        name="settings.detection.tagger"
        label={say.tagger}
        description={say.taggerHint}
        checked={detection.tagger}
        onChange={(event) => changeDetection({ tagger: event.target.checked })}
      />
      <Checkbox.Group
        label={say.external}
        description={say.externalHint}
        value={detection.external}
        onChange={(chosen) => changeDetection({ external: EXTERNALS.filter((name) => chosen.includes(name)) })}
      >
        <Stack gap="xs" my="xs">
          {EXTERNALS.map((name) => (
            <Checkbox key={name} value={name} label={say.externals[name]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </PolicySection>
  );
}

/** From 0 to 1. */
export function ScoreInput({
  label,
  hint,
  name,
  value,
  onChange,
  hideLabel = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly hideLabel?: boolean;
}) {
  return (
    <NumberInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      description={hint}
      name={name}
      error={useFieldError(name)}
      value={value}
      onChange={(next) => {
        if (typeof next === 'number') onChange(next);
      }}
      min={0}
      max={1}
      step={0.05}
      decimalScale={2}
      clampBehavior="strict"
      maw={hideLabel ? '6rem' : '16rem'}
    />
  );
}

function Thresholds({
  kinds,
  scores,
  onChange,
}: {
  readonly kinds: readonly string[];
  readonly scores: Readonly<Record<string, number>>;
  readonly onChange: (scores: Record<string, number>) => void;
}) {
  const free = kinds.filter((kind) => scores[kind] === undefined);
  const [chosen, setChosen] = useState('');
  const next = free.includes(chosen) ? chosen : free[0];
  return (
    <fieldset className="plain">
      <Text component="legend" size="sm" fw={500}>
        {say.thresholds}
      </Text>
      <Stack gap="xs" mt={4}>
        {Object.entries(scores).map(([kind, score]) => (
          <Group key={kind} gap="sm">
            <Text size="sm" w="11rem">
              {text.kind(kind)}
            </Text>
            <ScoreInput
              label={say.thresholdOf(text.kind(kind))}
              hideLabel
              name={`settings.detection.thresholds.${kind}`}
              value={score}
              onChange={(value) => onChange({ ...scores, [kind]: value })}
            />
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.policy.removeLabel(say.thresholdOf(text.kind(kind)))}
              onClick={() => onChange(Object.fromEntries(Object.entries(scores).filter(([other]) => other !== kind)))}
            >
              {text.common.remove}
            </Button>
          </Group>
        ))}
        <Group gap="sm">
          <NativeSelect
            aria-label={say.kindToAdd}
            w="11rem"
            data={free.map((kind) => ({ value: kind, label: text.kind(kind) }))}
            value={next ?? ''}
            onChange={(event) => setChosen(event.target.value)}
          />
          <Button
            variant="default"
            disabled={next === undefined}
            onClick={() => next !== undefined && onChange({ ...scores, [next]: 0.7 })}
          >
            {text.policy.add}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}
