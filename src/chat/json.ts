/**
 * JSON that comes out as it went in: numbers that JavaScript would round or respell (64-bit seeds, `1.50`) are kept as
 * `JSON.rawJSON` objects (TC39 "JSON.parse source text access"), the last of duplicate keys counts, `__proto__` is data.
 */
export type JsonValue = string | number | boolean | null | JsonObject | JsonValue[];
export interface JsonObject {
  [key: string]: JsonValue | undefined;
}

interface SourceContext {
  readonly source?: string;
}

const rawJson = (JSON as unknown as { rawJSON(text: string): JsonValue }).rawJSON;

/** Parses keeping number spellings. Throws SyntaxError. */
export function parseJson(text: string): JsonValue {
  // A reviver triples the time of a parse, and hardly any body has a number that needs it.
  return (RESPELLED.test(text) ? JSON.parse(text, keepNumber) : JSON.parse(text)) as JsonValue;
}

/**
 * Digits that JavaScript might print another way: fifteen and more in a row, an exponent, a decimal that ends in zero or is long,
 * a very small number, minus zero. Also found inside strings, where it costs time and nothing else.
 */
const RESPELLED = /\d(?:\d{14}|\.\d{0,12}0(?!\d)|\.\d{12}|\.0{4}|[eE])|-0/;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value);
}

/** The number a field holds, also when its spelling was kept; undefined where it is no number. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return isRawNumber(value) ? Number((value as { rawJSON: string }).rawJSON) : undefined;
}

/** How a number is written; undefined where the value is no number. */
export function numberText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return isRawNumber(value) ? (value as { rawJSON: string }).rawJSON : undefined;
}

const isRawJson = (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON;

function isRawNumber(value: unknown): boolean {
  return isRawJson(value);
}

function keepNumber(_key: string, value: unknown, context?: SourceContext): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return String(value) === context.source ? value : rawJson(context.source);
}

/** An answer or a chunk nested deeper is none that a provider means: it is refused before it is read. */
export const MAX_ANSWER_DEPTH = 128;

/** Whether arrays and objects stand in each other more levels deep than these: what goes through such a value by recursion needs no bound of its own afterwards. */
export function nestsDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return !isRawNumber(value);
  if (Array.isArray(value)) {
    for (const each of value) if (nestsDeeperThan(levels - 1, each)) return true;
    return false;
  }
  for (const key in value) if (nestsDeeperThan(levels - 1, (value as JsonObject)[key])) return true;
  return false;
}
