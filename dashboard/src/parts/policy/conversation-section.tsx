import { NumberInput, Switch } from '@mantine/core';
import type { Limits } from '../../../../src/contract/workspace.ts';
import { text } from '../../text/en.ts';
import { TextArea } from '../fields.tsx';
import { useFieldError } from '../form.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

export function ConversationSection({ settings, change, leaveOut }: Editing) {
  const say = text.policy.conversation;
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <TextArea
        label={say.persona}
        hint={say.personaHint}
        name="settings.persona"
        autosize
        minRows={3}
        maxRows={14}
        maxLength={100_000}
        value={settings.persona ?? ''}
        onChange={(event) =>
          event.target.value === '' ? leaveOut('persona') : change({ persona: event.target.value })
        }
      />
      <Switch
        name="settings.notice"
        label={say.notice}
        description={say.noticeHint}
        checked={settings.notice}
        onChange={(event) => change({ notice: event.target.checked })}
      />
    </PolicySection>
  );
}

const LIMITS = ['requestsPerMinute', 'requestsPerDay', 'tokensPerMinute', 'tokensPerDay'] as const;

export function LimitsSection({ settings, change, leaveOut }: Editing) {
  const say = text.policy.limits;
  const set = (name: keyof Limits, value: number | undefined): void => {
    const { [name]: _, ...others } = settings.limits ?? {};
    const limits = value === undefined ? others : { ...others, [name]: value };
    if (Object.keys(limits).length === 0) leaveOut('limits');
    else change({ limits });
  };
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <div className="columns narrow">
        {LIMITS.map((name) => (
          <LimitInput
            key={name}
            label={say[name]}
            name={`settings.limits.${name}`}
            value={settings.limits?.[name]}
            onChange={(value) => set(name, value)}
          />
        ))}
      </div>
    </PolicySection>
  );
}

function LimitInput({
  label,
  name,
  value,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  return (
    <NumberInput
      label={label}
      name={name}
      error={useFieldError(name)}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next > 0 ? next : undefined)}
      min={1}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      hideControls
    />
  );
}
