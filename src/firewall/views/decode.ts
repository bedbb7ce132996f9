import { ENTITIES } from './entities.ts';
import type { Edit } from './layer.ts';

/**
 * Characters written as escapes: HTML references (WHATWG HTML 13.5), percent encoding (RFC 3986), quoted-printable
 * (RFC 2045 6.7) and words of mail headers (RFC 2047), JSON and JavaScript escapes (RFC 8259, ECMA-262, also `%u` of `escape`), Python's `\U`,
 * CSS-like `\x`, Markdown's backslashes (CommonMark 2.4).
 * One level; the caller asks again for values that are encoded more than once.
 */
export function decodeEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  ESCAPED.lastIndex = 0;
  for (let match = ESCAPED.exec(text); match !== null; match = ESCAPED.exec(text)) {
    const to = decoded(match[0]);
    if (to !== null) edits.push({ start: match.index, end: match.index + match[0].length, text: to });
  }
  return edits;
}

const PERCENT_UTF8 = '%[c-fC-F][0-9a-fA-F](?:%[89abAB][0-9a-fA-F]){1,3}';
const QUOTED_UTF8 = '=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}';
/** A word of a mail's header (RFC 2047, 4.2), in a character set that is ASCII or UTF-8. */
const ENCODED_WORD =
  '=\\?(?:[uU][tT][fF]-8|[uU][sS]-[aA][sS][cC][iI][iI]|[iI][sS][oO]-8859-1)\\?[qQ]\\?[!-<>@-~=]{1,75}?\\?=';
const ESCAPED = new RegExp(
  [
    '&(?:#(?:[xX]0{0,8}[0-9a-fA-F]{1,6}|[0-9]{1,12});?|[A-Za-z]{2,10};)',
    PERCENT_UTF8,
    '%u[0-9a-fA-F]{4}',
    '%[0-9a-fA-F]{2}',
    QUOTED_UTF8,
    '=(?:[0-9A-F]{2}|\\r?\\n)',
    ENCODED_WORD,
    '\\\\(?:U00[0-9a-fA-F]{6}|u(?:[0-9a-fA-F]{4}|\\{[0-9a-fA-F]{1,6}\\})|x[0-9a-fA-F]{2}|[01][0-7]{2}|\\r?\\n|[nrt!-/:-@[-`{-~])',
  ].join('|'),
  'g',
);

const LETTER_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What the escape stands for, or null where it stands for nothing printable. */
function decoded(written: string): string | null {
  const first = written[0];
  if (first === '&')
    return written[1] === '#' ? numericReference(written) : (ENTITIES.get(written.slice(1, -1)) ?? null);
  if (first === '=' && written[1] === '?') return encodedWord(written);
  if (first === '%' && written[1] === 'u') return unit(Number.parseInt(written.slice(2), 16));
  if (first === '%' || (first === '=' && written.length % 3 === 0 && written[1] !== '\r')) return bytes(written, first);
  if (first === '=') return '';
  return backslash(written);
}

/** `_` is a blank; bytes that are no UTF-8 are Latin-1. */
function encodedWord(written: string): string | null {
  const shown = written.slice(written.lastIndexOf('?', written.length - 3) + 1, -2).replaceAll('_', ' ');
  const raw = shown.replace(/=([0-9A-Fa-f]{2})/g, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
  try {
    return utf8.decode(Buffer.from(raw, 'latin1'));
  } catch {
    return raw;
  }
}

function numericReference(written: string): string | null {
  const body = written.slice(2).replace(';', '');
  return character(/^[xX]/.test(body) ? Number.parseInt(body.slice(1), 16) : Number.parseInt(body, 10));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function bytes(written: string, mark: string): string | null {
  const values = written
    .slice(1)
    .split(mark)
    .map((pair) => Number.parseInt(pair, 16));
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only < 0x80 ? character(only) : null;
  try {
    return utf8.decode(Uint8Array.from(values));
  } catch {
    return null;
  }
}

function backslash(written: string): string | null {
  const second = written[1] ?? '';
  if (second === '\n' || second === '\r') return '';
  if (second === 'u') return unit(Number.parseInt(written.replace(/[\\u{}]/g, ''), 16));
  if (second === 'U') return character(Number.parseInt(written.slice(2), 16));
  if (second === 'x') return character(Number.parseInt(written.slice(2), 16));
  if (/\d/.test(second)) return character(Number.parseInt(written.slice(1), 8));
  return LETTER_ESCAPES[second] ?? second;
}

/** `\u` may write half of a surrogate pair; the other half is the next edit. */
const unit = (point: number): string | null =>
  point >= 0xd800 && point <= 0xdfff ? String.fromCharCode(point) : character(point);

function character(point: number): string | null {
  if (point === 9 || point === 10 || point === 13) return String.fromCharCode(point);
  if (point < 0x20 || point > 0x10ffff || point === 0x7f || (point >= 0xd800 && point <= 0xdfff)) return null;
  return String.fromCodePoint(point);
}
