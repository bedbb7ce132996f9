/** `bun docs/types.ts` writes docs/types.md from the detectors' own tables. test/documents.test.ts holds it up to date. */
import { join } from 'node:path';
import { KINDS_OFF_BY_DEFAULT, PERSONAL_KINDS } from '../src/contract/kinds.ts';
import type { TypeEntry } from '../src/firewall/detectors/detector.ts';
import { PERSONAL_DETECTORS, SECRET_DETECTORS, TAGGER_DETECTORS } from '../src/firewall/detectors/registry.ts';

/** What each kind means to the person who turns it on or off. */
export const KIND_TITLES: Readonly<Record<(typeof PERSONAL_KINDS)[number] | 'SECRET', string>> = {
  PERSON: 'Names of people',
  EMAIL: 'E-mail addresses',
  PHONE: 'Telephone numbers of any country',
  ADDRESS: 'Postal addresses',
  CARD: 'Payment card numbers',
  IBAN: 'International bank account numbers',
  BANK_ACCOUNT: 'Other bank account and routing numbers',
  ID: 'National identity, registration and social security numbers',
  PASSPORT: 'Passports and travel documents',
  DRIVING_LICENCE: 'Driving licences',
  TAX_ID: 'Tax and company numbers',
  DATE_OF_BIRTH: 'Dates of birth, by context',
  IP: 'IP addresses',
  MAC: 'Hardware addresses',
  URL_CREDENTIALS: 'User names and tokens in URLs',
  CRYPTO_WALLET: 'Addresses of crypto wallets',
  VEHICLE: 'Vehicle registrations and identification numbers',
  MEDICAL_ID: 'Health insurance and medical numbers',
  LOCATION: 'Places',
  ORGANIZATION: 'Organizations',
  SECRET: 'Keys, tokens, passwords',
};

/** Kinds with their types, each type once, in the catalogue's order. */
export function typesByKind(): ReadonlyMap<string, readonly TypeEntry[]> {
  const kinds = new Map<string, Map<string, TypeEntry>>();
  for (const kind of [...PERSONAL_KINDS, 'SECRET']) kinds.set(kind, new Map());
  for (const { types } of [...PERSONAL_DETECTORS, ...TAGGER_DETECTORS, ...SECRET_DETECTORS]) {
    for (const entry of types) {
      const known = kinds.get(entry.kind);
      if (known === undefined) throw new Error(`${entry.type} is of a kind that the catalogue does not have`);
      if (!known.has(entry.type)) known.set(entry.type, entry);
    }
  }
  return new Map([...kinds].map(([kind, types]) => [kind, [...types.values()].sort(byType)]));
}

export function typesPage(): string {
  const kinds = [...typesByKind()].filter(([, types]) => types.length > 0);
  const count = kinds.reduce((sum, [, types]) => sum + types.length, 0);
  const lines = [
    '# All types',
    '',
    `The ${count} types that the detectors know, by kind, each with who defines it. Written by \`bun docs/types.ts\` from the detectors'`,
    'own tables; do not edit. A kind is what a policy turns on and off and what a placeholder is named after; a type is what a finding says.',
    '',
    '| kind | what | types |',
    '|---|---|---|',
    ...kinds.map(([kind, types]) => `| [${kind}](#${kind.toLowerCase()}) | ${titleOf(kind)} | ${types.length} |`),
    '',
    `${KINDS_OFF_BY_DEFAULT.join(' and ')} are kinds too, off unless a policy turns them on: a workspace's own recognisers may find them.`,
  ];
  for (const [kind, types] of kinds) {
    lines.push('', `## ${kind}`, '', `${titleOf(kind)}.`, '', '| type | what | source |', '|---|---|---|');
    for (const { type, title, source } of types) {
      lines.push(`| \`${type}\` | ${cell(title)} | ${cell(linked(source))} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const byType = (one: TypeEntry, other: TypeEntry): number => (one.type < other.type ? -1 : 1);

const titleOf = (kind: string): string => KIND_TITLES[kind as keyof typeof KIND_TITLES];

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** A bare address becomes a link that GitHub shows short. */
const linked = (source: string): string =>
  source.replace(/https:\/\/([^\s/]+)[^\s;,]*/g, (address, host) => `[${host}](${address})`);

if (import.meta.main) await Bun.write(join(import.meta.dir, 'types.md'), typesPage());
