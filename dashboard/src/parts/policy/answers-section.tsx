import { Switch, TagsInput, Text } from '@mantine/core';
import type { AnswerMode } from '../../../../src/contract/workspace.ts';
import { ANSWER_MODES } from '../../choices.ts';
import { text } from '../../text/en.ts';
import { SelectField } from '../fields.tsx';
import { useFieldError } from '../form.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

const MODES = ANSWER_MODES.map((mode) => ({ value: mode, label: text.policy.answers.modes[mode] }));

/** What the model produced. */
export function AnswersSection({ settings, change }: Editing) {
  const say = text.policy.answers;
  const { answers } = settings;
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <div className="columns">
        <SelectField
          label={say.personal}
          name="settings.answers.personal"
          options={MODES}
          value={answers.personal}
          onChange={(event) => change({ answers: { ...answers, personal: modeFrom(event.target.value) } })}
        />
        <SelectField
          label={say.secrets}
          name="settings.answers.secrets"
          options={MODES}
          value={answers.secrets}
          onChange={(event) => change({ answers: { ...answers, secrets: modeFrom(event.target.value) } })}
        />
      </div>
      <Text size="xs" c="dimmed">
        {say.hint}
      </Text>
    </PolicySection>
  );
}

function modeFrom(value: string): AnswerMode {
  return ANSWER_MODES.find((mode) => mode === value) ?? 'off';
}

/** Where the caller's values are put back. */
export function RestoreSection({ settings, change }: Editing) {
  const say = text.policy.restore;
  const { restore } = settings;
  const hostError = useFieldError(firstWrong('settings.restore.allowedHosts', restore.allowedHosts.length));
  const tools = restore.excludedTools === 'all' ? [] : restore.excludedTools;
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <TagsInput
        label={say.hosts}
        description={say.hostsHint}
        placeholder={say.hostsPlaceholder}
        value={restore.allowedHosts}
        onChange={(allowedHosts) => change({ restore: { ...restore, allowedHosts } })}
        error={hostError}
        acceptValueOnBlur
      />
      <Switch
        name="settings.restore.excludedTools"
        label={say.allTools}
        checked={restore.excludedTools === 'all'}
        onChange={(event) => change({ restore: { ...restore, excludedTools: event.target.checked ? 'all' : [] } })}
      />
      {restore.excludedTools !== 'all' && (
        <TagsInput
          label={say.tools}
          description={say.toolsHint}
          placeholder={say.toolsPlaceholder}
          value={[...tools]}
          onChange={(excludedTools) => change({ restore: { ...restore, excludedTools } })}
          acceptValueOnBlur
        />
      )}
    </PolicySection>
  );
}

function firstWrong(name: string, count: number): readonly string[] {
  return [name, ...Array.from({ length: count }, (_, index) => `${name}[${index}]`)];
}
