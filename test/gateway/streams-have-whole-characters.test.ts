/** "Valid UTF-8, no half characters": what a provider cut within a character arrives whole, in every field, masked or not. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { chunk, DONE, streamedAnswer } from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

const MAIL = ['a.b', 'corp.test'].join('@');
const HALF = /[\ud800-\udfff]/u;

/** Python's clients decode each chunk by itself: no string of one may hold half a character. */
async function events(pieces: readonly string[], more: Record<string, unknown> = {}): Promise<string[]> {
  running.provider.answerWith(() => streamedAnswer([...pieces, DONE]));
  const got = await eventsOf(await running.post(chat(`I am ${MAIL}`, { stream: true, ...more })));
  expect(got.at(-1)).toBe('[DONE]');
  for (const event of got) expect(event.replace(/\\u([0-9a-f]{4})/gi, fromEscape)).not.toMatch(HALF);
  return got;
}

const fromEscape = (_all: string, digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));

describe.each(['disabled', 'obfuscate'])('with pii: %s', (pii) => {
  test('a character in two chunks, and choices that take turns', async () => {
    const got = await events(
      [
        chunk({ content: 'a\ud83d' }),
        chunk({ content: '\ud83c' }, null, 1),
        chunk({ content: '' }),
        chunk({ content: '\ude00b' }),
        chunk({ content: '\udf4e' }, null, 1),
        chunk({}, 'stop', 1),
        chunk({}, 'stop'),
      ],
      { pii, n: 2 },
    );
    const choices = got.slice(0, -1).flatMap((event) => JSON.parse(event).choices);
    const text = (index: number) =>
      choices
        .filter((choice) => choice.index === index)
        .map((choice) => choice.delta.content ?? '')
        .join('');
    expect([text(0), text(1)]).toEqual(['a😀b', '🍎']);
  });

  test('reasoning and the arguments of tools', async () => {
    const call = (text: string) => ({ tool_calls: [{ index: 3, function: { arguments: text } }] });
    const got = await events(
      [
        chunk({ reasoning_content: '\ud83d' }),
        chunk({ reasoning_content: '\ude00' }),
        chunk({
          tool_calls: [{ index: 3, id: 'c', type: 'function', function: { name: 'f', arguments: '{"a":"\ud83d' } }],
        }),
        chunk(call('\ude00"}')),
        chunk({}, 'tool_calls'),
      ],
      { pii },
    );
    const deltas = got.slice(0, -1).map((event) => JSON.parse(event).choices[0].delta);
    expect(deltas.map((delta) => delta.reasoning_content ?? '').join('')).toBe('😀');
    expect(deltas.map((delta) => delta.tool_calls?.[0]?.function?.arguments ?? '').join('')).toBe('{"a":"😀"}');
  });

  test('half a character that stays alone is none', async () => {
    const got = await events([chunk({ content: 'a\ud83d' }), chunk({ content: 'b\ud83d' }), chunk({}, 'length')], {
      pii,
    });
    expect(contentOf(got)).toBe('a\ufffdb');
  });
});
