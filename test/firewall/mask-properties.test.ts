/** What leaves, and what comes back, for generated conversations with values in every slot: our own detectors, the whole of masking. */
import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { type MaskOutcome, maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { conversation, stringsOf } from './conversations.ts';
import { inFirstSpelling } from './first-spelling.ts';
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

  test('comes back with each value in its first spelling where it is spelled in several ways', () => {
    const card = ['4556', '7375', '8689', '9855'];
    const spelled = fc.constantFrom(
      ...[
        'Jane.Doe@corp.test',
        'jane.doe@CORP.test',
        'jane.doe＠corp.test',
        'jane\u200b.doe@corp.test',
        'jane.doe at corp dot test',
      ].map((value) => `Please write to ${value} today.`),
      ...['+49 170 1234567', '+491701234567', '0049 170 1234567', '+49 (0)170 1234567'].map(
        (value) => `Call me at ${value}, please.`,
      ),
      ...[' ', '-', ''].map((between) => `My card is ${card.join(between)}, thanks.`),
      ...['Anna Weber', 'ANNA WEBER', 'Anna\u00a0Weber'].map((value) => `My name is ${value}.`),
      ...['2001:db8::17', '2001:DB8:0:0::17'].map((value) => `The host is ${value} here.`),
      'Nothing is said here.',
    );
    const texts = fc.array(
      fc.array(spelled, { minLength: 1, maxLength: 4 }).map((said) => `${said.join('\n')}\n`),
      { minLength: 1, maxLength: 6 },
    );
    let shared = 0;
    fc.assert(
      fc.property(texts, (contents) => {
        const body: JsonObject = { messages: contents.map((content) => ({ role: 'user', content })) };
        const { placeholders, findings } = mask(body);
        const back = (body.messages as { content: string }[]).map(({ content }) => restoreText(content, placeholders));
        expect(back).toEqual(inFirstSpelling(contents, find));
        // Each kind has one value here.
        for (const [kind, count] of placeholders.counts) expect([kind, count]).toEqual([kind, 1]);
        for (const count of findings.values()) shared += count - 1;
      }),
      { numRuns: RUNS * 3 },
    );
    expect(shared).toBeGreaterThan(RUNS);
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
