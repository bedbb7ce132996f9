/** What is known of the table around the last number asked about, so that each line is walked over once. */
export interface TableReader {
  /** Start of the first line of the block, -1 for none. */
  block: number;
  /** Start of the last line known to belong to the block. */
  known: number;
  delimiter: number;
}

const NEWLINE = 10;
const LONGEST_LINE = 1_000;

/**
 * The cell at the head of the column in which `[start, end)` fills a cell: CSV, TSV, semicolons, or a Markdown table. The head is
 * the first of the neighbouring lines that hold the delimiter. Undefined outside tables and in the head itself.
 */
export function headerCell(text: string, start: number, end: number, reader: TableReader) {
  const delimiter = delimiterAround(text, start, end);
  if (delimiter === 0) return undefined;
  const lineStart = startOfLine(text, start);
  if (lineStart < 0) return undefined;
  const column = count(text, delimiter, lineStart, start);
  const block = blockStart(text, lineStart, delimiter, reader);
  if (block < 0 || block === lineStart) return undefined;
  let cellStart = block;
  for (let skipped = 0; skipped < column; skipped++) {
    cellStart = text.indexOf(String.fromCharCode(delimiter), cellStart) + 1;
    if (cellStart === 0 || cellStart >= lineStart) return undefined;
  }
  let cellEnd = cellStart;
  while (cellEnd < cellStart + 60 && text.charCodeAt(cellEnd) !== delimiter && text.charCodeAt(cellEnd) !== NEWLINE)
    cellEnd++;
  return cellStart < lineStart ? { start: cellStart, end: cellEnd } : undefined;
}

function delimiterAround(text: string, start: number, end: number): number {
  let left = start - 1;
  while (left >= 0 && start - left < 12 && isPadding(text.charCodeAt(left))) left--;
  let right = end;
  while (right < text.length && right - end < 24 && isPadding(text.charCodeAt(right))) right++;
  const before = left < 0 ? NEWLINE : text.charCodeAt(left);
  const after = right >= text.length ? NEWLINE : text.charCodeAt(right);
  if (isDelimiter(before)) return after === before || after === NEWLINE || after === 13 ? before : 0;
  return before === NEWLINE && isDelimiter(after) ? after : 0;
}

function isDelimiter(code: number): boolean {
  return code === 44 || code === 59 || code === 124 || code === 9;
}

function isPadding(code: number): boolean {
  return code === 32 || code === 34 || code === 39;
}

function startOfLine(text: string, at: number): number {
  const limit = Math.max(0, at - LONGEST_LINE);
  for (let index = at - 1; index >= limit; index--) if (text.charCodeAt(index) === NEWLINE) return index + 1;
  return limit === 0 ? 0 : -1;
}

function blockStart(text: string, lineStart: number, delimiter: number, reader: TableReader): number {
  let line = lineStart;
  let found = lineStart;
  while (line > 0) {
    if (reader.delimiter === delimiter && line === reader.known) {
      found = reader.block;
      break;
    }
    const above = startOfLine(text, line - 1);
    if (above < 0 || count(text, delimiter, above, line - 1) === 0) break;
    found = above;
    line = above;
  }
  if (reader.delimiter === delimiter && reader.known === lineStart) return reader.block;
  reader.block = found;
  reader.known = lineStart;
  reader.delimiter = delimiter;
  return found;
}

function count(text: string, symbol: number, from: number, to: number): number {
  let found = 0;
  for (let index = from; index < to; index++) if (text.charCodeAt(index) === symbol) found++;
  return found;
}
