import type { TypeEntry } from '../detector.ts';
import type { RegionalScheme, Scheme } from './scheme.ts';
import { BELGIUM, FRANCE, LUXEMBOURG, NETHERLANDS } from './schemes/france-and-benelux.ts';
import { UNITED_STATES } from './schemes/united-states.ts';

/** Every scheme, in the order in which equals are preferred. */
export const SCHEMES: readonly Scheme[] = [
  ...of('US', UNITED_STATES),
  ...of('FR', FRANCE),
  ...of('BE', BELGIUM),
  ...of('NL', NETHERLANDS),
  ...of('LU', LUXEMBOURG),
];

/** What a label says when no scheme does: the kind is known, the country is not. */
export const GENERIC_TYPES: readonly TypeEntry[] = [
  { type: 'ID', kind: 'ID', title: 'Number labelled as a personal identifier', source: 'labels in cue-words.ts' },
  { type: 'TAX_ID', kind: 'TAX_ID', title: 'Number labelled as a tax identifier', source: 'labels in cue-words.ts' },
  {
    type: 'PASSPORT',
    kind: 'PASSPORT',
    title: 'Number labelled as a passport number',
    source: 'ICAO Doc 9303 part 4: at most nine letters and digits',
  },
  {
    type: 'DRIVING_LICENCE',
    kind: 'DRIVING_LICENCE',
    title: 'Number labelled as a driving licence',
    source: 'ISO/IEC 18013-1',
  },
  {
    type: 'MEDICAL_ID',
    kind: 'MEDICAL_ID',
    title: 'Medical record, patient or insurance member number, by label',
    source: '45 CFR 164.514(b)(2)(i)(H) and (I)',
  },
  { type: 'LICENCE_PLATE', kind: 'VEHICLE', title: 'Licence plate, by label', source: '45 CFR 164.514(b)(2)(i)(L)' },
];

function of(region: string, schemes: readonly RegionalScheme[]): Scheme[] {
  return schemes.map((scheme) => ({ ...scheme, region }));
}
