import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject } from '../../src/chat/json.ts';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';

const numbering = createNumbering();
const HOSTILE = 'O"Neil \\ \n\t{}[] 😀 \u202e [PERSON_1]';
numbering.personal('PERSON', HOSTILE);
numbering.personal('EMAIL', 'ann@corp.example');
const map = numbering.map;

type Delta = JsonObject;
const chunk = (index: number, delta: Delta, finish: string | null = null): JsonObject => ({
  id: 'c1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index, delta, finish_reason: finish }],
});

/** What a client puts together from a stream: every text by choice, field and tool call, and where each choice finished. */
function assemble(chunks: readonly JsonObject[]) {
  const texts = new Map<string, string>();
  const finished: string[] = [];
  const late: string[] = [];
  for (const each of chunks) {
    for (const choice of each.choices as { index: number; delta: JsonObject; finish_reason: string | null }[]) {
      const add = (key: string, text: unknown): void => {
        if (typeof text !== 'string' || text === '') return;
        const full = `${choice.index}:${key}`;
        texts.set(full, (texts.get(full) ?? '') + text);
        if (finished.includes(`${choice.index}`)) late.push(full);
      };
      const { content } = choice.delta;
      if (Array.isArray(content)) for (const part of content as JsonObject[]) add('content', part.text);
      else add('content', content);
      for (const name of ['refusal', 'reasoning', 'reasoning_content']) add(name, choice.delta[name]);
      add('transcript', (choice.delta.audio as JsonObject | undefined)?.transcript);
      add('call', (choice.delta.function_call as JsonObject | undefined)?.arguments);
      for (const call of (choice.delta.tool_calls as JsonObject[] | undefined) ?? []) {
        add(
          `tool${call.index}`,
          (call.function as JsonObject | undefined)?.arguments ?? (call.custom as JsonObject | undefined)?.input,
        );
      }
      if (choice.finish_reason !== null && choice.finish_reason !== undefined) finished.push(`${choice.index}`);
    }
  }
  return { texts, late };
}

function stream(chunks: readonly JsonObject[], options = {}) {
  const answers = createAnswerStream(map, options);
  const out = chunks.flatMap((c) => answers.transform(structuredClone(c)));
  return [...out, ...answers.end()];
}

/** Ways to send one field's text in deltas. */
const FIELDS: Readonly<Record<string, (text: string) => Delta>> = {
  content: (text) => ({ content: text }),
  refusal: (text) => ({ refusal: text }),
  transcript: (text) => ({ audio: { transcript: text } }),
  tool0: (text) => ({ tool_calls: [{ index: 0, function: { arguments: text } }] }),
  tool1: (text) => ({ tool_calls: [{ index: 1, function: { arguments: text } }] }),
  tool2: (text) => ({ tool_calls: [{ index: 2, custom: { input: text } }] }),
};
const PROSE = 'Dear [PERSON_1], (EMAIL_1) [EMAIL_2] `EMAIL_1`. PERSON_1';
const ARGUMENTS = '{"to":"[PERSON_1]","cc":["[EMAIL_1]","PERSON_1"],"bare":[PERSON_1]}';
const textOf = (field: string): string => (field === 'tool0' || field === 'tool1' ? ARGUMENTS : PROSE);
const PROSE_RESTORED = `Dear ${HOSTILE}, ann@corp.example [EMAIL_2] \`ann@corp.example\`. ${HOSTILE}`;
const ARGUMENTS_RESTORED = { to: HOSTILE, cc: ['ann@corp.example', HOSTILE], bare: HOSTILE };

describe('streams', () => {
  test('choices, fields and tool calls interleaved at random give what each says alone', () => {
    const fields = [0, 1].flatMap((choice) => Object.keys(FIELDS).map((field) => ({ choice, field })));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1000 })), (random) => {
        const next = (below: number): number => (random.next().value as number) % below;
        const open = fields.map((f) => ({ ...f, rest: textOf(f.field) }));
        const chunks: JsonObject[] = [];
        while (open.length > 0) {
          const at = next(open.length);
          const one = open[at];
          if (one === undefined) break;
          const size = 1 + next(9);
          chunks.push(chunk(one.choice, FIELDS[one.field]?.(one.rest.slice(0, size)) ?? {}));
          one.rest = one.rest.slice(size);
          if (one.rest === '') open.splice(at, 1);
        }
        chunks.push(chunk(0, {}, 'stop'), chunk(1, {}, 'tool_calls'));
        const { texts, late } = assemble(stream(chunks));
        expect(late).toEqual([]);
        for (const { choice, field } of fields) {
          const text = texts.get(`${choice}:${field}`) ?? '';
          if (field === 'tool0' || field === 'tool1') expect(JSON.parse(text)).toEqual(ARGUMENTS_RESTORED);
          else expect(text).toBe(PROSE_RESTORED);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a placeholder cut off by the end leaves as a delta before the finish frame', () => {
    const out = stream([
      chunk(0, { role: 'assistant', content: '' }),
      chunk(0, { content: 'mail [EMA' }),
      chunk(0, {}, 'length'),
    ]);
    expect(out.map((c) => (c.choices as JsonObject[])[0])).toEqual([
      { index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null },
      { index: 0, delta: { content: 'mail ' }, finish_reason: null },
      { index: 0, delta: { content: '[EMA' }, finish_reason: null },
      { index: 0, delta: {}, finish_reason: 'length' },
    ]);
    expect(out.every((c) => c.id === 'c1' && c.model === 'm')).toBe(true);
  });

  test('text in the finish frame leaves before it, in order', () => {
    const out = stream([chunk(0, { content: 'a [EMAIL_' }), chunk(0, { content: '1] b EMAIL_1' }, 'stop')]);
    expect(assemble(out)).toEqual({
      texts: new Map([['0:content', 'a ann@corp.example b ann@corp.example']]),
      late: [],
    });
    expect(out.at(-1)?.choices).toEqual([{ index: 0, delta: {}, finish_reason: 'stop' }]);
  });

  test('a stream that ends without a finish frame gives up what it held', () => {
    const out = stream([chunk(0, { content: 'x [PERS' }), chunk(1, FIELDS.tool1?.('{"a":"[E') ?? {})]);
    expect(assemble(out).texts).toEqual(
      new Map([
        ['0:content', 'x [PERS'],
        ['1:tool1', '{"a":"[E'],
      ]),
    );
  });

  test('a chunk that has become empty is not sent, one that says something is', () => {
    const answers = createAnswerStream(map);
    expect(answers.transform(chunk(0, { content: '[EMAIL' }))).toEqual([]);
    expect(answers.transform(chunk(0, { role: 'assistant', content: '_' }))).toHaveLength(1);
    expect(answers.transform({ ...chunk(0, { content: '1' }), usage: { total_tokens: 3 } })).toHaveLength(1);
    expect(
      answers.transform(
        chunk(0, {
          tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'f', arguments: '[' } }],
        }),
      ),
    ).toHaveLength(1);
    expect(answers.transform({ ...chunk(0, {}), choices: [] })).toHaveLength(1);
    expect(answers.transform(chunk(0, { content: '' }))).toHaveLength(1);
    const withLogprobs = chunk(0, { content: ']' });
    (withLogprobs.choices as JsonObject[])[0] = {
      index: 0,
      delta: { content: '[EMAIL_' },
      logprobs: { content: [{ token: '[EMAIL_', logprob: -1 }] },
      finish_reason: null,
    };
    const sent = answers.transform(withLogprobs);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain('"token":"[EMAIL_"');
  });

  test('reasoning ends when content begins', () => {
    const out = stream([
      chunk(0, { reasoning_content: 'for EMAIL_1' }),
      chunk(0, { content: 'Hi' }),
      chunk(0, {}, 'stop'),
    ]);
    const order = out.flatMap((c) => Object.keys(((c.choices as JsonObject[])[0] as { delta: JsonObject }).delta));
    expect(order).toEqual(['reasoning_content', 'reasoning_content', 'content']);
    expect(assemble(out).texts.get('0:reasoning_content')).toBe('for ann@corp.example');
  });

  test('content as parts goes on from part to part', () => {
    const out = stream([
      chunk(0, { content: [{ type: 'text', text: 'a [EMAIL' }] }),
      chunk(0, { content: [{ type: 'text', text: '_1] b [PERSON_1' }] }),
      chunk(0, { content: ']' }),
      chunk(0, {}, 'stop'),
    ]);
    expect(assemble(out).texts.get('0:content')).toBe(`a ann@corp.example b ${HOSTILE}`);
  });

  test('tools the policy excludes get placeholders', () => {
    const call = { tool_calls: [{ index: 0, id: 'c', function: { name: 'web', arguments: '' } }] };
    const chunks = [chunk(0, call), chunk(0, FIELDS.tool0?.('{"q":"[EMAIL_1]"}') ?? {}), chunk(0, {}, 'tool_calls')];
    expect(assemble(stream(chunks, { withoutTools: ['web'] })).texts.get('0:tool0')).toBe('{"q":"[EMAIL_1]"}');
    expect(assemble(stream(chunks, { withoutTools: ['mail'] })).texts.get('0:tool0')).toBe('{"q":"ann@corp.example"}');
  });

  test('without placeholders chunks pass as they are, the same objects', () => {
    const answers = createAnswerStream(createNumbering().map);
    const one = chunk(0, { content: '[EMAIL_1' });
    expect(answers.transform(one)[0]).toBe(one);
    expect(answers.end()).toEqual([]);
  });
});

describe('whole answers', () => {
  test('every text is restored, logprobs stay', () => {
    const answer: JsonObject = {
      id: '[EMAIL_1]',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: PROSE,
            refusal: PROSE,
            reasoning_content: PROSE,
            reasoning: PROSE,
            audio: { id: 'a', transcript: PROSE },
            function_call: { name: 'f', arguments: ARGUMENTS },
            tool_calls: [
              { id: '1', type: 'function', function: { name: 'f', arguments: ARGUMENTS } },
              { id: '2', type: 'custom', custom: { name: 'g', input: PROSE } },
            ],
            annotations: [
              {
                type: 'url_citation',
                url_citation: { title: 'About [EMAIL_1]', url: 'https://evil.example/[EMAIL_1]' },
              },
            ],
          },
          logprobs: { content: [{ token: '[EMAIL_1]' }] },
          finish_reason: 'stop',
        },
        {
          index: 1,
          message: {
            role: 'assistant',
            content: [
              { type: 'text', text: 'a [EMAIL' },
              { type: 'text', text: '_1] b' },
            ],
          },
        },
      ],
    };
    restoreAnswer(answer, map);
    const [first, second] = answer.choices as { message: Record<string, never>; logprobs: unknown }[];
    for (const field of ['content', 'refusal', 'reasoning', 'reasoning_content'] as const)
      expect(first?.message[field] as unknown).toBe(PROSE_RESTORED);
    const message = first?.message as unknown as {
      audio: { transcript: string };
      function_call: { arguments: string };
      tool_calls: { function: { arguments: string }; custom: { input: string } }[];
      annotations: { url_citation: { title: string; url: string } }[];
    };
    expect(message.audio.transcript).toBe(PROSE_RESTORED);
    expect(JSON.parse(message.function_call.arguments)).toEqual(ARGUMENTS_RESTORED);
    expect(JSON.parse(message.tool_calls[0]?.function.arguments ?? '')).toEqual(ARGUMENTS_RESTORED);
    expect(message.tool_calls[1]?.custom.input).toBe(PROSE_RESTORED);
    expect(message.annotations[0]?.url_citation).toEqual({
      title: 'About ann@corp.example',
      url: 'https://evil.example/[EMAIL_1]',
    });
    expect(first?.logprobs).toEqual({ content: [{ token: '[EMAIL_1]' }] });
    expect(second?.message.content as unknown).toEqual([
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'ann@corp.example b' },
    ]);
    expect(answer.id).toBe('ann@corp.example');
  });

  test('content is JSON where the request asked for it and the answer is', () => {
    const content = (text: string, jsonContent: boolean): unknown => {
      const answer: JsonObject = { choices: [{ message: { content: text } }] };
      restoreAnswer(answer, map, { jsonContent });
      return (answer.choices as { message: { content: string } }[])[0]?.message.content;
    };
    expect(JSON.parse(String(content('{"name":"[PERSON_1]"}', true)))).toEqual({ name: HOSTILE });
    expect(content('{"name":"[PERSON_1]"}', false)).toBe(`{"name":"${HOSTILE}"}`);
    expect(content('I cannot, [PERSON_1]', true)).toBe(`I cannot, ${HOSTILE}`);
    expect(content('[PERSON_1], hello', true)).toBe(`${HOSTILE}, hello`);
    expect(content('```\n{"a":1}\n```\nfor [PERSON_1]', true)).toBe(`\`\`\`\n{"a":1}\n\`\`\`\nfor ${HOSTILE}`);
    expect(JSON.parse(String(content('```json\n{"name":"[PERSON_1]"}\n```', true)).slice(8, -4))).toEqual({
      name: HOSTILE,
    });
  });
});
