import type { JsonObject } from '../../../src/chat/json.ts';
import { EMAIL, EMAIL_10, ID, PERSON, PHONE } from './issued.ts';
import type { StreamShape } from './shapes.ts';

const frame = (delta: JsonObject, finish: string | null = null, index = 0): JsonObject => ({
  choices: [{ index, delta, ...(finish === null ? {} : { finish_reason: finish }) }],
});
const call = (index: number, text: string, name?: string): JsonObject => ({
  tool_calls: [
    {
      index,
      ...(name === undefined ? {} : { id: name }),
      function: { ...(name === undefined ? {} : { name }), arguments: text },
    },
  ],
});

/** The shapes of `shapes.ts` with little around them, so that every pair of positions can be tried. */
export const SHORT_SHAPES: readonly StreamShape[] = [
  {
    name: 'text',
    chunks: [
      frame({ role: 'assistant', content: '' }),
      frame({ content: '😀 **[PERSON_1' }),
      frame({ content: ']** `EMAIL\\_1` %5Bemail_' }),
      frame({ content: '10%5D PHONE-1' }),
      frame({}, 'stop'),
      { ...frame({}), choices: [], usage: { total_tokens: 3 } },
    ],
    says: {
      '0:content': `😀 **${PERSON}** \`${EMAIL}\` ${encodeURIComponent(EMAIL_10)} ${PHONE}`,
      '0:finish': 'stop',
    },
  },
  {
    name: 'a tool call',
    chunks: [
      frame({ content: null, ...call(0, '{"a":"[PERS', 'f') }),
      frame(call(0, 'ON_1]","b":"{\\"c\\":\\"[ID_1')),
      frame(call(0, ']\\"}","d":EMAIL_1}')),
      frame({}, 'tool_calls'),
    ],
    says: { '0:tool:0': { a: PERSON, b: JSON.stringify({ c: ID }), d: EMAIL }, '0:finish': 'tool_calls' },
  },
  {
    name: 'parallel tool calls',
    chunks: [
      frame(call(0, '["[ID', 'f')),
      frame(call(1, '["[PERSON_', 'g')),
      frame(call(0, '_1]"]')),
      frame(call(1, '1]"]')),
      frame({}, 'tool_calls'),
    ],
    says: { '0:tool:0': [ID], '0:tool:1': [PERSON], '0:finish': 'tool_calls' },
  },
  {
    name: 'n=2, interleaved',
    chunks: [
      frame({ content: 'A [EMAIL_' }, null, 0),
      frame({ content: 'B [EMAIL_1' }, null, 1),
      frame({ content: '10] {PERS' }, null, 0),
      frame({ content: '0] 【ID_1】' }, null, 1),
      frame({}, 'stop', 1),
      frame({ content: 'ON_1' }, 'length', 0),
    ],
    says: {
      '0:content': `A ${EMAIL_10} {${PERSON}`,
      '1:content': `B ${EMAIL_10} ${ID}`,
      '0:finish': 'length',
      '1:finish': 'stop',
    },
  },
  {
    name: 'reasoning, parts and comments',
    chunks: [
      ': PROCESSING',
      frame({ reasoning_content: 'for [PERS' }),
      frame({ reasoning_content: 'ON_1] ID_1' }),
      frame({ content: [{ type: 'text', text: 'Hi [EMAIL' }] }),
      frame({ content: '-1]!' }),
      frame({ content: '' }, 'stop'),
      { ...frame({ content: '' }), usage: { total_tokens: 3 } },
    ],
    says: { '0:reasoning_content': `for ${PERSON} ${ID}`, '0:content': `Hi ${EMAIL}!`, '0:finish': 'stop' },
  },
  {
    name: 'structured output',
    jsonContent: true,
    chunks: [
      frame({ content: '\n{"a":"&#91;EMAIL_1' }),
      frame({ content: '0&#93; \\\\[PERSON_1' }),
      frame({ content: '\\\\]","b":[ [ID' }),
      frame({ content: '_1] ]}' }),
      frame({}, 'stop'),
    ],
    says: { '0:content': { a: `${EMAIL_10.replace("'", '&#39;')} ${PERSON}`, b: [ID] }, '0:finish': 'stop' },
  },
];
