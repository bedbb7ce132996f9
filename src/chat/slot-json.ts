/** A string literal inside a JSON text: its range with the quotes, what it says, and whether it names a field. */
export interface JsonString {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isKey: boolean;
}

/**
 * Every string literal of a JSON text in order, keys too, or undefined where the text is not JSON. The literals are read from the
 * text itself and not from the parsed value: so duplicate keys are all seen, and numbers and blanks stay as written when
 * one literal is replaced.
 */
export function jsonStrings(json: string): JsonString[] | undefined {
  if (!isJson(json)) return undefined;
  const found: JsonString[] = [];
  let at = json.indexOf('"');
  while (at !== -1) {
    const end = literalEnd(json, at);
    found.push({ start: at, end, text: literalText(json, at, end), isKey: followedByColon(json, end) });
    at = json.indexOf('"', end);
  }
  return found;
}

/** Writes replaced literals into the text; `edits` are sorted by start and do not overlap. */
export function replaceJsonStrings(
  json: string,
  edits: readonly { start: number; end: number; text: string }[],
): string {
  let out = '';
  let from = 0;
  for (const edit of edits) {
    out += json.slice(from, edit.start) + JSON.stringify(edit.text);
    from = edit.end;
  }
  return out + json.slice(from);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function literalText(json: string, start: number, end: number): string {
  const inside = json.slice(start + 1, end - 1);
  return inside.includes('\\') ? (JSON.parse(json.slice(start, end)) as string) : inside;
}

/** Past the closing quote of the literal that opens at `start`; the text is known to be JSON. */
function literalEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length) {
    const c = json.charCodeAt(at);
    if (c === 0x22) return at + 1;
    at += c === 0x5c ? 2 : 1;
  }
  return json.length;
}

function followedByColon(json: string, from: number): boolean {
  let at = from;
  while (at < json.length && json.charCodeAt(at) <= 0x20) at++;
  return json.charCodeAt(at) === 0x3a;
}
