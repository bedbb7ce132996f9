import { PERSONAL_KINDS } from '../../contract/kinds.ts';
import { encodeHtml, encodePercent } from '../masking/mask-encoding.ts';
import { kindOf, type PlaceholderMap } from '../placeholder.ts';
import { type IssuedSpelling, type IssuedSpellings, issuedSpellings } from './issued-spellings.ts';
import { beginsWide, type Spelling } from './placeholder-spelling.ts';
import { bareHostOf, bareHostsIn, wordStart } from './restore-bare-host.ts';
import { beginsLink, Destination, LINK_CHARACTERS } from './restore-destination.ts';
import { createJsonDepth, INSIDE_ESCAPE, type JsonDepth, STRING_EDGE } from './restore-json.ts';

/** What restoring did. Plain counters, shared by all fields of one answer. */
export interface RestoreCounts {
  restored: number;
  /** Placeholders left in links that lead to a host neither the caller nor the workspace named. */
  refused: number;
  /** Placeholders that were never issued in this request: left as they are. */
  unknown: number;
}

export interface RestoreOptions {
  /** The text is JSON: `always` (tool arguments), or where its first character says so (`auto`, structured output). */
  readonly json?: 'always' | 'auto' | undefined;
  /** Hosts that may receive values in links: `example.com`, or `*.example.com` for all below it. */
  readonly allowedHosts?: readonly string[] | undefined;
  readonly counts?: RestoreCounts;
  /** Told of each value: where its placeholder ended in the field's text, and how much longer the value is (UTF-16 code units). */
  readonly replaced?: ((end: number, growth: number) => void) | undefined;
}

/** Restores one field of an answer as it arrives. */
export interface Restorer {
  /** Takes the next piece and returns everything that is certain: all but a suffix that may still become a placeholder of this request. */
  push(text: string): string;
  /** The end of the field: returns what was held, as it stands. The restorer can be used again from the start. */
  flush(): string;
  /** Characters held back now. */
  held(): number;
}

export const noCounts = (): RestoreCounts => ({ restored: 0, refused: 0, unknown: 0 });

/**
 * One restorer per field of an answer. Whatever the pieces, the output is that of the whole text: a character is decided once
 * enough follows, restored text is never read again, and time is linear in the text.
 */
export function createRestorer(map: PlaceholderMap, options: RestoreOptions = {}): Restorer {
  if (map.values.size === 0) return PASS;
  return new TextRestorer(map, options, undefined);
}

/** Adds the hosts and links of a masked text that the caller wrote to `map.destinations`. */
export function learnDestinations(map: PlaceholderMap, maskedText: string): void {
  const restorer = new TextRestorer(map, {}, (key) => map.destinations.add(key));
  restorer.push(maskedText);
  restorer.flush();
  for (const host of bareHostsIn(maskedText)) map.destinations.add(host);
}

const PASS: Restorer = { push: (text) => text, flush: () => '', held: () => 0 };

/**
 * Reads from left to right what is written, and what it is a part of. Where nothing is open (no link, no JSON, no bracket), only characters matter
 * that can begin a placeholder or, with the next one, a link: everything between is passed over at once, and links are not
 * followed before one can begin. A class, because every field of an answer and every chunk of a stream comes through here.
 */
class TextRestorer implements Restorer {
  private readonly map: PlaceholderMap;
  private readonly options: RestoreOptions;
  private readonly learn: ((key: string) => void) | undefined;
  private readonly counts: RestoreCounts;
  private readonly spellings: IssuedSpellings;
  private waiting = '';
  private before = 0;
  /** The word that was begun, in front of what comes next. */
  private given = '';
  private destination: Destination | undefined = undefined;
  private json: JsonDepth | undefined = undefined;
  private undecided = false;
  private fence = 0;
  private unknown = '';
  /** Where the text given to `run` begins in the field. */
  private position = 0;

  constructor(map: PlaceholderMap, options: RestoreOptions, learn: ((key: string) => void) | undefined) {
    this.map = map;
    this.options = options;
    this.learn = learn;
    this.counts = options.counts ?? noCounts();
    this.spellings = issuedSpellings(map);
    this.begin();
  }

  push(text: string): string {
    return this.run(this.waiting === '' ? text : this.waiting + text, false);
  }

  flush(): string {
    const out = this.run(this.waiting, true);
    this.waiting = '';
    this.given = '';
    this.before = 0;
    this.destination = undefined;
    this.fence = 0;
    this.unknown = '';
    this.begin();
    return out;
  }

  held(): number {
    return this.waiting.length;
  }

  private begin(): void {
    const { json } = this.options;
    this.json = json === 'always' ? createJsonDepth() : undefined;
    this.undecided = json === 'auto';
  }

  private run(text: string, ended: boolean): string {
    const { spellings } = this;
    // Half a character waits for its other half: what is written is valid UTF-8.
    const limit = !ended && isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
    let out = '';
    let from = 0;
    let at = 0;
    while (at < limit) {
      if (this.isQuiet()) {
        const next = quietEnd(text, at, { begins: spellings.begins, quoted: this.json !== undefined });
        if (next > at) {
          at = Math.min(next, limit);
          this.before = text.charCodeAt(at - 1);
          if (at === limit) break;
        }
      }
      const code = text.charCodeAt(at);
      if ((code < 128 ? spellings.begins[code] === 1 : beginsWide(code)) && this.json?.isEscaping() !== true) {
        const found = spellings.readExactly(text, at) ?? spellings.read(text, at, this.before, ended);
        if (found === 'partial') break;
        if (found !== undefined) {
          out += text.slice(from, at) + this.replace(text, at, found);
          at = found.end;
          from = at;
          continue;
        }
      }
      this.feed(code);
      at++;
    }
    this.waiting = at === text.length ? '' : text.slice(at);
    this.position += at;
    if (this.json === undefined) this.given = this.wordBefore(text, at);
    return from === 0 && at === text.length ? text : out + text.slice(from, at);
  }

  /** No link is open, nothing points to one, and the text is prose, or a string of JSON that holds prose. */
  private isQuiet(): boolean {
    const { destination } = this;
    return (
      (this.json === undefined || this.json.isPlain()) &&
      !this.undecided &&
      this.unknown === '' &&
      (destination === undefined || destination.quiet())
    );
  }

  /** The text for a placeholder found, and the states moved past it. */
  private replace(text: string, at: number, found: Spelling | IssuedSpelling): string {
    const { end, name } = found;
    const may = (this.destination === undefined || this.destination.allows(name)) && !this.leadsAway(text, at);
    if (!may) this.counts.refused++;
    else this.counts.restored++;
    const known = 'value' in found ? found.value : this.map.values.get(name);
    const value = !may || known === undefined ? text.slice(at, end) : valueFor(known, found, this.json);
    this.undecided = false;
    this.unknown = '';
    this.json?.skip();
    this.follow(text, at, end);
    this.before = text.charCodeAt(end - 1);
    this.options.replaced?.(this.position + end, value.length - (end - at));
    return value;
  }

  /** Chat clients make links of bare hosts too, and a click on one would take the value there. */
  private leadsAway(text: string, at: number): boolean {
    if (this.json !== undefined || this.learn !== undefined || this.destination?.isOutside() === false) return false;
    const word = this.wordBefore(text, at);
    const host = word === '' ? undefined : bareHostOf(word);
    if (host === undefined) return false;
    return !this.map.destinations.has(host) && !isAllowedHost(host, this.options.allowedHosts);
  }

  /** The word that ends in front of a position, or so much of it as a host can stand in; it may have begun in an earlier piece. */
  private wordBefore(text: string, at: number): string {
    const start = wordStart(text, at, at - LONGEST_BARE);
    return start > 0 || this.given === ''
      ? text.slice(start, at)
      : (this.given + text.slice(0, at)).slice(-LONGEST_BARE);
  }

  private feed(code: number): void {
    if (this.undecided && code > 0x20 && !this.readsFence(code)) {
      this.undecided = false;
      if (code === 0x7b || code === 0x5b) this.json = createJsonDepth();
    }
    // A fence after the JSON ends it; what follows is prose.
    if (this.options.json === 'auto' && code === 0x60 && this.json?.outside() === true) this.json = undefined;
    const said = this.json === undefined ? code : this.json.feed(code);
    if (said === INSIDE_ESCAPE) return;
    if (said === STRING_EDGE) {
      this.before = 0x22;
      this.unknown = '';
      this.destination?.end();
      return;
    }
    this.before = said;
    this.followCode(said);
    if (this.unknown !== '') this.unknown = readUnknown(this.unknown, said, this.counts);
    else if (said === 0x5b) this.unknown = '[';
  }

  /** Some models put a Markdown fence around JSON they were asked for: ```` ```json ````. */
  private readsFence(code: number): boolean {
    if (code === 0x60) this.fence++;
    else if (this.fence < 3 || code < 0x61 || code > 0x7a) return false;
    return true;
  }

  /** Takes a placeholder as it is written for a part of a link, or of what may become one. */
  private follow(text: string, at: number, end: number): void {
    for (let i = at; i < end - 1; i++) this.followCode(text.charCodeAt(i));
    const last = text.charCodeAt(end - 1);
    // A bracket begins a link only with what comes next.
    const isOver = this.destination === undefined && end < text.length;
    if (isOver && !mayBeginLink(last, text.charCodeAt(end), this.json !== undefined)) return;
    this.followCode(last);
  }

  private followCode(code: number): void {
    if (this.destination === undefined) {
      if (code >= 128 || LINK_CHARACTERS[code] === 0) return;
      const { map, learn, options } = this;
      const trusted = (host: string): boolean => isAllowedHost(host, options.allowedHosts);
      const allowed = (key: string): boolean => map.destinations.has(key) || trusted(key);
      this.destination = new Destination({ allowed, trusted, learn });
    }
    this.destination.feed(code);
  }
}

/** So much of the text in front of a placeholder is looked at for a host (UTF-16 code units). */
const LONGEST_BARE = 320;

interface Quiet {
  readonly begins: Uint8Array;
  /** A quote ends it. */
  readonly quoted: boolean;
}

/** The first position from `at` where a placeholder or an escape can begin, or a link, or the last character, of which that is not known. */
function quietEnd(text: string, at: number, { begins, quoted }: Quiet): number {
  const { length } = text;
  for (let i = at; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) {
      if (beginsWide(code)) return i;
    } else if (begins[code] === 1) return i;
    else if (LINK_CHARACTERS[code] === 1) {
      if (quoted && code === 0x22) return i;
      if (i + 1 === length || mayBeginLink(code, text.charCodeAt(i + 1), quoted)) return i;
    }
  }
  return length;
}

/** In JSON an escape can say the character that makes it a link: `:\\/\\/`. */
const mayBeginLink = (code: number, next: number, quoted: boolean): boolean =>
  (quoted && next === 0x5c) || beginsLink(code, next);

function valueFor(value: string, found: Spelling, json: JsonDepth | undefined): string {
  const encoded =
    found.encoding === 'plain' ? value : found.encoding === 'html' ? encodeHtml(value) : encodePercent(value);
  return json === undefined ? encoded : json.escape(encoded);
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Follows `[NAME_n]` that was not issued; counts it at its closing bracket. Returns what stands so far, empty where it is none. */
function readUnknown(name: string, code: number, counts: RestoreCounts): string {
  if (code === 0x5b) return '[';
  if (code === 0x5d) {
    if (isKnownKind(name.slice(1))) counts.unknown++;
    return '';
  }
  const fits = (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
  return fits && name.length <= 48 ? name + String.fromCharCode(code) : '';
}

const KINDS: ReadonlySet<string> = new Set(PERSONAL_KINDS);

function isKnownKind(name: string): boolean {
  return /_[1-9]\d{0,6}$/.test(name) && KINDS.has(kindOf(name));
}

function isAllowedHost(host: string, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return false;
  return patterns.some((pattern) =>
    pattern.startsWith('*.') ? host.endsWith(pattern.slice(1).toLowerCase()) : host === pattern.toLowerCase(),
  );
}

/**
 * Looks at the names that are new since the last call, so that restoring need not: a map of many values is read while it comes in,
 * portion by portion.
 */
export function prepareRestoring(map: PlaceholderMap): void {
  issuedSpellings(map);
}
