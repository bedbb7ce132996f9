/** A literal inside a JSON text: its range (with the quotes of a string), what it says, and whether it names a field. */
export interface JsonLiteral {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isKey: boolean;
  /** The name of the field it is the value of, or of the list it stands in; empty for none. */
  readonly label: string;
}

/**
 * Every string of a JSON text and every number long enough to be data, in order, keys too, or undefined where the text is not JSON. The
 * literals are read from the text itself and not from the parsed value: so duplicate keys are all seen, and other numbers and
 * blanks stay as written when one literal is replaced.
 */
export function jsonLiterals(json: string): JsonLiteral[] | undefined {
  if (!isJson(json)) return undefined;
  const found: JsonLiteral[] = [];
  let label = '';
  /** Between two strings: brackets and numbers. */
  const between = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const code = json.charCodeAt(at);
      if (code === 0x7d) label = '';
      if (!isDigit(code) && code !== 0x2d) continue;
      const start = at;
      while (at + 1 < to && continuesNumber(json.charCodeAt(at + 1))) at++;
      const text = longNumber(json.slice(start, at + 1));
      if (text !== undefined) found.push({ start, end: at + 1, text, isKey: false, label });
    }
  };
  let from = 0;
  for (let at = json.indexOf('"'); at !== -1; at = json.indexOf('"', from)) {
    between(from, at);
    const end = literalEnd(json, at);
    const text = literalText(json, at, end);
    const isKey = followedByColon(json, end);
    found.push({ start: at, end, text, isKey, label: isKey ? '' : label });
    if (isKey) label = text;
    from = end;
  }
  between(from, json.length);
  return found;
}

/**
 * The digits of a whole number of seven places and more, undefined for any other. Such a number can be somebody's telephone number or card; others
 * are amounts, counts, measures. Tables with gaps write whole numbers with `.0`, which is left out here.
 */
export const longNumber = (text: string): string | undefined => /^(-?\d{7,})(?:\.0+)?$/.exec(text)?.[1];

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Digits, sign, point and exponent (RFC 8259, section 6). */
const continuesNumber = (code: number): boolean =>
  isDigit(code) || code === 0x2d || code === 0x2b || code === 0x2e || (code | 0x20) === 0x65;

/** Writes replaced literals into the text as strings; `edits` are sorted by start and do not overlap. */
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
