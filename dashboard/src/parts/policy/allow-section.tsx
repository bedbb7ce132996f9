import { MultiSelect } from '@mantine/core';
import { PERSONAL_KINDS } from '../../../../src/contract/kinds.ts';
import { text } from '../../text/en.ts';
import { AllowList, type Entry } from './allow-list.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';

const say = text.policy.allow;

/** Personal data that may pass. */
export function AllowSection({ detection, changeDetection }: Editing) {
  const kinds = [...PERSONAL_KINDS, ...new Set(detection.recognisers.map(({ kind }) => kind))];
  return (
    <PolicySection title={say.title} lead={say.lead}>
      <AllowList
        name="settings.detection.allow"
        types={['value', 'pattern', 'domain']}
        entries={detection.allow}
        none={say.none}
        onChange={(allow) => changeDetection({ allow: allow as typeof detection.allow })}
        more={(entry: Entry, change) =>
          'domain' in entry ? null : (
            <MultiSelect
              label={say.kinds}
              description={say.kindsHint}
              placeholder={(entry.kinds ?? []).length === 0 ? say.all : ''}
              data={[...new Set(kinds)].map((kind) => ({ value: kind, label: text.kind(kind) }))}
              value={[...(entry.kinds ?? [])]}
              onChange={(chosen) => {
                const { kinds: _, ...rest } = entry;
                change(chosen.length === 0 ? rest : { ...rest, kinds: chosen });
              }}
              searchable
              clearable
            />
          )
        }
      />
    </PolicySection>
  );
}
