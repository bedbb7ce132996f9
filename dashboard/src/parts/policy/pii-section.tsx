import type { PiiMode } from '../../../../src/contract/workspace.ts';
import { PII_MODES } from '../../choices.ts';
import { text } from '../../text/en.ts';
import { SelectField } from '../fields.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

const say = text.policy.pii;

const MODES = PII_MODES.map((mode) => ({ value: mode, label: say.options[mode] }));

export function PiiSection({ settings, detection, change, changeDetection }: Editing) {
  const { pii } = settings;
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <div className="columns">
        <SelectField
          label={say.default}
          hint={say.defaultHint}
          name="settings.pii.default"
          options={MODES}
          value={pii.default}
          onChange={(event) => change({ pii: { ...pii, default: modeFrom(event.target.value) } })}
        />
        <SelectField
          label={say.floor}
          hint={say.floorHint}
          name="settings.pii.floor"
          options={MODES}
          value={pii.floor}
          onChange={(event) => change({ pii: { ...pii, floor: modeFrom(event.target.value) } })}
        />
      </div>
      <SelectField
        label={say.unreadable}
        hint={say.unreadableHint}
        name="settings.detection.unreadable"
        options={[
          { value: 'refuse', label: say.unreadableOptions.refuse },
          { value: 'allow', label: say.unreadableOptions.allow },
        ]}
        value={detection.unreadable}
        onChange={(event) => changeDetection({ unreadable: event.target.value === 'allow' ? 'allow' : 'refuse' })}
      />
    </PolicySection>
  );
}

function modeFrom(value: string): PiiMode {
  return PII_MODES.find((mode) => mode === value) ?? 'disabled';
}
