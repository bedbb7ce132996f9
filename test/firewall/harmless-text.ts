import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Technical text without personal data or secrets: what a firewall must leave alone. */
export interface HarmlessText {
  readonly name: string;
  readonly text: string;
}

const ROOT = join(import.meta.dir, '../..');
const SOURCE = /\.(?:[cm]?[jt]sx?|md|json|css|html|ya?ml|toml)$/;

/** Our own source, in which every example is kept out on purpose. Tables of names and months are names. */
export function ownSource(): HarmlessText[] {
  return files(join(ROOT, 'src'))
    .filter((path) => !NAME_TABLES.test(path))
    .map((path) => ({
      name: path.slice(ROOT.length + 1),
      text: readFileSync(path, 'utf8'),
    }));
}

const NAME_TABLES = /(?:given-names|name-triggers|not-names|-tables|lexicon|date-of-birth-forms|regions)\.ts$/;

/**
 * Sources of the installed packages: the first of each package's files in the order of their paths' hashes, until `bytes`
 * are gathered. The same on every machine with the same lock file.
 */
export function packageSources(bytes: number): HarmlessText[] {
  const modules = join(ROOT, 'node_modules');
  const queues = packages(modules)
    .map((folder) => byHash(files(folder).filter((path) => SOURCE.test(path) && isModest(path))))
    .filter((queue) => queue.length > 0);
  const out: HarmlessText[] = [];
  let gathered = 0;
  for (let round = 0; gathered < bytes && queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) {
      const path = queue[round];
      if (path === undefined || gathered >= bytes) continue;
      const text = withoutPeople(readFileSync(path, 'utf8').slice(0, 40_000));
      gathered += text.length;
      out.push({ name: path.slice(ROOT.length + 1), text });
    }
  }
  return out;
}

function packages(modules: string): string[] {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
    )
    .filter((name) => !ABOUT_PEOPLE.test(name))
    .sort()
    .map((name) => join(modules, name));
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path);
    return entry.isFile() && SOURCE.test(entry.name) ? [path] : [];
  });
}

/** Made of names, addresses and phone numbers: Faker in 73 locales, libphonenumber's examples. */
const ABOUT_PEOPLE = /^(?:@faker-js|libphonenumber-js)/;

/** Authors and the addresses in examples are people's: what finds them is right. */
const withoutPeople = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/copyright|\bauthor|contributor|\S@\S+\.\w|john|jane/i.test(line))
    .join('\n');

/** A licence and a list of authors name people, and a package's manifest its maintainers. */
const isModest = (path: string): boolean =>
  !/(?:licen[cs]e|authors|contributors|changelog|package\.json$|readme|security|\btests?\b)/i.test(path) &&
  statSync(path).size < 400_000;

const digest = (path: string): string => createHash('sha256').update(path.slice(ROOT.length)).digest('hex');

const byHash = (paths: string[]): string[] =>
  paths
    .map((path) => ({ path, hash: digest(path) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ path }) => path);

export const lockFile = (): HarmlessText => ({
  name: 'package-lock.json',
  text: readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
});

/** Generated lists: logs, versions, hashes, UUIDs, book and order numbers, sums, tables of measurements. */
export function generatedTexts(lines: number): HarmlessText[] {
  return Object.entries(GENERATORS).map(([name, line]) => {
    const random = seeded(name);
    return { name, text: Array.from({ length: lines }, () => line(random)).join('\n') };
  });
}

type Random = (below: number) => number;

/** Numbers from a seed, by hashing a counter: the same on every run and machine. */
function seeded(seed: string): Random {
  let count = 0;
  return (below) => createHash('sha256').update(`${seed}:${count++}`).digest().readUIntBE(0, 6) % below;
}

const hex = (random: Random, length: number): string => Array.from({ length }, () => random(16).toString(16)).join('');
const digits = (random: Random, length: number): string => Array.from({ length }, () => random(10)).join('');
const pick = <T>(random: Random, items: readonly T[]): T => items[random(items.length)] as T;
const two = (value: number): string => String(value).padStart(2, '0');

const stamp = (random: Random): string =>
  `20${two(20 + random(9))}-${two(1 + random(12))}-${two(1 + random(28))}T${two(random(24))}:${two(random(60))}:${two(random(60))}.${digits(random, 3)}Z`;

function isbn13(random: Random): string {
  const body = `978${digits(random, 9)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  const code = `${body}${(10 - (sum % 10)) % 10}`;
  return `${code.slice(0, 3)}-${code[3]}-${code.slice(4, 8)}-${code.slice(8, 12)}-${code[12]}`;
}

const WORDS = 'cache worker queue index render parse build fetch router schema token layout bundle stream'.split(' ');

const GENERATORS: Readonly<Record<string, (random: Random) => string>> = {
  'server log': (r) =>
    `${stamp(r)} ${pick(r, ['INFO', 'WARN', 'ERROR', 'DEBUG'])} [${pick(r, WORDS)}-${r(64)}] request ${hex(r, 16)} took ${r(9000)} ms, ${r(99999)} bytes, status ${pick(r, [200, 204, 304, 404, 500])}`,
  'build log': (r) =>
    `[${r(400)}/400] ${pick(r, WORDS)}/${pick(r, WORDS)}.${pick(r, ['ts', 'c', 'rs', 'go'])}:${r(2000)}:${r(90)} ${pick(r, WORDS)} ${r(1000)}.${r(100)} kB (gzip ${r(300)}.${r(100)} kB)`,
  versions: (r) =>
    `${pick(r, WORDS)}@${r(20)}.${r(40)}.${r(60)}${r(4) === 0 ? `-beta.${r(20)}` : ''} -> ^${r(20)}.${r(40)}.${r(60)}`,
  'dotted builds': (r) =>
    `version ${r(30)}.${r(10)}.${r(30000)}.${r(5000)}, build ${digits(r, 8)}, revision ${hex(r, 8)}`,
  hashes: (r) => `${hex(r, pick(r, [32, 40, 56, 64, 128]))}  ${pick(r, WORDS)}-${r(9)}.${r(9)}.tar.gz`,
  integrity: (r) =>
    `"integrity": "sha512-${createHash('sha512')
      .update(String(r(1e9)))
      .digest('base64')}",`,
  uuids: (r) =>
    `${hex(r, 8)}-${hex(r, 4)}-4${hex(r, 3)}-${pick(r, ['8', '9', 'a', 'b'])}${hex(r, 3)}-${hex(r, 12)} ${pick(r, WORDS)}`,
  isbns: (r) => `ISBN ${isbn13(r)}, ${100 + r(800)} pages`,
  'order numbers': (r) =>
    `Order ${digits(r, 3)}-${digits(r, 7)}-${digits(r, 7)}, item ${digits(r, 8)}, ${r(90)}.${two(r(100))} EUR`,
  invoices: (r) =>
    `Invoice INV-20${two(r(30))}-${digits(r, 6)}, position ${r(90)}, article ${digits(r, 6)}/${r(99)}, quantity ${r(500)}`,
  tracking: (r) =>
    `parcel ${digits(r, 12)} left hub ${r(90)} at ${two(r(24))}:${two(r(60))}, weight ${r(30)}.${r(1000)} kg`,
  sums: (r) => `${digits(r, 5)} * ${digits(r, 4)} + ${r(1000)} / ${1 + r(99)} = ${digits(r, 9)}.${digits(r, 6)}`,
  matrix: (r) => Array.from({ length: 10 }, () => r(10)).join(' '),
  'decimal table': (r) => Array.from({ length: 6 }, () => `${r(1000)}.${digits(r, 4)}`).join(' | '),
  'number column': (r) => digits(r, 4 + r(9)),
  'unix times': (r) => `{"t":17${digits(r, 8)},"ms":17${digits(r, 11)},"id":${digits(r, 18)}}`,
  'byte dump': (r) => `${hex(r, 8)}: ${Array.from({ length: 8 }, () => hex(r, 4)).join(' ')}  ................`,
  coordinates: (r) => `${r(90)}.${digits(r, 6)}, -${r(180)}.${digits(r, 6)} (${r(4000)} m)`,
  'css colours': (r) =>
    `  --${pick(r, WORDS)}-${r(900)}: #${hex(r, 6)}; margin: ${r(40)}px ${r(40)}px ${r(40)}px ${r(40)}px;`,
  'git log': (r) => `* ${hex(r, 7)} (${r(20)} days ago) fix ${pick(r, WORDS)} in ${pick(r, WORDS)} (#${r(9000)})`,
  scientific: (r) =>
    `${r(10)}.${digits(r, 8)}e-${r(30)} +/- ${r(10)}.${digits(r, 3)}e-${r(30)}, n=${digits(r, 4)}, p<0.0${r(100)}`,
};
