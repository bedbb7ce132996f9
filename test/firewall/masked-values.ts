import { expect } from 'bun:test';
import type { JsonValue } from '../../src/chat/json.ts';
import type { MaskOutcome } from '../../src/firewall/masking/mask-request.ts';
import { soughtOf } from '../../src/firewall/masking/mask-sought.ts';
import { kindOf } from '../../src/firewall/placeholder.ts';
import { formsOf, stringsOf } from './conversations.ts';

const LOOK_ALIKE = /(?:EMAIL|PERSON|PHONE|CARD|IBAN|ID|ADDRESS)[\W_]*\d/i;
const PLACEHOLDER = /(?:\[|%5B|&#91;)[A-Z_]+_\d+(?:\]|%5D|&#93;)/;

/** Values that were masked and are specific enough to be looked for elsewhere. */
export const soughtIn = ({ placeholders }: MaskOutcome): string[] =>
  [...placeholders.values]
    .filter(([name, value]) => !LOOK_ALIKE.test(value) && soughtOf(kindOf(name), value).length > 0)
    .map(([, value]) => value);

/** The bytes hold none of the values, in any form: searched as they are, and in what their strings say. */
export function expectNothingOf(values: readonly string[], json: string): void {
  const texts = stringsOf(JSON.parse(json) as JsonValue).join('\n');
  for (const value of values) {
    for (const form of formsOf(value)) {
      expect([form, json.includes(form) || texts.includes(form)]).toEqual([form, false]);
    }
    if (value.includes('@')) expect(texts.toLowerCase()).not.toContain(value.toLowerCase());
  }
}

/** The same fields in the same order; a text without a placeholder is the text it was. */
export function expectSameBut(before: JsonValue | undefined, after: JsonValue | undefined, path: string): void {
  if (typeof before === 'string' && typeof after === 'string') {
    const shown = after.startsWith('data:') ? decodeFile(after) : after;
    if (!PLACEHOLDER.test(shown) && !continues(before, after, path)) expect([path, after]).toEqual([path, before]);
  } else if (before !== null && after !== null && typeof before === 'object' && typeof after === 'object') {
    const inner = after as Record<string, JsonValue>;
    const keys = Object.keys(inner);
    Object.entries(before).forEach(([key, value], index) => {
      const found = keys[index] ?? '';
      if (!PLACEHOLDER.test(found)) expect(found).toBe(key);
      expectSameBut(value, inner[found], `${path}.${key}`);
    });
    expect(keys.length).toBe(Object.keys(before).length);
  } else expect(after).toEqual(before as typeof after);
}

/** A value may go on from one message or part into the next (mask-neighbours.ts): its placeholder stands in the first, the rest of it goes. */
function continues(before: string, after: string, path: string): boolean {
  return /\.content(?:\.\d+\.text)?$/.test(path) && before.endsWith(after) && before.length - after.length <= 200;
}

/** The text of a data: URL in base64. */
export const decodeFile = (url: string): string =>
  Buffer.from(url.slice(url.indexOf(',') + 1), 'base64').toString('utf8');
