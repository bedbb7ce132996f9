import { addByteLists } from './byte-lists.ts';
import type { EncodedRun } from './encoded-run.ts';
import { addLongRuns } from './long-runs.ts';
import { textOf } from './text-bytes.ts';
import { AT_SIGN, NON_ASCII } from './triggers.ts';

/**
 * Runs that decode to readable text: base64, base32 and hexadecimal of 14 characters and more, lists of bytes, text written in
 * Unicode's invisible tag characters or variation selectors, and e-mail addresses written backwards.
 */
export function encodedRuns(text: string, triggers: number): EncodedRun[] {
  const runs: EncodedRun[] = [];
  addLongRuns(text, runs);
  addByteLists(text, triggers, runs);
  if (triggers & NON_ASCII) addInvisibleRuns(text, runs);
  if (triggers & AT_SIGN) addReversedAddresses(text, runs);
  return runs;
}

/** U+E0020 to U+E007E are ASCII made invisible; the 256 variation selectors can carry bytes. */
const INVISIBLE = /[\u{e0020}-\u{e007f}]{6,}|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{8,}/gu;

function addInvisibleRuns(text: string, runs: EncodedRun[]): void {
  if (!/[\ufe00-\ufe0f\udb40]/.test(text)) return;
  for (const match of text.matchAll(INVISIBLE)) {
    const points = [...match[0]].map((character) => character.codePointAt(0) ?? 0);
    const end = match.index + match[0].length;
    if ((points[0] ?? 0) >= 0xe0020 && (points[0] ?? 0) <= 0xe007f) {
      const shown = points.map((point) => String.fromCharCode(point - 0xe0000)).join('');
      runs.push({ start: match.index, end, text: shown });
    } else {
      const inner = textOf(
        Uint8Array.from(points, (point) => (point < 0xe0100 ? point - 0xfe00 : point - 0xe0100 + 16)),
      );
      if (inner !== null) runs.push({ start: match.index, end, text: inner });
    }
  }
}

/** What a host written backwards begins with: a common top-level domain, reversed. Else every `first.last@` would be read twice. */
const REVERSED_HOST =
  /^(?:moc|ten|gro|ude|vog|tni|ofni|oi|ved|ppa|ia|oc|ue|ed|rf|se|ti|ln|eb|lp|tp|es|kd|on|if|hc|ta|zc|ks|uh|or|gb|rh|rg|ei|ku|ac|ua|zn|rb|xm|ra|lc|ni|pj|nc|rk|wt|gs|ht|az|rt|li|ur|tset|elpmaxe)\.[A-Za-z0-9.-]{1,63}$/i;
const ADDRESS_REACH = 76;

function addReversedAddresses(text: string, runs: EncodedRun[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < ADDRESS_REACH && isAddressUnit(text.charCodeAt(start - 1))) start--;
    if (at - start < 5 || !REVERSED_HOST.test(text.slice(start, at))) continue;
    let end = at + 1;
    while (end < text.length && end - at < ADDRESS_REACH && isAddressUnit(text.charCodeAt(end))) end++;
    if (end > at + 1) runs.push({ start, end, text: [...text.slice(start, end)].reverse().join('') });
  }
}

/** Letters, digits and . - _ + % */
const isAddressUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
  unit === 0x2e ||
  unit === 0x2d ||
  unit === 0x5f ||
  unit === 0x2b ||
  unit === 0x25;
