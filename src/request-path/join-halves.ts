import { isObject, type JsonObject, type JsonValue, numberOf } from '../chat/json.ts';

/** Joins, in place, what the chunks of one stream cut within a character; `data` is the chunk as it came. */
export type HalfJoiner = (data: string, choices: readonly unknown[]) => void;

/**
 * Providers that cut a text by UTF-16 units escape the halves of one character in two chunks (`\ud83d`, then `\ude00`). JavaScript joins
 * them by itself, Python keeps two halves that cannot be printed: a half waits for the other one. A half that stays alone is no character,
 * so it is dropped at the end of a text, and U+FFFD inside one (Unicode 16, section 3.9, D76 and C10).
 */
export function createHalfJoiner(): HalfJoiner {
  const held = new Map<string, string>();
  const join = (text: string, key: string): string => {
    const joined = (held.get(key) ?? '') + text;
    held.delete(key);
    if (!ENDS_IN_HALF.test(joined)) return joined.toWellFormed();
    held.set(key, joined.slice(-1));
    return joined.slice(0, -1).toWellFormed();
  };
  const joinIn = (value: JsonValue | undefined, key: string): JsonValue | undefined => {
    if (typeof value === 'string') return join(value, key);
    if (Array.isArray(value)) {
      for (const [i, each] of value.entries()) {
        const place = isObject(each) ? (numberOf(each.index) ?? i) : i;
        value[i] = joinIn(each, `${key}.${place}`) ?? null;
      }
    } else if (isObject(value)) {
      for (const name of Object.keys(value)) value[name] = joinIn(value[name], `${key}.${name}`);
    }
    return value;
  };
  return (data, choices) => {
    if (held.size === 0 && !ESCAPED_HALF.test(data)) return;
    for (const choice of choices) if (isObject(choice)) joinIn(deltaOf(choice), `${numberOf(choice.index) ?? 0}`);
  };
}

const deltaOf = ({ delta }: JsonObject): JsonValue | undefined => (isObject(delta) ? delta : undefined);

/** A string of JSON that ends in the first half of a character. UTF-8 itself cannot say one. */
const ESCAPED_HALF = /\\u[dD][89abAB][0-9a-fA-F]{2}"/;
const ENDS_IN_HALF = /[\ud800-\udbff]$/;
