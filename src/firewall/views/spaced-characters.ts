import type { Edit } from './layer.ts';

/**
 * Values spelled character by character: "a n n a @ ...", "4 1 1 1  1 1 1 1", "4-1-1-1-...", one cell or one line each. A run
 * has one separator throughout and at least eight characters; a wider gap inside it becomes one space.
 */
export function spacedEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; ) at = readRun(text, at, edits);
  return edits;
}

const SHORTEST_RUN = 8;
const BLANKS_ONLY = 0;

/** Reads the run that begins at `from`, if one does; returns where to look next. */
function readRun(text: string, from: number, edits: Edit[]): number {
  const next = from + 1;
  if (!isSpelled(text.charCodeAt(from)) || !isGapUnit(text.charCodeAt(next)) || isWord(text.charCodeAt(from - 1)))
    return next;
  const mark = markAfter(text, next);
  // Numbers in brackets with commas are an array of a program.
  if (mark === COMMA && isBracket(text.charCodeAt(from - 1))) return skipList(text, next);
  const usual = gapLength(text, next, mark);
  const run: Edit[] = [];
  let at = from;
  for (;;) {
    const length = gapLength(text, at + 1, mark);
    const after = at + 1 + length;
    if (length === 0 || !isSpelled(text.charCodeAt(after)) || isWord(text.charCodeAt(after + 1))) break;
    run.push({ start: at + 1, end: after, text: length > usual ? ' ' : '' });
    at = after;
  }
  if (run.length + 1 < SHORTEST_RUN) return Math.max(next, at);
  for (const edit of run) edits.push(edit);
  return at + 1;
}

function skipList(text: string, from: number): number {
  let at = from;
  while (isGapUnit(text.charCodeAt(at)) || isSpelled(text.charCodeAt(at))) at++;
  return at;
}

/** The mark that separates, where the next two gaps hold the same one; else blanks do. */
function markAfter(text: string, at: number): number {
  const mark = text.charCodeAt(isBlank(text.charCodeAt(at)) ? at + 1 : at);
  if ((classOf(mark) & MARK) === 0) return BLANKS_ONLY;
  const first = gapLength(text, at, mark);
  return first > 0 && gapLength(text, at + first + 1, mark) > 0 ? mark : BLANKS_ONLY;
}

/** Length of the gap at `at`: up to four blanks, or the mark with up to two blanks on each side; 0 where there is none. */
function gapLength(text: string, at: number, mark: number): number {
  let end = at;
  const most = mark === BLANKS_ONLY ? 4 : 2;
  while (end < at + most && isBlank(text.charCodeAt(end))) end++;
  if (mark === BLANKS_ONLY) return end - at;
  if (text.charCodeAt(end) !== mark) return 0;
  end++;
  for (let i = 0; i < 2 && isBlank(text.charCodeAt(end)); i++) end++;
  return end - at;
}

const BLANK = 1;
const MARK = 2;
const WORD = 4;
/** Letters, digits and what e-mail addresses and keys are made of. */
const SPELLED = 8;

const CLASSES = new Uint8Array(256);
const put = (characters: string, kind: number): void => {
  for (const character of characters) CLASSES[character.charCodeAt(0)]! |= kind;
};
put(' \t\n\r\u00a0', BLANK);
put('-.*_|,/~\u00b7', MARK);
put('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', WORD | SPELLED);
put('@._+-:/', SPELLED);
for (let unit = 0xc0; unit < 0x100; unit++) CLASSES[unit] = WORD;

const classOf = (unit: number): number => (unit < 256 ? CLASSES[unit]! : unit >= 0x100 ? WORD : 0);
const isBlank = (unit: number): boolean => (classOf(unit) & BLANK) !== 0;
const isGapUnit = (unit: number): boolean => (classOf(unit) & (BLANK | MARK)) !== 0;
const isWord = (unit: number): boolean => (classOf(unit) & WORD) !== 0;
const isSpelled = (unit: number): boolean => (classOf(unit) & SPELLED) !== 0;

const COMMA = 0x2c;
const isBracket = (unit: number): boolean => unit === 0x5b || unit === 0x28 || unit === 0x7b;
