import type { Edit, Span } from './layer.ts';
import { AT_SIGN, BRACKET, DOT_WORD, DOT_WORDS } from './triggers.ts';

/**
 * E-mail addresses written so that a robot does not read them: with a word or a bracketed word for `@` and for the dots, or
 * with blanks around the signs. An anchor that means `@` is looked for, then host labels with something that means `.` to its right
 * and the local part to its left. A bare "at" counts only with a word for the dot: "meet me at" a host name is a sentence.
 */
export function spokenAddressEdits(text: string, triggers: number): Edit[] {
  const edits: Edit[] = [];
  const anchors = anchorsFor(text, triggers);
  let free = 0;
  for (const { start, end } of anchors) {
    if (start < free) continue;
    const at: Edit = { ...withBlanks(text, start, end), text: '@' };
    const host = readHost(text, at.end);
    if (host === null) continue;
    const local = readLocal(text, at.start, free);
    if (local === null || !isMeant(text, at, host)) continue;
    edits.push(...local, at, ...host);
    free = host[host.length - 1]?.end ?? at.end;
  }
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

/** Where something that means `@` stands, sorted. Each search runs only on texts that can hold such a form. */
function anchorsFor(text: string, triggers: number): Span[] {
  const wordDot = (triggers & DOT_WORD) !== 0 && WORD_DOT.test(text);
  const bracket = (triggers & BRACKET) !== 0 && BRACKETED.test(text);
  const patterns: RegExp[] = [];
  if (wordDot) patterns.push(WORD_AT);
  if (bracket) patterns.push(BRACKET_AT);
  if (triggers & AT_SIGN && (wordDot || bracket || hasBlankAt(text))) patterns.push(SIGN_AT);
  const spans = patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  return patterns.length < 2 ? spans : spans.sort((a, b) => a.start - b.start);
}

/** Whether a blank stands beside an `@`. */
function hasBlankAt(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (BLANK.test(text[at - 1] ?? '') || BLANK.test(text[at + 1] ?? '')) return true;
  }
  return false;
}

const BLANK = /\s/;

const isGap = (unit: number): boolean =>
  unit === 0x20 || unit === 0x5f || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0xa0;

/** Up to three blanks or underscores on each side belong to the sign. */
function withBlanks(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from > 0 && start - from < 3 && isGap(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < 3 && isGap(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

/** A bare word for `@` asks for a word for the dot; a bare `@` for blanks on its right, or a dot that is written another way. */
function isMeant(text: string, at: Edit, host: readonly Edit[]): boolean {
  const written = text.slice(at.start, at.end);
  const dots = host.map((dot) => text.slice(dot.start, dot.end));
  const word = /^[\s_]+([a-z-]+)[\s_]+$/i.exec(written)?.[1];
  if (word === undefined) return /[[({<]/.test(written) || /\s$/.test(written) || dots.some((dot) => dot !== '.');
  const sure = word.toLowerCase() === 'at' ? SURE_DOT : ANY_DOT;
  return dots.some((dot) => sure.test(dot));
}

/** "At this point" is English: beside a bare "at" only words that mean nothing else there count. */
const SURE_DOT = /dot|punto|ponto|punkt|[[({<]/i;
const ANY_DOT = /[a-z[({<]/i;

const ANY_DOT_WORD = DOT_WORDS.join('|');
/** Words for `@` when an address is read aloud. */
const AT_WORD = 'at|arroba|arobase|chiocciola|klammeraffe|apenstaartje|malpa|snabel-a';
const OPEN = '[\\[({<]';
const CLOSE = '[\\])}>]';

const WORD_DOT = new RegExp(`[\\s_](?:${ANY_DOT_WORD})[\\s_]`, 'i');
const BRACKETED = new RegExp(`${OPEN}\\s?(?:${AT_WORD}|${ANY_DOT_WORD}|[.@]|a\\s?${CLOSE})`, 'i');

const WORD_AT = new RegExp(`(?<=[\\s_])(?:${AT_WORD})(?=[\\s_])`, 'gi');
const BRACKET_AT = new RegExp(`${OPEN}\\s?(?:${AT_WORD}|@|a)\\s?${CLOSE}`, 'gi');
const SIGN_AT = /(?<![[({<]\s?)@/g;
const DOT = new RegExp(
  `\\s{0,3}${OPEN}\\s?(?:${ANY_DOT_WORD}|\\.)\\s?${CLOSE}\\s{0,3}|[\\s_]{1,3}(?:${ANY_DOT_WORD})[\\s_]{1,3}|[ ]{0,3}\\.[ ]?`,
  'iy',
);
const LABEL = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})/y;
const LABELS = 6;

/** The dots of the host that begins at `from`, or null where none stands there. */
function readHost(text: string, from: number): Edit[] | null {
  const dots: Edit[] = [];
  let at = from;
  for (let label = 0; label < LABELS; label++) {
    LABEL.lastIndex = at;
    const found = LABEL.exec(text);
    if (!found) return endOfHost(text, dots);
    at += found[0].length;
    DOT.lastIndex = at;
    const dot = DOT.exec(text);
    if (!dot) return endOfHost(text, dots, at);
    dots.push({ start: at, end: at + dot[0].length, text: '.' });
    at += dot[0].length;
  }
  return endOfHost(text, dots);
}

/** The last dot must have a label of letters behind it; a full stop at the end of the sentence is none. */
function endOfHost(text: string, dots: Edit[], end?: number): Edit[] | null {
  const last = dots[dots.length - 1];
  if (!last) return null;
  const label = end === undefined ? '' : text.slice(last.end, end);
  if (/^[A-Za-z]{2,24}$/.test(label)) return dots;
  return endOfHost(text, dots.slice(0, -1), last.start);
}

const LOCAL_END = /[A-Za-z0-9_%+-]/;
const LOCAL_REACH = 64;
const DOT_BEFORE = new RegExp(
  `(?:\\s{0,3}${OPEN}\\s?(?:${ANY_DOT_WORD}|\\.)\\s?${CLOSE}\\s{0,3}|[\\s_]{1,3}(?:${ANY_DOT_WORD})[\\s_]{1,3})$`,
  'i',
);

/** The disguised dots of the local part that ends at `end`, or null where none ends there. */
function readLocal(text: string, end: number, floor: number): Edit[] | null {
  const dots: Edit[] = [];
  const stop = Math.max(floor, end - LOCAL_REACH);
  let at = end;
  for (let part = 0; part < 4; part++) {
    const partEnd = at;
    while (at > stop && (LOCAL_END.test(text[at - 1] ?? '') || text[at - 1] === '.')) at--;
    if (at === partEnd) return part === 0 ? null : dots;
    const before = DOT_BEFORE.exec(text.slice(Math.max(stop, at - 16), at));
    if (!before) return dots;
    dots.unshift({ start: at - before[0].length, end: at, text: '.' });
    at -= before[0].length;
  }
  return dots;
}
