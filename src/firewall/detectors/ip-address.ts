import { contextStrength, contextWords, wordsWithin } from './context-words.ts';
import type { Detector, Report, TypeEntry } from './detector.ts';
import { isAlnum, isAsciiLetter, isDigit, isHex, isWordCode } from './digit-runs.ts';
import { ipv6Groups } from './ip-address-v6.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'IPV4',
    kind: 'IP',
    title: 'IPv4 address',
    source: 'RFC 791, dotted decimal as in RFC 1123 section 2.1; special ranges: RFC 6890',
  },
  {
    type: 'IPV6',
    kind: 'IP',
    title: 'IPv6 address',
    source: 'RFC 4291 section 2.2, RFC 5952; zones: RFC 4007 section 11',
  },
];

const WORDS = contextWords(
  'ip|ips|ipv4|ipv6|ipaddr|ipaddress|address|addr|host|hosts|server|client|gateway|router|subnet|network|dns|nameserver|ping|remote|peer|firewall|login|logged|logins|connect*|request*|visitor|source|src|dst|destination|ssh|vpn|proxy|adresse|adres|dirección|direccion|indirizzo|endereço|адрес*|сервер*|地址|アドレス|주소',
);
const OWN_NAME = contextWords(
  'ip|ips|ipv4|ipaddr|ipaddress|ping|dns|nameserver|resolver|gateway|subnet|router|host|server|ssh|login|from',
);
const VERSION = contextWords(
  'rfc|v|ver|version|versions|release|releases|released|build|update|updated|upgrade|upgraded|downgrade|package|driver|firmware|oid|section|sections|chapter|clause|paragraph|appendix|versión|versione|versão|versie|wersja|версия|версии|版本|バージョン|버전|assembly|publickeytoken|chrome|firefox|edge|opera|safari|file version|product version|assemblyversion|fileversion',
);

/** IPv4 and IPv6 addresses. Loopback, unspecified, broadcast addresses and masks name nobody and stay below the threshold. */
export const ipAddressDetector: Detector = {
  name: 'ip-address',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report): void {
    let floor = 0;
    for (let at = text.indexOf('.', 1); at >= 0; at = text.indexOf('.', at + 1)) {
      if (at <= floor || !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) continue;
      let start = at;
      while (at - start < 4 && isDigit(text.charCodeAt(start - 1))) start--;
      if (at - start > 3) continue;
      const octets = readOctets(text, start);
      if (octets === undefined) continue;
      floor = octets.end;
      const score = quadScore(text, start, octets);
      if (score >= 0.3) report(start, octets.end, 'IP', 'IPV4', score);
    }
    floor = 0;
    for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      if (at < floor) continue;
      if (!isHextetMark(text, at)) continue;
      let start = at;
      while (at - start < 5 && isHex(text.charCodeAt(start - 1))) start--;
      if (at - start > 4) continue;
      const end = addressEnd(text, start);
      floor = end;
      const score = hextetScore(text, start, end);
      if (score >= 0.3) report(start, zoneEnd(text, end), 'IP', 'IPV6', score);
    }
  },
};

interface Octets {
  readonly values: readonly number[];
  readonly end: number;
}

/** Four numbers up to 255 with points between, and no fifth. */
function readOctets(text: string, start: number): Octets | undefined {
  const before = text.charCodeAt(start - 1);
  if (isWordCode(before) || before === 46) return undefined;
  const values: number[] = [];
  let index = start;
  for (;;) {
    let value = 0;
    const begin = index;
    while (index - begin < 4 && isDigit(text.charCodeAt(index))) value = value * 10 + text.charCodeAt(index++) - 48;
    const length = index - begin;
    if (length === 0 || length > 3 || value > 255 || (length > 1 && text.charCodeAt(begin) === 48)) return undefined;
    values.push(value);
    if (values.length === 4) break;
    if (text.charCodeAt(index++) !== 46) return undefined;
  }
  const after = text.charCodeAt(index);
  if (isWordCode(after) || (after === 46 && isAlnum(text.charCodeAt(index + 1)))) return undefined;
  if (after === 45 && isAsciiLetter(text.charCodeAt(index + 1))) return undefined;
  return { values, end: index };
}

function quadScore(text: string, start: number, { values, end }: Octets): number {
  const [first = 0, second = 0, third = 0, last = 0] = values;
  if ((first === 127 && second === 0) || isShared(first, second, third)) return 0.3;
  if ((first === 0 && second === 0) || isMask(values) || (second === 0 && third === 0 && last === 0)) return 0.3;
  const before = text.charCodeAt(start - 1);
  const product = productBefore(text, start, before);
  if (product) return 0.2;
  const named = contextStrength(text, start, end, WORDS);
  if (named === 0 && wordsWithin(text, Math.max(0, start - 16), start, VERSION)) return 0.3;
  // A network, not a host: it ends in zeros.
  if (last === 0 && (third === 0 || text.charCodeAt(end) === 47 || !isOwnName(text, start))) return 0.4;
  // Section numbers and four-part versions are made of small numbers.
  if (first <= 30 && first !== 10 && second <= 30 && third <= 30 && last <= 30) {
    return isOwnName(text, start) ? 0.7 : 0.35;
  }
  if (before === 45 || before === 64 || before === 94 || before === 126) return named > 0 ? 0.6 : 0.4;
  return named > 0 ? 0.9 : 0.75;
}

function isOwnName(text: string, start: number): boolean {
  return wordsWithin(text, Math.max(0, start - 25), start, OWN_NAME);
}

/** Link-local, carrier-grade and protocol assignments (RFC 3927, 6598, 6890): the same on every network. */
function isShared(first: number, second: number, third: number): boolean {
  if (first === 169) return second === 254;
  return (first === 100 && second >= 64 && second < 128) || (first === 192 && second === 0 && third === 0);
}

/** Ones and then zeros: a net mask, or the broadcast address. */
function isMask([first = 0, second = 0, third = 0, last = 0]: readonly number[]): boolean {
  const inverse = ~((first << 24) | (second << 16) | (third << 8) | last);
  return first === 255 && (inverse & (inverse + 1)) === 0;
}

/** `Chrome/120.0.6099.71`, `name-1.2.3.4`, `name@1.2.3.4`: a product and its version, unless the name is a user or a scheme. */
function productBefore(text: string, start: number, before: number): boolean {
  const letter = isAlnum(text.charCodeAt(start - 2));
  if (before === 47)
    return letter && text.charCodeAt(start - 2) !== 47 && !text.slice(Math.max(0, start - 60), start).includes('://');
  return before === 45 && letter;
}

/** Cheap look at the characters around a colon: most colons are punctuation. */
function isHextetMark(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 1);
  const before = text.charCodeAt(at - 1);
  if (after === 58) return (isHex(before) || !isWordCode(before)) && (isHex(text.charCodeAt(at + 2)) || isHex(before));
  return isHex(before) && isHex(after);
}

const LONGEST = 45;

/** End of the run of hexadecimal digits, colons and points from `start`; at most one character longer than an address. */
function addressEnd(text: string, start: number): number {
  let index = start;
  while (index - start <= LONGEST) {
    const code = text.charCodeAt(index);
    if (code !== 58 && code !== 46 && !isHex(code)) break;
    index++;
  }
  if (index - start > LONGEST) return index;
  // A point or a single colon behind the address ends the clause.
  while (index > start && text.charCodeAt(index - 1) === 46) index--;
  if (text.charCodeAt(index - 1) === 58 && text.charCodeAt(index - 2) !== 58) index--;
  return index;
}

function hextetScore(text: string, start: number, end: number): number {
  const before = text.charCodeAt(start - 1);
  if (isWordCode(before) || before === 58 || before === 46 || isWordCode(text.charCodeAt(end))) return 0;
  const value = text.slice(start, end);
  const groups = ipv6Groups(value);
  if (groups === undefined) return 0;
  const written = value.split(':').filter((group) => group !== '');
  const compressed = value.includes('::');
  // A network, not a host: its second half is zero.
  if (value.endsWith('::')) return 0.3;
  // Eight pairs are a hardware address (EUI-64).
  if (!compressed && written.every((group) => group.length === 2)) return 0.3;
  if (groups.every((group, place) => group === (place === 7 ? groups[7] : 0)) && (groups[7] ?? 0) < 2) return 0.3;
  if (!/[0-9]/.test(value)) return contextStrength(text, start, end, WORDS) > 0 && written.length > 2 ? 0.6 : 0.1;
  if (!compressed || written.length >= 3) return 0.92;
  // `1::2`, `a1::b2` and `[::2]` are code; a long first group or a word for addresses makes an address of it.
  if ((written[0]?.length ?? 0) >= 3 && value[0] !== ':') return 0.75;
  return contextStrength(text, start, end, WORDS) > 0 ? 0.7 : 0.2;
}

/** The zone of a link-local address: `%eth0`. */
function zoneEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== 37 || !isWordCode(text.charCodeAt(end + 1))) return end;
  let index = end + 1;
  while (index - end < 17 && isWordCode(text.charCodeAt(index))) index++;
  return index;
}
