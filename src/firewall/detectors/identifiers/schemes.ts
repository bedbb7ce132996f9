import type { TypeEntry } from '../detector.ts';
import type { RegionalScheme, Scheme } from './scheme.ts';
import {
  AUSTRALIA,
  CHINA,
  HONG_KONG,
  INDIA,
  INDONESIA,
  JAPAN,
  KOREA,
  MALAYSIA,
  NEW_ZEALAND,
  PAKISTAN,
  SINGAPORE_SCHEMES,
  SOUTH_ASIA,
  SOUTH_EAST_ASIA,
  TAIWAN,
  THAILAND,
  VIETNAM,
} from './schemes/asia-pacific.ts';
import { IRELAND, UNITED_KINGDOM } from './schemes/british-isles.ts';
import { CANADA } from './schemes/canada.ts';
import {
  BELARUS,
  BULGARIA,
  CROATIA,
  CZECHIA,
  HUNGARY,
  KAZAKHSTAN,
  MOLDOVA,
  POLAND,
  ROMANIA,
  RUSSIA,
  SERBIA,
  SLOVAKIA,
  SLOVENIA,
  UKRAINE,
} from './schemes/central-and-eastern-europe.ts';
import { BELGIUM, FRANCE, LUXEMBOURG, NETHERLANDS } from './schemes/france-and-benelux.ts';
import { AUSTRIA, GERMANY, SWITZERLAND } from './schemes/german-speaking.ts';
import {
  ARGENTINA,
  BRAZIL,
  CENTRAL_AMERICA,
  CHILE,
  COLOMBIA,
  DOMINICAN_REPUBLIC,
  ECUADOR,
  MEXICO,
  PERU,
  URUGUAY,
  VENEZUELA,
} from './schemes/latin-america.ts';
import { AFRICA, GULF, ISRAEL, TURKEY } from './schemes/middle-east-and-africa.ts';
import { DENMARK, ESTONIA, FINLAND, ICELAND, LATVIA, LITHUANIA, NORWAY, SWEDEN } from './schemes/nordic-and-baltic.ts';
import { CYPRUS, GREECE, ITALY, MALTA, PORTUGAL, SPAIN } from './schemes/southern-europe.ts';
import { UNITED_STATES } from './schemes/united-states.ts';
import { VEHICLES } from './schemes/vehicles.ts';

/** Every scheme, in the order in which equals are preferred. */
export const SCHEMES: readonly Scheme[] = [
  ...of('US', UNITED_STATES),
  ...of('CA', CANADA),
  ...of('GB', UNITED_KINGDOM),
  ...of('IE', IRELAND),
  ...of('DE', GERMANY),
  ...of('AT', AUSTRIA),
  ...of('CH', SWITZERLAND),
  ...of('FR', FRANCE),
  ...of('BE', BELGIUM),
  ...of('NL', NETHERLANDS),
  ...of('LU', LUXEMBOURG),
  ...of('ES', SPAIN),
  ...of('PT', PORTUGAL),
  ...of('IT', ITALY),
  ...of('GR', GREECE),
  ...of('MT', MALTA),
  ...of('CY', CYPRUS),
  ...of('SE', SWEDEN),
  ...of('DK', DENMARK),
  ...of('NO', NORWAY),
  ...of('FI', FINLAND),
  ...of('IS', ICELAND),
  ...of('EE', ESTONIA),
  ...of('LV', LATVIA),
  ...of('LT', LITHUANIA),
  ...of('PL', POLAND),
  ...of('CZ', CZECHIA),
  ...of('SK', SLOVAKIA),
  ...of('HU', HUNGARY),
  ...of('RO', ROMANIA),
  ...of('BG', BULGARIA),
  ...of('HR', CROATIA),
  ...of('SI', SLOVENIA),
  ...of('RS', SERBIA),
  ...of('RU', RUSSIA),
  ...of('UA', UKRAINE),
  ...of('KZ', KAZAKHSTAN),
  ...of('BY', BELARUS),
  ...of('MD', MOLDOVA),
  ...of('BR', BRAZIL),
  ...of('MX', MEXICO),
  ...of('AR', ARGENTINA),
  ...of('CL', CHILE),
  ...of('CO', COLOMBIA),
  ...of('PE', PERU),
  ...of('EC', ECUADOR),
  ...of('UY', URUGUAY),
  ...of('VE', VENEZUELA),
  ...of('DO', DOMINICAN_REPUBLIC),
  ...CENTRAL_AMERICA,
  ...of('IN', INDIA),
  ...of('CN', CHINA),
  ...of('TW', TAIWAN),
  ...of('HK', HONG_KONG),
  ...of('SG', SINGAPORE_SCHEMES),
  ...of('MY', MALAYSIA),
  ...of('PH', SOUTH_EAST_ASIA),
  ...of('TH', THAILAND),
  ...of('ID', INDONESIA),
  ...of('VN', VIETNAM),
  ...of('KR', KOREA),
  ...of('JP', JAPAN),
  ...of('PK', PAKISTAN),
  ...SOUTH_ASIA,
  ...of('AU', AUSTRALIA),
  ...of('NZ', NEW_ZEALAND),
  ...of('TR', TURKEY),
  ...of('IL', ISRAEL),
  ...GULF,
  ...AFRICA,
  ...of('XX', VEHICLES),
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
