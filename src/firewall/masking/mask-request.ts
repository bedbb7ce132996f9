import type { JsonObject } from '../../chat/json.ts';
import { isPlainKey } from '../../chat/slot-place.ts';
import { listTextSlots, replaceSlot, slotPath, type TextSlot } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import type { Find } from '../finding.ts';
import { InspectionTimeout } from '../inspect-text.ts';
import { createNumbering, emptyPlaceholders, type PlaceholderMap } from '../placeholder.ts';
import { learnDestinations } from '../restoring/restorer.ts';
import { findInSlot } from './find-in-slot.ts';
import { findAcross } from './mask-neighbours.ts';
import { appendNote } from './mask-note.ts';
import { readingOrder, showsModel } from './mask-order.ts';
import { sweep } from './mask-sweep.ts';
import { joinPieces, lookAlikesOf, type MaskedPieces, type MaskRange, maskPieces } from './mask-text.ts';
import { readWords } from './read-words.ts';

export interface MaskOptions {
  /** Personal data: left alone, replaced by placeholders, or a reason to refuse. */
  readonly pii: 'disabled' | 'obfuscate' | 'block';
  /** Secrets: a reason to refuse (the default), or replaced for good. */
  readonly secrets?: 'refuse' | 'mask';
  /** Images, sound and files that nobody here can read: passed and counted (the default), or refused. */
  readonly unreadable?: 'allow' | 'refuse';
  /** Content parts of an unknown type: refused by default. */
  readonly unknownParts?: 'allow' | 'refuse';
  /** Asks the model to keep placeholders as they are when something was masked; true by default. */
  readonly note?: boolean;
  /** Asked between steps; true ends the work with `InspectionTimeout`, the body unchanged. */
  readonly expired?: (() => boolean) | undefined;
}

export interface MaskRefusal {
  readonly code: 'pii_detected' | 'secret_detected' | 'unreadable_content' | 'unknown_content';
  /** The place of the first reason: `messages[2].content`. */
  readonly param: string;
  /** The kinds and how many of each; empty for content that could not be read. */
  readonly counts: Readonly<Record<string, number>>;
  /** It stands in a word of the format, where nothing can be masked. */
  readonly inWord?: true;
}

export interface MaskOutcome {
  /** Whether the body was changed. */
  readonly changed: boolean;
  /** How many values were found of each kind. */
  readonly findings: ReadonlyMap<Kind, number>;
  readonly placeholders: PlaceholderMap;
  /** Parts that were passed without having been read. */
  readonly unread: number;
  readonly refusal?: MaskRefusal;
}

/**
 * Reads every string of a request and, as the options say, replaces findings in the body given, or says why it must not be sent. A
 * refused body is left unchanged. `find` returns findings sorted and not overlapping; what it throws is thrown on, and the
 * caller refuses. Throws `NestingTooDeep` and `InspectionTimeout`.
 */
export function maskRequest(body: JsonObject, find: Find, options: MaskOptions): MaskOutcome {
  const { slots, words, commit } = listTextSlots(body);
  const tally = new Tally(options);
  const ranges: (readonly MaskRange[])[] = [];
  for (const slot of slots) {
    if (slot.kind === 'text') ranges.push(rangesOf(slot, find, tally));
    else {
      tally.opaque(slot);
      ranges.push(NO_RANGES);
    }
  }
  const counts = (kind: Kind): boolean => tally.counts(kind);
  for (const { slot, kind } of findAcross(slots, ranges, { find, counts })) tally.add(slot, kind);
  const inWord = (slot: TextSlot, kind: Kind): void => tally.addWord(slot, kind);
  readWords(words, find, inWord);
  const { findings, unread } = tally;
  const asItWas = (): MaskOutcome => {
    const refusal = tally.refusal();
    const passed = { changed: false, findings, placeholders: emptyPlaceholders(), unread };
    return refusal === undefined ? passed : { ...passed, refusal };
  };
  if (tally.refuses() || tally.firsts.size === 0) return asItWas();
  const check = checkOf(options);
  sweep(slots, ranges, { note: (slot, kind) => tally.add(slot, kind), words, inWord, check });
  if (tally.refuses()) return asItWas();
  const { placeholders, firstMessage } = replaceAll(slots, ranges, { kinds: [...tally.findings.keys()], check });
  commit();
  if (options.note !== false && firstMessage !== undefined) appendNote(body, firstMessage);
  return { changed: true, findings, placeholders, unread };
}

function checkOf({ expired }: MaskOptions): () => void {
  return () => {
    if (expired?.()) throw new InspectionTimeout();
  };
}

const NO_RANGES: readonly MaskRange[] = [];

/** What has to go from a slot's text. Names of fields that are plain words hold no data. */
function rangesOf(slot: TextSlot, find: Find, tally: Tally): readonly MaskRange[] {
  if (slot.text === '' || (slot.structural && isPlainKey(slot.text))) return NO_RANGES;
  const found = findInSlot(slot, find);
  if (found.length === 0) return NO_RANGES;
  const ranges: MaskRange[] = [];
  for (const { start, end, kind } of found) {
    if (!tally.counts(kind) || end <= start) continue;
    if (slot.isWord && kind === 'SECRET') tally.addWord(slot, kind);
    else tally.add(slot, kind);
    ranges.push({ start, end, kind });
  }
  return ranges;
}

interface Replaced {
  readonly placeholders: PlaceholderMap;
  /** The first message with a placeholder; 0 where the model is shown one in front of all messages, undefined where it is shown none. */
  readonly firstMessage: number | undefined;
}

/** Last pass, in reading order: numbers, look-alikes, new texts. */
function replaceAll(
  slots: readonly TextSlot[],
  ranges: readonly (readonly MaskRange[])[],
  { kinds, check }: { readonly kinds: readonly Kind[]; readonly check: () => void },
): Replaced {
  const numbering = createNumbering();
  const lookAlikes = lookAlikesOf(kinds.filter((kind) => kind !== 'SECRET'));
  const order = readingOrder(slots);
  /** By slot; undefined where the text stays as it is. */
  const masked: (MaskedPieces | undefined)[] = [];
  for (const index of order) {
    const slot = slots[index] as TextSlot;
    const list = ranges[index] as readonly MaskRange[];
    if (list.length === 0 && !lookAlikes.mayHold(slot.text)) continue;
    check();
    const standing = { isName: slot.structural, inJson: slot.encoding === 'json' };
    masked[index] = maskPieces(slot.text, list, { numbering, lookAlikes, standing });
  }
  numbering.finish();
  check();
  const fromCaller: string[] = [];
  let firstMessage: number | undefined;
  for (const index of order) {
    const slot = slots[index] as TextSlot;
    const pieces = masked[index];
    const text = pieces === undefined ? slot.text : joinPieces(pieces);
    if (text !== slot.text) {
      replaceSlot(slot, text);
      const shown = showsModel(slot);
      if (shown !== undefined && (firstMessage === undefined || shown < firstMessage)) firstMessage = shown;
    }
    if (slot.author === 'caller' && MAY_LINK.test(text)) fromCaller.push(text);
  }
  for (const text of fromCaller) learnDestinations(numbering.map, text);
  return { placeholders: numbering.map, firstMessage };
}

/** A text without any of these holds no link (see `restore-destination.ts`). */
const MAY_LINK = /\/\/|\]\(|\]:|<|www\.|\.[a-z]{2,24}(?::\d{1,5})?[/?#]/i;

/** What was found, and where first. */
class Tally {
  readonly findings = new Map<Kind, number>();
  readonly firsts = new Map<Kind, TextSlot>();
  unread = 0;
  private unreadable: MaskRefusal | undefined;
  private word: MaskRefusal | undefined;

  constructor(private readonly options: MaskOptions) {}

  counts(kind: Kind): boolean {
    return kind === 'SECRET' || this.options.pii !== 'disabled';
  }

  add(slot: TextSlot, kind: Kind): void {
    const count = this.findings.get(kind);
    this.findings.set(kind, (count ?? 0) + 1);
    if (count === undefined) this.firsts.set(kind, slot);
  }

  /** In a word of the format nothing can be masked: so it is refused, whatever the options say of its kind. */
  addWord(slot: TextSlot, kind: Kind): void {
    if (!this.counts(kind)) return;
    this.add(slot, kind);
    if (this.word !== undefined && (kind !== 'SECRET' || this.word.code === 'secret_detected')) return;
    const code = kind === 'SECRET' ? 'secret_detected' : 'pii_detected';
    this.word = { code, param: slotPath(slot), counts: { [kind]: 1 }, inWord: true };
  }

  /** A part that nobody here can read. */
  opaque(slot: TextSlot): void {
    const { unreadable, unknownParts } = this.options;
    if (slot.kind === 'unreadable' ? unreadable !== 'refuse' : unknownParts === 'allow') this.unread++;
    else
      this.unreadable ??= {
        code: slot.kind === 'unreadable' ? 'unreadable_content' : 'unknown_content',
        param: slotPath(slot),
        counts: {},
      };
  }

  refuses(): boolean {
    return this.refusal() !== undefined;
  }

  refusal(): MaskRefusal | undefined {
    const secrets = this.findings.get('SECRET');
    if (secrets !== undefined && this.options.secrets !== 'mask') {
      return { code: 'secret_detected', param: this.pathOf('SECRET'), counts: { SECRET: secrets } };
    }
    if (this.options.pii === 'block') {
      const personal = [...this.findings].filter(([kind]) => kind !== 'SECRET');
      const [first] = personal;
      if (first !== undefined) {
        return { code: 'pii_detected', param: this.pathOf(first[0]), counts: Object.fromEntries(personal) };
      }
    }
    return this.word ?? this.unreadable;
  }

  private pathOf(kind: Kind): string {
    const first = this.firsts.get(kind);
    return first === undefined ? '' : slotPath(first);
  }
}
