import { ALPHABETS, inSet } from './charset.ts';

export interface KeyBlock {
  readonly start: number;
  readonly end: number;
  readonly type: 'PRIVATE_KEY' | 'PGP_PRIVATE_KEY' | 'PUTTY_PRIVATE_KEY';
}

const HEADER = /-{4,5} ?BEGIN ([A-Z0-9 ]{0,40})PRIVATE KEY( BLOCK)? ?-{4,5}/y;

/**
 * The private key whose opening line stands at `at` (RFC 7468, RFC 4716 and OpenSSH's own; RFC 9580 for PGP), to the end of its closing line. A key
 * that was cut, put on one line or escaped (`\n`) counts; an opening line without at least 48 characters of key does not, or 20 with its closing line.
 */
export const matchPrivateKey = (text: string, at: number): KeyBlock | undefined => {
  HEADER.lastIndex = at;
  const header = HEADER.exec(text);
  if (!header) return undefined;
  const from = HEADER.lastIndex;
  const type = header[2] === undefined ? 'PRIVATE_KEY' : 'PGP_PRIVATE_KEY';
  const body = endOfBody(text, from);
  const isClosed = text.startsWith('----', body);
  if (text.slice(from, from + 100).includes('EXAMPLE')) return undefined;
  if (!holdsKey(text, from, body, isClosed ? SHORTEST_CLOSED : SHORTEST_CUT)) return undefined;
  const closing = isClosed ? closingLine(text, body) : body;
  return { start: at, end: closing, type };
};

/** Base64, white space, header lines and what string literals put around them, up to the closing dashes. The next key's dashes end it, so each character is read once. */
const endOfBody = (text: string, from: number): number => {
  const limit = text.length;
  let i = from;
  let lastKey = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === 45 && text.startsWith('----', i)) return i;
    if (inSet(code, ALPHABETS.B)) lastKey = i + 1;
    else if (!isWrapping(code)) break;
    i++;
  }
  return lastKey;
};

/** Space, tab, line ends, quotes, backslash, comma, colon, semicolon, parentheses: `Proc-Type: 4,ENCRYPTED`, `"...\n" +`. */
const isWrapping = (code: number): boolean =>
  code === 32 ||
  code === 10 ||
  code === 13 ||
  code === 9 ||
  code === 92 ||
  code === 34 ||
  code === 39 ||
  code === 96 ||
  code === 44 ||
  code === 58 ||
  code === 59 ||
  code === 40 ||
  code === 41;

const SHORTEST_CUT = 48;
const SHORTEST_CLOSED = 20;

/** Whether there are that many characters of base64 in runs of 16 or more, of more than 9 kinds: no `...` and no `AAAA`. */
const holdsKey = (text: string, from: number, to: number, shortest: number): boolean => {
  const kinds = new Set<number>();
  let total = 0;
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && inSet(text.charCodeAt(i), ALPHABETS.b)) continue;
    if (i - start >= 16) {
      total += i - start;
      for (let k = start; k < i; k++) kinds.add(text.charCodeAt(k));
    }
    start = i + 1;
  }
  return total >= shortest && kinds.size > 9;
};

const CLOSING = /-{4,5} ?END [A-Z0-9 ]{0,50}-{4,5}/y;

const closingLine = (text: string, at: number): number => {
  CLOSING.lastIndex = at;
  return CLOSING.test(text) ? CLOSING.lastIndex : at;
};

const PUTTY_END = /Private-MAC: [0-9a-f]{40,64}/g;

/** A PuTTY key file (`PuTTY-User-Key-File-2` or `-3`), to its MAC or as far as it was pasted. */
export const matchPuttyKey = (text: string, at: number): KeyBlock | undefined => {
  // To the next such line at most: a text of opening lines alone stays linear.
  const next = text.indexOf('PuTTY-User-Key-File-', at + 1);
  const body = next < 0 ? text.slice(at) : text.slice(at, next);
  const from = body.indexOf('Private-Lines:');
  if (!/^PuTTY-User-Key-File-[123]: /.test(body) || from < 0) return undefined;
  PUTTY_END.lastIndex = from;
  const closed = PUTTY_END.test(body);
  const end = closed ? PUTTY_END.lastIndex : endOfBody(body, from);
  return holdsKey(body, from, end, SHORTEST_CUT) ? { start: at, end: at + end, type: 'PUTTY_PRIVATE_KEY' } : undefined;
};
