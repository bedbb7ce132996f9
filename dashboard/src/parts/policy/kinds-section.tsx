import { Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { KINDS_OFF_BY_DEFAULT, type PersonalKind } from '../../../../src/contract/kinds.ts';
import { isOn } from '../../policy-summary.ts';
import { text } from '../../text/en.ts';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

const say = text.policy.kinds;

const GROUPS: readonly (readonly [title: string, kinds: readonly PersonalKind[]])[] = [
  [say.groups.people, ['PERSON', 'DATE_OF_BIRTH', 'ADDRESS', 'LOCATION', 'ORGANIZATION']],
  [say.groups.contact, ['EMAIL', 'PHONE', 'IP', 'MAC', 'URL_CREDENTIALS']],
  [say.groups.money, ['CARD', 'IBAN', 'BANK_ACCOUNT', 'TAX_ID', 'CRYPTO_WALLET']],
  [say.groups.papers, ['ID', 'PASSPORT', 'DRIVING_LICENCE', 'MEDICAL_ID', 'VEHICLE']],
];

export function KindsSection({ detection, changeDetection }: Editing) {
  const own = [...new Map(detection.recognisers.map(({ kind, name }) => [kind, name]))].filter(
    ([kind]) => !(kind in say.about),
  );
  const toggle = (kind: string, on: boolean): void => {
    const { [kind]: _, ...others } = detection.kinds;
    const usual = !KINDS_OFF_BY_DEFAULT.some((off) => off === kind);
    // What is as usual is not written down, so that a policy says only what is special about it.
    changeDetection({ kinds: on === usual ? others : { ...others, [kind]: on ? 'on' : 'off' } });
  };
  const row = (kind: string, about: string) => (
    <Switch
      key={kind}
      name={`settings.detection.kinds.${kind}`}
      label={text.kind(kind)}
      description={about}
      checked={isOn(kind, detection)}
      onChange={(event) => toggle(kind, event.target.checked)}
    />
  );
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <div className="kind-groups">
        {GROUPS.map(([title, kinds]) => (
          <KindGroup key={title} title={title}>
            {kinds.map((kind) => row(kind, say.about[kind]))}
          </KindGroup>
        ))}
        {own.length > 0 && (
          <KindGroup title={say.groups.own}>{own.map(([kind, name]) => row(kind, say.own(name)))}</KindGroup>
        )}
      </div>
    </PolicySection>
  );
}

function KindGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="plain kind-group">
      <Text component="legend" size="xs" fw={600} c="dimmed">
        {title}
      </Text>
      {children}
    </fieldset>
  );
}
