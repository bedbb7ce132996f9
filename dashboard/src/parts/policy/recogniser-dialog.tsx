import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { RecogniserSettings } from '../../../../src/contract/detection-policy.ts';
import type { WorkspaceSettings } from '../../../../src/contract/workspace.ts';
import { DETECTION_DEFAULTS } from '../../policy-defaults.ts';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { ScoreInput } from './sure-section.tsx';
import { TryText } from './try-text.tsx';

const say = text.policy.recognisers;

/** A recogniser as its fields hold it: both ways of finding at once, so that changing the way loses nothing. */
interface Fields {
  readonly by: 'pattern' | 'keywords';
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly context: string;
  readonly examples: string;
  readonly nonExamples: string;
  readonly pattern: string;
  readonly group: number;
  readonly keywords: string;
  readonly wholeWords: boolean;
  readonly caseSensitive: boolean;
}

export function RecogniserDialog({
  workspace,
  settings,
  recogniser,
  onClose,
  onDone,
}: {
  readonly workspace: string;
  readonly settings: WorkspaceSettings;
  readonly recogniser: RecogniserSettings | undefined;
  readonly onClose: () => void;
  readonly onDone: (recogniser: RecogniserSettings) => void;
}) {
  const [fields, setFields] = useState(() => fieldsOf(recogniser));
  const set = (part: Partial<Fields>): void => setFields((before) => ({ ...before, ...part }));
  const made = recogniserOf(fields);
  const complete =
    made.name !== '' && made.kind !== '' && (fields.by === 'pattern' ? fields.pattern : fields.keywords) !== '';
  return (
    <Dialog
      title={recogniser === undefined ? say.addTitle : say.editTitle(recogniser.name)}
      onClose={onClose}
      size="xl"
      mustChoose
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onDone(made);
        }}
      >
        <div className="columns wide-gap">
          <Stack gap="md">
            <div className="columns narrow">
              <TextInput
                label={say.name}
                description={say.nameHint}
                value={fields.name}
                onChange={(event) => set({ name: event.target.value })}
                required
                maxLength={100}
                data-autofocus
              />
              <TextInput
                label={say.kind}
                description={say.kindHint}
                value={fields.kind}
                onChange={(event) => set({ kind: event.target.value.toUpperCase() })}
                required
                pattern="[A-Z][A-Z0-9_]{0,31}"
                title={say.kindHint}
                spellCheck={false}
              />
            </div>
            <SegmentedControl
              aria-label={say.by}
              value={fields.by}
              onChange={(by) => set({ by: by === 'keywords' ? 'keywords' : 'pattern' })}
              data={[
                { value: 'pattern', label: say.byPattern },
                { value: 'keywords', label: say.byKeywords },
              ]}
            />
            {fields.by === 'pattern' ? (
              <PatternFields fields={fields} set={set} />
            ) : (
              <KeywordFields fields={fields} set={set} />
            )}
            <Checkbox
              label={say.caseSensitive}
              checked={fields.caseSensitive}
              onChange={(event) => set({ caseSensitive: event.target.checked })}
            />
            <Lines
              label={say.context}
              hint={say.contextHint}
              value={fields.context}
              onChange={(context) => set({ context })}
            />
            <ScoreInput
              label={say.score}
              hint={say.scoreHint}
              name="score"
              value={fields.score}
              onChange={(score) => set({ score })}
            />
          </Stack>
          <Stack gap="md">
            <Lines label={say.examples} value={fields.examples} onChange={(examples) => set({ examples })} />
            <Lines
              label={say.nonExamples}
              hint={say.examplesHint}
              value={fields.nonExamples}
              onChange={(nonExamples) => set({ nonExamples })}
            />
            <div>
              <Text fw={600} size="sm">
                {say.tryIt}
              </Text>
              <Text size="xs" c="dimmed" mb="xs">
                {say.tryHint}
              </Text>
              <TryText
                workspace={workspace}
                settings={complete ? withRecogniser(settings, made, recogniser) : settings}
                label={say.tryText}
                sample={made.examples[0] ?? ''}
                pii="obfuscate"
              />
            </div>
          </Stack>
        </div>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button type="submit" disabled={!complete}>
            {say.done}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface Part {
  readonly fields: Fields;
  readonly set: (part: Partial<Fields>) => void;
}

function PatternFields({ fields, set }: Part) {
  return (
    <>
      <TextInput
        label={say.pattern}
        description={say.patternHint}
        value={fields.pattern}
        onChange={(event) => set({ pattern: event.target.value })}
        required
        maxLength={512}
        spellCheck={false}
        autoComplete="off"
      />
      <NumberInput
        label={say.group}
        description={say.groupHint}
        value={fields.group}
        onChange={(group) => set({ group: typeof group === 'number' ? group : 0 })}
        min={0}
        max={9}
        allowDecimal={false}
        maw="16rem"
      />
    </>
  );
}

function KeywordFields({ fields, set }: Part) {
  return (
    <>
      <Lines
        label={say.keywords}
        hint={say.keywordsHint}
        value={fields.keywords}
        onChange={(keywords) => set({ keywords })}
      />
      <Checkbox
        label={say.wholeWords}
        checked={fields.wholeWords}
        onChange={(event) => set({ wholeWords: event.target.checked })}
      />
    </>
  );
}

function Lines({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      maxRows={8}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      spellCheck={false}
    />
  );
}

function fieldsOf(recogniser: RecogniserSettings | undefined): Fields {
  const pattern = recogniser !== undefined && 'pattern' in recogniser ? recogniser : undefined;
  const keywords = recogniser !== undefined && 'keywords' in recogniser ? recogniser : undefined;
  return {
    by: keywords === undefined ? 'pattern' : 'keywords',
    name: recogniser?.name ?? '',
    kind: recogniser?.kind ?? '',
    score: recogniser?.score ?? 0.8,
    context: (recogniser?.context ?? []).join('\n'),
    examples: (recogniser?.examples ?? []).join('\n'),
    nonExamples: (recogniser?.nonExamples ?? []).join('\n'),
    pattern: pattern?.pattern ?? '',
    group: pattern?.group ?? 0,
    keywords: (keywords?.keywords ?? []).join('\n'),
    wholeWords: keywords?.wholeWords ?? true,
    caseSensitive: recogniser?.caseSensitive ?? true,
  };
}

function recogniserOf(fields: Fields): RecogniserSettings {
  const base = {
    name: fields.name.trim(),
    kind: fields.kind.trim(),
    score: fields.score,
    context: linesOf(fields.context),
    examples: linesOf(fields.examples),
    nonExamples: linesOf(fields.nonExamples),
    caseSensitive: fields.caseSensitive,
  };
  return fields.by === 'pattern'
    ? { ...base, pattern: fields.pattern, group: fields.group }
    : { ...base, keywords: linesOf(fields.keywords), wholeWords: fields.wholeWords };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Without its examples: a text is tried before they are right. */
function withRecogniser(
  settings: WorkspaceSettings,
  made: RecogniserSettings,
  instead: RecogniserSettings | undefined,
): WorkspaceSettings {
  const detection = settings.detection ?? DETECTION_DEFAULTS;
  const others = detection.recognisers.filter((recogniser) => recogniser !== instead);
  const tried = { ...made, examples: [], nonExamples: [] };
  return { ...settings, detection: { ...detection, recognisers: [...others, tried] } };
}
