/** What a provider makes of the request, or gives back of it, outside the texts: ids, names of tools, stop sequences, names of fields. */
import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import { createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { noTally, type RestoreAnswerOptions } from '../../src/firewall/restoring/restore-field.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { findAll } from './mask-find.ts';

const numbering = createNumbering();
numbering.personal('PHONE', '555 010 4477');
numbering.personal('EMAIL', 'ann@corp.example');
numbering.finish();
const { map } = numbering;

/** One answer whole, and the same as a stream of one chunk. */
const WAYS: readonly (readonly [string, (said: JsonObject, options?: RestoreAnswerOptions) => JsonObject])[] = [
  [
    'whole',
    ({ message, ...said }, options) =>
      restoreAnswer({ ...said, choices: [{ index: 0, message }] } as JsonObject, map, options),
  ],
  [
    'streamed',
    ({ message, ...said }, options) => {
      const stream = createAnswerStream(map, options);
      const chunk = { ...said, choices: [{ index: 0, delta: message, finish_reason: null }] } as JsonObject;
      const [sent = {}] = stream.transform(chunk);
      return sent;
    },
  ],
];

const messageIn = (answer: JsonObject): JsonObject => {
  const [choice] = answer.choices as JsonObject[];
  return (choice?.message ?? choice?.delta) as JsonObject;
};

describe.each(WAYS)('%s', (_way, restore) => {
  const call = (name: string, args: string): JsonObject => ({
    content: null,
    tool_calls: [{ index: 0, id: 'of-[PHONE_1]', type: 'function', function: { name, arguments: args } }],
  });

  test('ids made of what the caller sent', () => {
    const tally = noTally();
    const answer = restore({ id: 'chatcmpl-[PHONE_1]-x', message: { id: '[EMAIL_1]', content: 'Hello' } }, { tally });
    expect(answer.id).toBe('chatcmpl-555 010 4477-x');
    expect(messageIn(answer)).toEqual({ id: 'ann@corp.example', content: 'Hello' });
    expect(tally.counts.restored).toBe(2);
  });

  test('ids that only look like a placeholder in another spelling stay', () => {
    const answer = restore({ id: 'PHONE_1', message: { id: '{EMAIL_1}', content: '[EMAIL_2]' } });
    expect(answer.id).toBe('PHONE_1');
    expect(messageIn(answer)).toEqual({ id: '{EMAIL_1}', content: '[EMAIL_2]' });
  });

  test('the name of a tool is the one the caller gave', () => {
    const [first] = messageIn(restore({ message: call('call_[PHONE_1]', '{"a":"[EMAIL_1]"}') }))
      .tool_calls as JsonObject[];
    expect(first).toMatchObject({
      id: 'of-555 010 4477',
      function: { name: 'call_555 010 4477', arguments: '{"a":"ann@corp.example"}' },
    });
  });

  test('and excluded by it', () => {
    const message = call('call_[PHONE_1]', '{"a":"[EMAIL_1]"}');
    const [first] = messageIn(restore({ message }, { withoutTools: ['call_555 010 4477'] })).tool_calls as JsonObject[];
    expect(first?.function).toEqual({ name: 'call_555 010 4477', arguments: '{"a":"[EMAIL_1]"}' });
  });

  test('fields that hold words elsewhere are read where they hold more', () => {
    const message: JsonObject = {
      content: 'Hello',
      name: { first: 'of [EMAIL_1]' },
      status: { text: 'for EMAIL_1', type: 'x' },
      sources: [{ id: ['{EMAIL_1}'], type: '[EMAIL_1]', format: { note: '[EMAIL_1]' } }],
    };
    expect(messageIn(restore({ message }))).toEqual({
      content: 'Hello',
      name: { first: 'of ann@corp.example' },
      status: { text: 'for ann@corp.example', type: 'x' },
      sources: [{ id: ['ann@corp.example'], type: 'ann@corp.example', format: { note: 'ann@corp.example' } }],
    });
  });

  test('what the model wrote into them is found', () => {
    const inspection = createAnswerInspection({
      modes: { personal: 'mask', secrets: 'off' },
      find: findAll,
      map,
      own: { has: () => false },
    });
    const message: JsonObject = {
      status: { text: 'canary1x' },
      reasoning_details: [{ data: 'so canary2x' }],
    };
    expect(messageIn(restore({ message }, { inspection }))).toEqual({
      status: { text: '[PERSON]' },
      reasoning_details: [{ data: 'so [PERSON]' }],
    });
  });
});

test('names of fields come back after their values', () => {
  const answer: JsonObject = { metadata: { '[EMAIL_1]': '[PHONE_1]', b: '{EMAIL_1}' }, choices: [] };
  expect(JSON.stringify(restoreAnswer(answer, map).metadata)).toBe(
    '{"ann@corp.example":"555 010 4477","b":"ann@corp.example"}',
  );
});

test('every chunk says the same id', () => {
  const stream = createAnswerStream(map);
  const ids = ['a', ' [EMA', 'IL_1]', '.'].flatMap((content) =>
    stream.transform({ id: 'x-[PHONE_1]', choices: [{ index: 0, delta: { content }, finish_reason: null }] }),
  );
  ids.push(
    ...stream.transform({
      id: 'x-[PHONE_1]',
      choices: [{ index: 0, delta: { content: ' [EMA' }, finish_reason: null }],
    }),
  );
  ids.push(...stream.end());
  expect(new Set(ids.map(({ id }) => id))).toEqual(new Set(['x-555 010 4477']));
});

test('the stop sequence that ended the text', () => {
  const answer: JsonObject = { choices: [{ index: 0, message: { content: 'x' }, stop_reason: '[EMAIL_1]' }] };
  expect(restoreAnswer(answer, map).choices).toEqual([
    { index: 0, message: { content: 'x' }, stop_reason: 'ann@corp.example' },
  ]);
});
