/** What leaves, and what comes back, for generated conversations with values in every slot: our own detectors, the whole of masking. */
import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { type MaskOutcome, maskRequest } from '../../src/firewall/mask-request.ts';
import { soughtOf } from '../../src/firewall/mask-sought.ts';
import { kindOf } from '../../src/firewall/placeholder.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { restoreText } from '../../src/firewall/restore.ts';
import { conversation, formsOf, stringsOf } from './conversations.ts';

const RUNS = Number(process.env.MASK_RUNS ?? 60);
const find = (text: string) => inspectText(text, defaultDetectionPolicy);
const mask = (body: JsonObject): MaskOutcome =>
  maskRequest(body, find, { pii: 'obfuscate', secrets: 'mask', unreadable: 'allow', note: false });

const LOOK_ALIKE = /(?:EMAIL|PERSON|PHONE|CARD|IBAN|ID|ADDRESS)[\W_]*\d/i;
const PLACEHOLDER = /(?:\[|%5B|&#91;)[A-Z_]+_\d+(?:\]|%5D|&#93;)/;

/** Values that were masked and are specific enough to be looked for elsewhere. */
const sought = ({ placeholders }: MaskOutcome): string[] =>
  [...placeholders.values]
    .filter(([name, value]) => !LOOK_ALIKE.test(value) && soughtOf(kindOf(name), value).length > 0)
    .map(([, value]) => value);

describe('any conversation', () => {
  test('leaves with nothing of a masked value in it, in any form', () => {
    let masked = 0;
    let planted = 0;
    fc.assert(
      fc.property(conversation(), ({ values, body }) => {
        const outcome = mask(body);
        const json = JSON.stringify(body);
        const texts = stringsOf(JSON.parse(json) as JsonValue).join('\n');
        const all = sought(outcome);
        for (const value of all) {
          for (const form of formsOf(value))
            expect([form, json.includes(form) || texts.includes(form)]).toEqual([form, false]);
          if (value.includes('@')) expect(texts.toLowerCase()).not.toContain(value.toLowerCase());
        }
        planted += values.length;
        masked += values.filter(({ value }) => !texts.includes(value)).length;
      }),
      { numRuns: RUNS },
    );
    // The property says nothing where nothing is found.
    expect(masked / planted).toBeGreaterThan(0.9);
  });

  test('keeps everything that was not masked, and its shape', () => {
    fc.assert(
      fc.property(conversation(), ({ body }) => {
        const before = structuredClone(body);
        mask(body);
        expectSameBut(before, JSON.parse(JSON.stringify(body)) as JsonValue, '');
      }),
      { numRuns: RUNS },
    );
  });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(conversation({ plain: true, literals: false }), ({ body }) => {
        const before = structuredClone(body);
        const { placeholders } = mask(body);
        expectRestored(before, body, (text, json) =>
          restoreText(text, placeholders, {
            allowedHosts: ['corp.test'],
            ...(json ? { json: 'always' as const } : {}),
          }),
        );
      }),
      { numRuns: RUNS },
    );
  });

  test('is masked to the same bytes again, and not masked twice', () => {
    fc.assert(
      fc.property(conversation(), ({ body }) => {
        const again = structuredClone(body);
        mask(body);
        mask(again);
        expect(JSON.stringify(again)).toBe(JSON.stringify(body));
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});

/** The same fields in the same order; a text without a placeholder is the text it was. */
function expectSameBut(before: JsonValue | undefined, after: JsonValue | undefined, path: string): void {
  if (typeof before === 'string' && typeof after === 'string') {
    const shown = after.startsWith('data:') ? decodeFile(after) : after;
    if (!PLACEHOLDER.test(shown)) expect([path, after]).toEqual([path, before]);
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

const decodeFile = (url: string): string => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64').toString('utf8');

type Restore = (text: string, json: boolean) => string;

function expectRestored(before: JsonValue | undefined, after: JsonValue | undefined, restore: Restore, key = ''): void {
  if (typeof before === 'string' && typeof after === 'string') {
    if (key === 'arguments') expect(JSON.parse(restore(after, true))).toEqual(JSON.parse(before));
    else if (after.startsWith('data:')) expect(restore(decodeFile(after), false)).toBe(decodeFile(before));
    else expect(restore(after, false)).toBe(before);
  } else if (before !== null && after !== null && typeof before === 'object' && typeof after === 'object') {
    const inner = Object.entries(after as Record<string, JsonValue>);
    Object.entries(before).forEach(([name, value], index) => {
      const [found = '', one] = inner[index] ?? [];
      expect(restore(found, false)).toBe(name);
      expectRestored(value, one, restore, name);
    });
  } else expect(after).toEqual(before as typeof after);
}
