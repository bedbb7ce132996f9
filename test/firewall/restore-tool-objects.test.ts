/** Arguments of tools that come as objects (Ollama's own format, and servers that pass it on): treated like the string that would say the same. */
import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { type JsonObject, type JsonValue, parseJson } from '../../src/chat/json.ts';
import { createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { AnswerBlocked } from '../../src/firewall/answers/answer-judge.ts';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { noTally, RestorationFailed, type RestoreAnswerOptions } from '../../src/firewall/restoring/restore-field.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { findAll } from './mask-find.ts';

const numbering = createNumbering();
numbering.personal('EMAIL', 'ann@corp.example');
numbering.personal('PERSON', 'Ann "the\\boss" Lee');
numbering.finish();
const { map } = numbering;

/** The arguments of one call, and how they stand in the answer. */
const PLACES: readonly (readonly [string, (args: JsonValue, name?: string) => JsonObject])[] = [
  [
    'tool_calls',
    (args, name = 'send') => ({ tool_calls: [{ index: 0, id: 'c', function: { name, arguments: args } }] }),
  ],
  ['function_call', (args, name = 'send') => ({ function_call: { name, arguments: args } })],
  ['custom', (args, name = 'send') => ({ tool_calls: [{ index: 0, id: 'c', custom: { name, input: args } }] })],
  ['a part of the content', (args, name = 'send') => ({ content: [{ type: 'tool_use', id: 'c', name, input: args }] })],
];

const WAYS: readonly (readonly [string, (message: JsonObject, options?: RestoreAnswerOptions) => JsonObject])[] = [
  [
    'whole',
    (message, options) => {
      restoreAnswer({ choices: [{ index: 0, message }] }, map, options);
      return message;
    },
  ],
  [
    'streamed',
    (delta, options) => {
      const stream = createAnswerStream(map, options);
      stream.transform({ choices: [{ index: 0, delta, finish_reason: null }] });
      return delta;
    },
  ],
];

const argumentsIn = (message: JsonObject): JsonValue | undefined => {
  if (Array.isArray(message.content)) return (message.content[0] as JsonObject).input;
  const [call] = (message.tool_calls ?? [{ function: message.function_call }]) as JsonObject[];
  const named = (call?.function ?? call?.custom) as JsonObject;
  return named.arguments ?? named.input;
};

describe.each(WAYS)('%s', (_way, restore) => {
  describe.each(PLACES)('%s', (_place, say) => {
    const given = (args: JsonValue, options?: RestoreAnswerOptions): JsonValue | undefined =>
      argumentsIn(restore(say(args), options));

    test('every string gets its values, names and ids too', () => {
      expect(given({ to: ['[EMAIL_1]', { id: 'of [EMAIL_1]', type: '{PERSON_1}' }], '[EMAIL_1]': true })).toEqual({
        to: ['ann@corp.example', { id: 'of ann@corp.example', type: 'Ann "the\\boss" Lee' }],
        'ann@corp.example': true,
      });
      expect(given(['[EMAIL_1]'])).toEqual(['ann@corp.example']);
    });

    test('JSON in a string stays JSON', () => {
      const args = given({ payload: JSON.stringify({ name: '[PERSON_1]' }) }) as JsonObject;
      expect(JSON.parse(String(args.payload))).toEqual({ name: 'Ann "the\\boss" Lee' });
    });

    test('numbers keep their spelling', () => {
      const args = given(parseJson('{"seed":9007199254740993,"price":1.50,"to":"[EMAIL_1]"}'));
      expect(JSON.stringify(args)).toBe('{"seed":9007199254740993,"price":1.50,"to":"ann@corp.example"}');
    });

    test('what has no placeholder is left as it is', () => {
      const args = { __proto__: null, a: [1, null, true], b: 'of [EMAIL_2]' } as unknown as JsonObject;
      expect(given(args)).toBe(args);
    });

    test('values are counted', () => {
      const tally = noTally();
      given({ a: '[EMAIL_1] [PERSON_1]', '[EMAIL_1]': 'https://evil.example/[EMAIL_1]' }, { tally });
      expect(tally.counts).toMatchObject({ restored: 3, refused: 1 });
    });

    test.each([[['send']], ['all' as const]])('tools that are excluded get placeholders: %p', (withoutTools) => {
      const tally = noTally();
      const args = { to: '[EMAIL_1]', '[EMAIL_1]': 1 };
      expect(given({ ...args }, { withoutTools, tally })).toEqual(args);
      expect(tally.tools.restored).toBe(2);
      expect(tally.counts.restored).toBe(0);
    });

    test('a call that cannot be restored does not go on', () => {
      const tally = noTally();
      const message = say({ to: '[EMAIL_1]' });
      const before = structuredClone(message);
      expect(() => restore(message, { tally, expired: () => true })).toThrow(RestorationFailed);
      expect(message).toEqual(before);
      expect(tally.failed).toBe(true);
    });

    const inspecting = (mode: 'mask' | 'block'): RestoreAnswerOptions => ({
      inspection: createAnswerInspection({
        modes: { personal: mode, secrets: 'off' },
        find: findAll,
        map,
        own: { has: () => false },
      }),
    });

    test('what the model produced is masked, in names too, before values come back', () => {
      expect(given({ to: 'canary123x and [EMAIL_1]', canary123x: 7 }, inspecting('mask'))).toEqual({
        to: '[PERSON] and ann@corp.example',
        '[PERSON]': 7,
      });
    });

    test('or blocked', () => {
      expect(() => given({ id: { deep: ['canary123x'] } }, inspecting('block'))).toThrow(AnswerBlocked);
    });

    test('the same as in a string', () => {
      const string = fc.constantFrom(
        '[EMAIL_1]',
        'x {PERSON_1} y',
        'https://evil.example/[EMAIL_1]',
        '{"a":"[PERSON_1]"}',
        '"',
        '\\',
        'é',
      );
      const { args } = fc.letrec<{ args: JsonValue }>((tie) => ({
        args: fc.oneof(
          { maxDepth: 4 },
          fc.array(fc.oneof(string, tie('args')), { maxLength: 4 }),
          fc.dictionary(
            fc.oneof(fc.constantFrom('id', 'url', 'type', 'a'), string),
            fc.oneof(string, fc.integer(), tie('args')),
            { maxKeys: 4 },
          ),
        ) as fc.Arbitrary<JsonValue>,
      }));
      fc.assert(
        fc.property(args, (value) => {
          const text = argumentsIn(restore(PLACES[0]?.[1](JSON.stringify(value)) ?? {}));
          const stated = typeof text === 'string' && text !== '' ? text : JSON.stringify(value);
          expect(given(structuredClone(value))).toEqual(JSON.parse(stated));
        }),
        { numRuns: 300 },
      );
    });
  });
});

test('a name that comes in pieces is that of an excluded tool', () => {
  const stream = createAnswerStream(map, { withoutTools: ['send'] });
  const call = (more: JsonObject): JsonObject => ({ tool_calls: [{ index: 0, ...more }] });
  const first = call({ id: 'c', function: { name: 'se' } });
  const second = call({ function: { name: 'nd', arguments: { to: '[EMAIL_1]' } } });
  for (const delta of [first, second]) stream.transform({ choices: [{ index: 0, delta, finish_reason: null }] });
  expect(argumentsIn(second)).toEqual({ to: '[EMAIL_1]' });
});
