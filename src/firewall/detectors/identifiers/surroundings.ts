import type { CueTable } from './cue-table.ts';
import { type CueHits, readCues } from './cues.ts';
import { headerCell, type TableReader } from './table-header.ts';

/** How far a word speaks for a number that follows, and for one that stands before it. In UTF-16 units. */
const REACH_BEFORE = 64;
const REACH_AFTER = 40;
const ADJACENT = 30;
const MOST_NEAR = 8;
/** A word behind the number counts as if it stood this much farther away: labels mostly come first. */
const BEHIND = 8;

/** Cues around one number, nearest first. */
export interface Surroundings {
  readonly cues: number[];
  /** UTF-16 units between the cue and the number. */
  readonly gaps: number[];
  /** 1: the cue is a label: right before the number without another number between, or the head of its column. */
  readonly labels: number[];
  /** Where the cue in front ends, for those in front; -1 behind and in headers. */
  readonly ends: number[];
}

/** Reads cues of one text as far as needed and never twice. Numbers have to be asked about in ascending order of start. */
export interface CueReader {
  readonly text: string;
  readonly table: CueTable;
  readonly hits: CueHits;
  readonly header: TableReader;
  read: number;
  /** Hits before this one are too far back for any number still to come. */
  first: number;
}

export function cueReader(text: string, table: CueTable): CueReader {
  const hits = { starts: [], ends: [], ids: [] };
  return { text, table, hits, header: { block: -1, known: -1, delimiter: 0 }, read: 0, first: 0 };
}

export function surroundingsOf(reader: CueReader, start: number, end: number): Surroundings {
  const { text, table, hits } = reader;
  const near: Surroundings = { cues: [], gaps: [], labels: [], ends: [] };
  const from = Math.max(reader.read, start - REACH_BEFORE - 24);
  const to = Math.min(text.length, end + REACH_AFTER);
  if (from < to) reader.read = Math.max(reader.read, readCues(text, from, to, table.index, hits));
  while (reader.first < hits.ends.length && (hits.ends[reader.first] ?? 0) < start - 2 * REACH_BEFORE) reader.first++;

  const { gaps } = near;
  const cell = headerCell(text, start, end, reader.header);
  if (cell) {
    const inHeader: CueHits = { starts: [], ends: [], ids: [] };
    readCues(text, cell.start, cell.end, table.index, inHeader);
    for (const cue of inHeader.ids.slice(0, MOST_NEAR)) insert(near, cue, 0, 1, -1);
    if (near.cues.length > 0) return near;
  }
  const lineStart = cell ? text.lastIndexOf('\n', start - 1) + 1 : 0;
  for (let index = hits.ids.length - 1; index >= reader.first && gaps.length < MOST_NEAR; index--) {
    const cueStart = hits.starts[index] ?? 0;
    const cueEnd = hits.ends[index] ?? 0;
    const cue = hits.ids[index] ?? 0;
    if (cueEnd <= start) {
      if (start - cueEnd > REACH_BEFORE || cueStart < lineStart) break;
      insert(near, cue, start - cueEnd, start - cueEnd <= ADJACENT && !hasDigit(text, cueEnd, start) ? 1 : 0, cueEnd);
    } else if (cueStart >= end && cueStart - end <= REACH_AFTER && !leadsOn(text, end, cueStart, cueEnd)) {
      insert(near, cue, cueStart - end + BEHIND, 0, -1);
    }
  }
  return near;
}

/** Keeps the nearest first. */
function insert(near: Surroundings, cue: number, gap: number, label: number, cueEnd: number): void {
  const { gaps } = near;
  let place = gaps.length;
  gaps.push(gap);
  near.cues.push(cue);
  near.labels.push(label);
  near.ends.push(cueEnd);
  for (; place > 0 && (gaps[place - 1] ?? 0) > gap; place--) {
    gaps[place] = gaps[place - 1] ?? 0;
    near.cues[place] = near.cues[place - 1] ?? 0;
    near.labels[place] = near.labels[place - 1] ?? 0;
    near.ends[place] = near.ends[place - 1] ?? 0;
  }
  gaps[place] = gap;
  near.cues[place] = cue;
  near.labels[place] = label;
  near.ends[place] = cueEnd;
}

/** Whether a word behind a number belongs to what follows it: it stands on another line, or before a colon or equals sign. */
function leadsOn(text: string, end: number, cueStart: number, cueEnd: number): boolean {
  for (let index = end; index < cueStart; index++) if (text.charCodeAt(index) === 10) return true;
  for (let index = cueEnd; index < cueEnd + 4; index++) {
    const code = text.charCodeAt(index);
    if (code === 58 || code === 61 || code === 35 || code === 0xff1a || (code >= 48 && code <= 57)) return true;
  }
  return false;
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}
