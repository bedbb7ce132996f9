import { contextStrength, contextWords } from './context-words.ts';
import type { Detector, Report, TypeEntry } from './detector.ts';
import { isHex, isWordCode } from './digit-runs.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'MAC',
    kind: 'MAC',
    title: 'MAC address (EUI-48, EUI-64)',
    source: 'IEEE 802-2014 clause 8; the IEEE guidelines for EUI-48 and EUI-64',
  },
];

const WORDS = contextWords(
  'mac|macs|hwaddr|ether|ethernet|lladdr|bssid|wlan|wifi|bluetooth|hardware|adapter|nic|physical address|eui|mac-adresse|macaddr|macaddress',
);

/** Hardware addresses: six or eight pairs of hexadecimal digits with `:` or `-`, or three groups of four with points. */
export const macAddressDetector: Detector = {
  name: 'mac-address',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report): void {
    let floor = 0;
    for (const mark of [':', '-'] as const) {
      floor = 0;
      for (let at = text.indexOf(mark, 2); at >= 0; at = text.indexOf(mark, at + 1)) {
        const start = at - 2;
        if (start < floor || !opens(text, start)) continue;
        const pairs = countPairs(text, at, mark.charCodeAt(0));
        if (pairs !== 6 && pairs !== 8) continue;
        const end = start + pairs * 3 - 1;
        floor = end;
        const score = pairsScore(text, start, end, mark);
        if (score >= 0.3) report(start, end, 'MAC', 'MAC', score);
      }
    }
    for (let at = text.indexOf('.', 4); at >= 0; at = text.indexOf('.', at + 1)) {
      const end = at + 10;
      if (text.charCodeAt(at + 5) !== 46 || !isDotted(text, at - 4, end)) continue;
      const score = dottedScore(text, at - 4, end);
      if (score >= 0.3) report(at - 4, end, 'MAC', 'MAC', score);
    }
  },
};

function opens(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return (
    isHex(text.charCodeAt(start)) &&
    isHex(text.charCodeAt(start + 1)) &&
    !isWordCode(before) &&
    before !== 58 &&
    before !== 45
  );
}

/** How many pairs follow each other around the mark at `at`; 0 when something else goes on behind them. */
function countPairs(text: string, at: number, mark: number): number {
  let pairs = 1;
  let index = at;
  while (pairs < 10 && text.charCodeAt(index) === mark) {
    if (!isHex(text.charCodeAt(index + 1)) || !isHex(text.charCodeAt(index + 2))) break;
    pairs++;
    index += 3;
  }
  const after = text.charCodeAt(index);
  if (isWordCode(after)) return 0;
  // A colon may end the clause; with another pair behind it, this is a longer string of bytes.
  return (after === 58 || after === 45) && isHex(text.charCodeAt(index + 1)) ? 0 : pairs;
}

function pairsScore(text: string, start: number, end: number, mark: string): number {
  const value = text.slice(start, end).toLowerCase();
  if (/^(?:00|ff)(?:[:-](?:00|ff))+$/.test(value)) return 0.3;
  if (mark === ':' || /[a-f]/.test(value)) return 0.9;
  return contextStrength(text, start, end, WORDS) > 0 ? 0.8 : 0.4;
}

function isDotted(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const point = index === start + 4 || index === start + 9;
    if (point ? text.charCodeAt(index) !== 46 : !isHex(text.charCodeAt(index))) return false;
  }
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isWordCode(before) || before === 46 || before === 45 || isWordCode(after) || after === 45) return false;
  return after !== 46 || !isWordCode(text.charCodeAt(end + 1));
}

function dottedScore(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  if (/[0-9]/.test(value) && /[A-Fa-f]/.test(value)) return 0.8;
  return contextStrength(text, start, end, WORDS) > 0 ? 0.7 : 0;
}
