import type { JsonObject } from '../../chat/json.ts';
import { isPlainKey } from '../../chat/slot-place.ts';
import { listTextSlots, replaceSlot, slotPath, type TextSlot } from '../../chat/text-slots.ts';
import type { Kind } from '../../contract/kinds.ts';
import type { Finding } from '../finding.ts';
import { createNumbering, emptyPlaceholders, type PlaceholderMap } from '../placeholder.ts';
import { learnDestinations } from '../restoring/restorer.ts';
import { findInSlot } from './find-in-slot.ts';
import { findAcross } from './mask-neighbours.ts';
import { appendNote } from './mask-note.ts';
import { readingOrder, showsModel } from './mask-order.ts';
import { sweep } from './mask-sweep.ts';
import { joinPieces, lookAlikeReader, type MaskedPieces, type MaskRange, maskPieces } from './mask-text.ts';

export type Find = (text: string) => readonly Finding[];

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
}

/** What was found of one kind, and where first. Never a value. */
export interface KindCount {
  readonly count: number;
  readonly firstPath: string;
}

export interface MaskRefusal {
  readonly code: 'pii_detected' | 'secret_detected' | 'unreadable_content' | 'unknown_content';
  /** The place of the first reason: `messages[2].content`. */
  readonly param: string;
  /** The kinds and how many of each; empty for content that could not be read. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface MaskOutcome {
  /** Whether the body was changed. */
  readonly changed: boolean;
  readonly findings: ReadonlyMap<Kind, KindCount>;
  readonly placeholders: PlaceholderMap;
  /** Parts that were passed without having been read. */
  readonly unread: number;
  readonly refusal?: MaskRefusal;
}

/**
 * Reads every string of a request and, as the options say, replaces findings in the body given, or says why it must not be sent. A
 * refused body is left unchanged. `find` returns findings sorted and not overlapping; what it throws is thrown on, and the
 * caller refuses. Throws `NestingTooDeep`.
 */
export function maskRequest(body: JsonObject, find: Find, options: MaskOptions): MaskOutcome {
  const { slots, commit } = listTextSlots(body);
  const tally = createTally(options);
  const ranges = slots.map((slot) => (slot.kind === 'text' ? rangesOf(slot, find, tally) : tally.opaque(slot)));
  for (const { slot, kind } of findAcross(slots, ranges, { find, counts: tally.counts })) tally.add(slot, kind);
  const { findings, unread } = tally;
  const refusal = tally.refusal();
  if (refusal !== undefined) return { changed: false, findings, placeholders: emptyPlaceholders(), unread, refusal };
  if (tally.masked === 0) return { changed: false, findings, placeholders: emptyPlaceholders(), unread };
  sweep(slots, ranges, (slot, kind) => tally.add(slot, kind));
  const { placeholders, firstMessage } = replaceAll(slots, ranges, [...findings.keys()]);
  commit();
  if (options.note !== false && firstMessage !== undefined) appendNote(body, firstMessage);
  return { changed: true, findings, placeholders, unread };
}

/** What has to go from a slot's text. Names of fields that are plain words hold no data. */
function rangesOf(slot: TextSlot, find: Find, tally: Tally): MaskRange[] {
  if (slot.text === '' || (slot.structural && isPlainKey(slot.text))) return [];
  const ranges: MaskRange[] = [];
  for (const { start, end, kind } of findInSlot(slot, find)) {
    if (!tally.counts(kind) || end <= start) continue;
    tally.add(slot, kind);
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
function replaceAll(slots: readonly TextSlot[], ranges: readonly MaskRange[][], kinds: readonly Kind[]): Replaced {
  const numbering = createNumbering();
  const lookAlikes = lookAlikeReader(kinds.filter((kind) => kind !== 'SECRET'));
  const masked = readingOrder(slots).map((index): readonly [TextSlot, MaskedPieces] => {
    const slot = slots[index] as TextSlot;
    const standing = { isName: slot.structural, inJson: slot.encoding === 'json' };
    const tools = { numbering, lookAlikes, standing };
    return [slot, slot.kind === 'text' ? maskPieces(slot.text, ranges[index] ?? [], tools) : []];
  });
  numbering.finish();
  const fromCaller: string[] = [];
  let firstMessage: number | undefined;
  for (const [slot, pieces] of masked) {
    const text = joinPieces(pieces);
    if (text !== slot.text) {
      replaceSlot(slot, text);
      const shown = showsModel(slot);
      if (shown !== undefined && (firstMessage === undefined || shown < firstMessage)) firstMessage = shown;
    }
    if (slot.author === 'caller') fromCaller.push(text);
  }
  for (const text of fromCaller) if (MAY_LINK.test(text)) learnDestinations(numbering.map, text);
  return { placeholders: numbering.map, firstMessage };
}

/** A text without any of these holds no link (see `restore-destination.ts`). */
const MAY_LINK = /[<:]|\]\(|www\.|[("']\/\//i;

interface Tally {
  readonly findings: Map<Kind, KindCount>;
  unread: number;
  masked: number;
  counts(kind: Kind): boolean;
  add(slot: TextSlot, kind: Kind): void;
  opaque(slot: TextSlot): MaskRange[];
  refusal(): MaskRefusal | undefined;
}

function createTally(options: MaskOptions): Tally {
  const findings = new Map<Kind, KindCount>();
  const secretRefused = options.secrets !== 'mask';
  let opaque: MaskRefusal | undefined;
  return {
    findings,
    unread: 0,
    masked: 0,
    counts: (kind) => kind === 'SECRET' || options.pii !== 'disabled',
    add(slot, kind) {
      const known = findings.get(kind);
      findings.set(
        kind,
        known === undefined ? { count: 1, firstPath: slotPath(slot) } : { ...known, count: known.count + 1 },
      );
      this.masked++;
    },
    opaque(slot) {
      const refused = slot.kind === 'unreadable' ? options.unreadable === 'refuse' : options.unknownParts !== 'allow';
      if (!refused) this.unread++;
      else
        opaque ??= {
          code: slot.kind === 'unreadable' ? 'unreadable_content' : 'unknown_content',
          param: slotPath(slot),
          counts: {},
        };
      return [];
    },
    refusal() {
      const secret = findings.get('SECRET');
      if (secret !== undefined && secretRefused) {
        return { code: 'secret_detected', param: secret.firstPath, counts: { SECRET: secret.count } };
      }
      const personal = [...findings].filter(([kind]) => kind !== 'SECRET');
      const first = personal[0];
      if (options.pii === 'block' && first !== undefined) {
        return {
          code: 'pii_detected',
          param: first[1].firstPath,
          counts: Object.fromEntries(personal.map(([k, f]) => [k, f.count])),
        };
      }
      return opaque;
    },
  };
}
