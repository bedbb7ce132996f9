import { PERSONAL_KINDS } from '../../contract/kinds.ts';
import { encodeHtml, encodePercent } from '../masking/mask-encoding.ts';
import { kindOf, type PlaceholderMap } from '../placeholder.ts';
import { beginsWide, createSpellingReader, type Spelling, type SpellingReader } from './placeholder-spelling.ts';
import { Destination, LINK_CHARACTERS } from './restore-destination.ts';
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
  readonly json?: 'always' | 'auto';
  /** Hosts that may receive values in links: `example.com`, or `*.example.com` for all below it. */
  readonly allowedHosts?: readonly string[];
  readonly counts?: RestoreCounts;
  /** Told of each value: where its placeholder ended in the field's text, and how much longer the value is (UTF-16 code units). */
  readonly replaced?: (end: number, growth: number) => void;
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
  return createWorkingRestorer(map, options, undefined);
}

/** Adds the hosts and links of a masked text that the caller wrote to `map.destinations`. */
export function learnDestinations(map: PlaceholderMap, maskedText: string): void {
  const restorer = createWorkingRestorer(map, {}, (key) => map.destinations.add(key));
  restorer.push(maskedText);
  restorer.flush();
}

const PASS: Restorer = { push: (text) => text, flush: () => '', held: () => 0 };

function createWorkingRestorer(
  map: PlaceholderMap,
  options: RestoreOptions,
  learn: ((key: string) => void) | undefined,
): Restorer {
  const spellings = compiled(map);
  const counts = options.counts ?? noCounts();
  const begins = spellings.begins;
  const trusted = (host: string): boolean => isAllowedHost(host, options.allowedHosts);
  const allowed = (key: string): boolean => map.destinations.has(key) || trusted(key);
  let held = '';
  let before = 0;
  let destination: Destination;
  let json: JsonDepth | undefined;
  let undecided: boolean;
  let fence = 0;
  let unknown = '';

  const reset = (): void => {
    held = '';
    before = 0;
    unknown = '';
    fence = 0;
    destination = new Destination({ allowed, trusted, learn });
    json = options.json === 'always' ? createJsonDepth() : undefined;
    undecided = options.json === 'auto';
  };
  reset();

  /** Some models put a Markdown fence around JSON they were asked for: ```` ```json ````. */
  const readsFence = (code: number): boolean => {
    if (code === 0x60) fence++;
    else if (fence < 3 || code < 0x61 || code > 0x7a) return false;
    return true;
  };

  const feed = (code: number): void => {
    if (undecided && code > 0x20 && !readsFence(code)) {
      undecided = false;
      if (code === 0x7b || code === 0x5b) json = createJsonDepth();
    }
    // A fence after the JSON ends it; what follows is prose.
    if (options.json === 'auto' && code === 0x60 && json?.outside() === true) json = undefined;
    const said = json === undefined ? code : json.feed(code);
    if (said === INSIDE_ESCAPE) return;
    if (said === STRING_EDGE) {
      before = 0x22;
      unknown = '';
      destination.end();
      return;
    }
    before = said;
    destination.feed(said);
    if (unknown !== '') unknown = readUnknown(unknown, said, counts);
    else if (said === 0x5b) unknown = '[';
  };

  /** The text for a placeholder found, and the states moved past it. */
  const replace = (text: string, at: number, found: Spelling): string => {
    const may = destination.allows(found.name);
    if (!may) counts.refused++;
    else counts.restored++;
    undecided = false;
    const written = text.slice(at, found.end);
    const value = may ? valueFor(map.values.get(found.name) ?? written, found, json) : written;
    unknown = '';
    json?.skip();
    for (let i = at; i < found.end; i++) destination.feed(text.charCodeAt(i));
    before = text.charCodeAt(found.end - 1);
    return value;
  };

  /** Where the text given to `run` begins in the field. */
  let position = 0;
  const run = (text: string, ended: boolean): string => {
    let out = '';
    let from = 0;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const ascii = code < 128;
      // Half a character waits for its other half: what is written is valid UTF-8.
      if (!ascii && !ended && at === text.length - 1 && isHighSurrogate(code)) break;
      if (ascii ? begins[code] === 1 : beginsWide(code)) {
        const found = spellings.read(text, at, before, ended);
        if (found === 'partial') break;
        if (found !== undefined) {
          const value = replace(text, at, found);
          options.replaced?.(position + found.end, value.length - (found.end - at));
          out += text.slice(from, at) + value;
          at = found.end;
          from = at;
          continue;
        }
        feed(code);
      } else if (
        json === undefined &&
        !undecided &&
        unknown === '' &&
        destination.quiet() &&
        !(ascii && LINK_CHARACTERS[code] === 1)
      ) {
        before = code;
      } else feed(code);
      at++;
    }
    held = at === text.length ? '' : text.slice(at);
    position += at;
    return out === '' && from === 0 && at === text.length ? text : out + text.slice(from, at);
  };

  return {
    push: (text) => run(held === '' ? text : held + text, false),
    flush() {
      const out = run(held, true);
      reset();
      return out;
    },
    held: () => held.length,
  };
}

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

/** What is known of the names of a map: made once for all fields of an answer, and continued when names are added. */
interface Compiled {
  /** The highest number of each kind. */
  readonly highest: Map<string, number>;
  /** Names not looked at yet; a Map's iterator also gives what is added after it was made. */
  readonly names: Iterator<string>;
  seen: number;
  reader: SpellingReader;
}

const known = new WeakMap<PlaceholderMap, Compiled>();

/**
 * Looks at the names that are new since the last call, so that restoring need not: a map of many values is read while it comes in,
 * portion by portion.
 */
export function prepareRestoring(map: PlaceholderMap): void {
  compiled(map);
}

function compiled(map: PlaceholderMap): SpellingReader {
  let state = known.get(map);
  if (state === undefined) {
    const highest = new Map<string, number>();
    state = { highest, names: map.values.keys(), seen: 0, reader: readerFor(map, highest) };
    known.set(map, state);
  }
  const { highest } = state;
  const kinds = highest.size;
  for (; state.seen < map.values.size; state.seen++) {
    const name: string = state.names.next().value;
    const kind = kindOf(name);
    const number = numberIn(name, kind.length + 1);
    if (number > (highest.get(kind) ?? 0)) highest.set(kind, number);
  }
  if (highest.size > kinds) state.reader = readerFor(map, highest);
  return state.reader;
}

/** A number that was skipped may be waited for; it is never restored. */
function readerFor(map: PlaceholderMap, highest: ReadonlyMap<string, number>): SpellingReader {
  return createSpellingReader({
    kinds: [...highest.keys()],
    has: (name) => map.values.has(name),
    starts: (name) => {
      const kind = kindOf(name);
      return numberIn(name, kind.length + 1) * 10 <= (highest.get(kind) ?? 0);
    },
  });
}

function numberIn(name: string, from: number): number {
  let number = 0;
  for (let at = from; at < name.length; at++) number = number * 10 + name.charCodeAt(at) - 0x30;
  return number;
}
