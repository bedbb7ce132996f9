/**
 * Words near a number that say what it is. Notation of one cue: letters folded to lower case without accents; a blank stands
 * for any separators or none (`tax id` also reads `taxId`, `tax_id`, `TAX-ID`); a final `*` takes any ending; a leading `^`
 * asks for capitals, unless a label's colon or equals sign follows (`SIN` is also a Spanish word). Alphabets without blanks
 * between words match anywhere.
 */
export interface Cue {
  readonly id: number;
  readonly pattern: string;
  readonly prefix: boolean;
  readonly capitals: boolean;
}

export interface CueIndex {
  readonly cues: readonly Cue[];
  /** By the first two folded characters, both below 256: where their lists begin in `lists`, 0 for none. */
  readonly pairs: Uint16Array;
  /** For each pair one list for each value of the third folded character's low five bits. */
  readonly lists: readonly (readonly Cue[])[];
  /** All cues of two first characters, for the other alphabets. */
  readonly buckets: ReadonlyMap<number, readonly Cue[]>;
}

/** Cues found so far, in text order. */
export interface CueHits {
  readonly starts: number[];
  readonly ends: number[];
  readonly ids: number[];
}

const FOLDED = 0x600;
/** Code unit to its lower case without accents, for Latin, Greek, Cyrillic, Armenian and Hebrew. */
const FOLD = new Uint16Array(FOLDED);
const IS_LETTER = new Uint8Array(FOLDED);
const IS_UPPER = new Uint8Array(FOLDED);
const SPECIAL: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ß: 's', ı: 'i', ς: 'σ', æ: 'a', ђ: 'д' };
for (let code = 0; code < FOLDED; code++) {
  const lower = String.fromCharCode(code).toLowerCase();
  const base = SPECIAL[lower] ?? lower.normalize('NFD');
  FOLD[code] = base.charCodeAt(0);
  if (/\p{L}/u.test(String.fromCharCode(code))) IS_LETTER[code] = 1;
  if (/\p{Lu}/u.test(String.fromCharCode(code))) IS_UPPER[code] = 1;
}
const UNSPACED = 0x590;
const SKIPPED = ' _-.:\'’"/\\#\n\t\u00a0ºª°';
const IS_SKIPPED = new Uint8Array(FOLDED);
for (const symbol of SKIPPED) if (symbol.charCodeAt(0) < FOLDED) IS_SKIPPED[symbol.charCodeAt(0)] = 1;

export function buildCueIndex(patterns: readonly string[]): CueIndex {
  const buckets = new Map<number, Cue[]>();
  const cues = patterns.map((notation, id): Cue => {
    const capitals = notation.startsWith('^');
    const prefix = notation.endsWith('*');
    const pattern = foldText(notation.slice(capitals ? 1 : 0, prefix ? -1 : undefined));
    return { id, pattern, prefix, capitals };
  });
  for (const cue of [...cues].sort((a, b) => b.pattern.length - a.pattern.length)) {
    const first = cue.pattern.charCodeAt(0);
    const seconds = cue.pattern[1] === ' ' ? [32, cue.pattern.charCodeAt(2)] : [cue.pattern.charCodeAt(1)];
    for (const second of seconds) {
      const key = first * 65536 + second;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(cue);
      else buckets.set(key, [cue]);
    }
  }
  const pairs = new Uint16Array(65_536);
  const lists: (readonly Cue[])[] = THIRDS.map(() => []);
  for (const [key, bucket] of buckets) {
    const first = Math.floor(key / 65_536);
    const second = key % 65_536;
    if (first >= 256 || second >= 256) continue;
    pairs[first * 256 + second] = lists.length;
    for (const third of THIRDS) lists.push(bucket.filter((cue) => mayHaveThird(cue.pattern, third)));
  }
  return { cues, pairs, lists, buckets };
}

const THIRDS: readonly number[] = Array.from({ length: 32 }, (_unused, bits) => bits);

/** Behind a blank of the notation any character may follow, and behind a cue of two letters. */
function mayHaveThird(pattern: string, bits: number): boolean {
  return pattern.length < 3 || pattern[1] === ' ' || pattern[2] === ' ' || (pattern.charCodeAt(2) & 31) === bits;
}

/** Adds the cues that start in `[from, to)` to `hits`: at each place the longest, and others of the same extent. Returns where reading goes on: at or after `to`. */
export function readCues(text: string, from: number, to: number, index: CueIndex, hits: CueHits): number {
  let at = from;
  let before = at === 0 ? NO_LETTER : kindOf(text.charCodeAt(at - 1));
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (!startsWord(kind, before)) {
      before = kind;
      at++;
      continue;
    }
    const next = text.charCodeAt(at + 1);
    const second = isLetter(next) ? fold(next) : 32;
    const first = fold(code);
    const bucket =
      first < 256 && second < 256
        ? index.lists[(index.pairs[first * 256 + second] ?? 0) + (fold(text.charCodeAt(at + 2)) & 31)]
        : index.buckets.get(first * 65536 + second);
    let end = 0;
    if (bucket) {
      for (const cue of bucket) {
        const reached = matchEnd(text, at, cue);
        if (reached === 0 || (end !== 0 && reached !== end)) continue;
        end = reached;
        hits.starts.push(at);
        hits.ends.push(end);
        hits.ids.push(cue.id);
      }
    }
    before = end > at ? kindOf(text.charCodeAt(end - 1)) : kind;
    at = end > at ? end : at + 1;
  }
  return at;
}

/** Where the cue ends that starts at `at`; 0 if it does not stand there. */
function matchEnd(text: string, at: number, cue: Cue): number {
  const { pattern } = cue;
  let index = at;
  for (let place = 0; place < pattern.length; place++) {
    const wanted = pattern.charCodeAt(place);
    if (wanted === 32) {
      for (let skipped = 0; skipped < 3 && isSkipped(text.charCodeAt(index)); skipped++) index++;
      continue;
    }
    const code = text.charCodeAt(index);
    if (fold(code) !== wanted) return 0;
    if (cue.capitals && code >= 97 && code <= 122 && !isLabel(text, at + pattern.length)) return 0;
    index++;
  }
  if (cue.prefix) {
    while (index - at < 40 && isLetter(text.charCodeAt(index)) && text.charCodeAt(index) < UNSPACED) index++;
    return index;
  }
  return endsWord(text, index) ? index : 0;
}

/** Whether a letter of one kind behind a character of another begins a word: behind no letter, or a capital behind a small one. */
function startsWord(kind: number, before: number): boolean {
  if (kind === NO_LETTER) return false;
  return kind === UNSPACED_LETTER || before === NO_LETTER || before === UNSPACED_LETTER || kind > before;
}

function endsWord(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  const last = text.charCodeAt(end - 1);
  if (!isLetter(after) || after >= UNSPACED || last >= UNSPACED) return true;
  if (isUpper(after) && !isUpper(last)) return true;
  return (after === 115 || after === 83) && !isLetter(text.charCodeAt(end + 1));
}

function isLabel(text: string, end: number): boolean {
  let index = end;
  while (index < end + 3 && (text[index] === '"' || text[index] === "'" || text[index] === ' ')) index++;
  return text[index] === ':' || text[index] === '=' || text[index] === '#';
}

function foldText(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) folded += String.fromCharCode(fold(text.charCodeAt(index)));
  return folded;
}

const NO_LETTER = 0;
const SMALL = 1;
const CAPITAL = 2;
const UNSPACED_LETTER = 3;
const KINDS = new Uint8Array(UNSPACED);
for (let code = 0; code < UNSPACED; code++) KINDS[code] = isUpper(code) ? CAPITAL : isLetter(code) ? SMALL : NO_LETTER;

function kindOf(code: number): number {
  return code < UNSPACED ? KINDS[code]! : isLetter(code) ? UNSPACED_LETTER : NO_LETTER;
}

function fold(code: number): number {
  return code < FOLDED ? (FOLD[code] ?? code) : code;
}

function isLetter(code: number): boolean {
  return code < FOLDED ? IS_LETTER[code] === 1 : code >= FOLDED && code !== 0x2019 && (code < 0x2000 || code > 0x206f);
}

function isUpper(code: number): boolean {
  return code < FOLDED && IS_UPPER[code] === 1;
}

function isSkipped(code: number): boolean {
  return code < FOLDED ? IS_SKIPPED[code] === 1 : code === 0x2019;
}
