import { Text } from '@mantine/core';
import { text } from '../../text/en.ts';
import { SelectField } from '../fields.tsx';
import { AllowList } from './allow-list.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

const say = text.policy.secrets;

export function SecretsSection({ detection, changeDetection }: Editing) {
  const { secrets } = detection;
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <SelectField
        label={say.mode}
        name="settings.detection.secrets.mode"
        options={[
          { value: 'refuse', label: say.modes.refuse },
          { value: 'mask', label: say.modes.mask },
        ]}
        value={secrets.mode}
        onChange={(event) =>
          changeDetection({ secrets: { ...secrets, mode: event.target.value === 'mask' ? 'mask' : 'refuse' } })
        }
      />
      <fieldset className="plain">
        <Text component="legend" size="sm" fw={500}>
          {say.allow}
        </Text>
        <Text size="xs" c="dimmed" mb="xs">
          {say.allowHint}
        </Text>
        <AllowList
          name="settings.detection.secrets.allow"
          types={['value', 'pattern']}
          entries={secrets.allow}
          none={say.none}
          onChange={(allow) => changeDetection({ secrets: { ...secrets, allow: allow as typeof secrets.allow } })}
        />
      </fieldset>
    </PolicySection>
  );
}
