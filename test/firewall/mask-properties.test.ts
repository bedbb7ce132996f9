/** What leaves, and what comes back, for generated conversations with values in every slot: our own detectors, the whole of masking. */
import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { type MaskOutcome, maskRequest } from '../../src/firewall/mask-request.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { restoreText } from '../../src/firewall/restore.ts';
import { conversation, stringsOf } from './conversations.ts';
import { decodeFile, expectNothingOf, expectSameBut, soughtIn } from './masked-values.ts';

const RUNS = Number(process.env.MASK_RUNS ?? 60);
const find = (text: string) => inspectText(text, defaultDetectionPolicy);
const mask = (body: JsonObject): MaskOutcome =>
  maskRequest(body, find, { pii: 'obfuscate', secrets: 'mask', unreadable: 'allow', note: false });

describe('any conversation', () => {
  test('leaves with nothing of a masked value in it, in any form', () => {
    let masked = 0;
    let planted = 0;
    fc.assert(
      fc.property(conversation(), ({ values, body }) => {
        const outcome = mask(body);
        const json = JSON.stringify(body);
        const texts = stringsOf(JSON.parse(json) as JsonValue).join('\n');
        expectNothingOf(soughtIn(outcome), json);
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
