import type { JsonObject, JsonValue } from '../../../src/chat/json.ts';
import { ARGUMENTS, ARGUMENTS_RESTORED, EMAIL, ID, PERSON, PROSE, PROSE_RESTORED } from './issued.ts';

/** One answer as a provider streams it: its chunks, with the fields and habits that this provider has. */
export interface StreamShape {
  readonly name: string;
  readonly chunks: readonly (JsonObject | string)[];
  /** The request asked for JSON. */
  readonly jsonContent?: boolean;
  /** What the client must read; where the value is no string, the text is JSON that says it. */
  readonly says: Readonly<Record<string, JsonValue>>;
}

const CREATED = 1741569952;

/** Text cut where tokenizers cut it (words with the blank before them, digits and signs alone), a few tokens at a time as servers under load send them. */
function tokens(text: string, atOnce = 7): string[] {
  const all = text.match(/ ?[\p{L}]+| ?[^\p{L}]/gsu) ?? [];
  return all.flatMap((_token, i) => (i % atOnce === 0 ? [all.slice(i, i + atOnce).join('')] : []));
}

const openAi = (delta: JsonObject, finish: string | null = null, index = 0): JsonObject => ({
  id: 'chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG',
  object: 'chat.completion.chunk',
  created: CREATED,
  model: 'gpt-4o-2024-08-06',
  service_tier: 'default',
  system_fingerprint: 'fp_fc9f1d7035',
  choices: [{ index, delta, logprobs: null, finish_reason: finish }],
  usage: null,
  obfuscation: 'mNxvYPKa5',
});
const openAiUsage: JsonObject = {
  ...openAi({}),
  choices: [],
  usage: {
    prompt_tokens: 19,
    completion_tokens: 10,
    total_tokens: 29,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
  },
};
const call = (index: number, text: string): JsonObject => ({ tool_calls: [{ index, function: { arguments: text } }] });
const callHead = (index: number, id: string, name: string): JsonObject => ({
  tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }],
});

const openAiText: StreamShape = {
  name: 'OpenAI text',
  chunks: [
    openAi({ role: 'assistant', content: '', refusal: null }),
    ...tokens(PROSE).map((content) => openAi({ content })),
    openAi({}, 'stop'),
    openAiUsage,
  ],
  says: { '0:role': 'assistant', '0:content': PROSE_RESTORED, '0:finish': 'stop' },
};

const openAiTools: StreamShape = {
  name: 'OpenAI tool call',
  chunks: [
    openAi({ role: 'assistant', content: null, ...callHead(0, 'call_DdmO9pD3xa9XTPNJ32zg2hcA', 'send_mail') }),
    ...tokens(ARGUMENTS).map((text) => openAi(call(0, text))),
    openAi({}, 'tool_calls'),
    openAiUsage,
  ],
  says: { '0:tool:0': ARGUMENTS_RESTORED, '0:tool:0:name': 'send_mail', '0:finish': 'tool_calls' },
};

/** Calls come one after another, as OpenAI sends them, then a bit of both at once. */
const openAiParallel: StreamShape = {
  name: 'OpenAI parallel tool calls',
  chunks: [
    openAi({ role: 'assistant', content: null }),
    openAi(callHead(0, 'call_a', 'send_mail')),
    openAi(callHead(1, 'call_b', 'find')),
    ...tokens(ARGUMENTS).flatMap((text, i) => {
      const other = tokens('{"q":"[EMAIL_1]"}')[i];
      return [openAi(call(0, text)), ...(other === undefined ? [] : [openAi(call(1, other))])];
    }),
    openAi({
      tool_calls: [
        { index: 2, id: 'call_c', type: 'function', function: { name: 'note', arguments: '["ID_' } },
        { index: 3, id: 'call_d', type: 'function', function: { name: 'note', arguments: '["[PERS' } },
      ],
    }),
    openAi({
      tool_calls: [
        { index: 3, function: { arguments: 'ON_1]"]' } },
        { index: 2, function: { arguments: '1"]' } },
      ],
    }),
    openAi({}, 'tool_calls'),
  ],
  says: {
    '0:tool:0': ARGUMENTS_RESTORED,
    '0:tool:1': { q: EMAIL },
    '0:tool:2': [ID],
    '0:tool:3': [PERSON],
    '0:finish': 'tool_calls',
  },
};

const second = 'Or: [EMAIL_1], ID-1 and [PERS';
const openAiChoices: StreamShape = {
  name: 'OpenAI n=2, interleaved',
  chunks: [
    openAi({ role: 'assistant', content: '', refusal: null }, null, 0),
    openAi({ role: 'assistant', content: '', refusal: null }, null, 1),
    ...tokens(PROSE).flatMap((content, i) => {
      const other = tokens(second)[i];
      return [openAi({ content }, null, 0), ...(other === undefined ? [] : [openAi({ content: other }, null, 1)])];
    }),
    openAi({}, 'length', 1),
    openAi({}, 'stop', 0),
    openAiUsage,
  ],
  says: {
    '0:content': PROSE_RESTORED,
    '0:finish': 'stop',
    '1:content': `Or: ${EMAIL}, ${ID} and [PERS`,
    '1:finish': 'length',
  },
};

const vllm = (delta: JsonObject, finish: string | null = null): JsonObject => ({
  id: 'chatcmpl-7e1d1a4f6b7d4f1f9f0d',
  object: 'chat.completion.chunk',
  created: CREATED,
  model: 'Qwen/Qwen3-32B',
  choices: [
    {
      index: 0,
      delta,
      logprobs: null,
      finish_reason: finish,
      ...(finish === null ? {} : { stop_reason: null }),
      token_ids: null,
    },
  ],
  usage: { prompt_tokens: 21, total_tokens: 25, completion_tokens: 4 },
});
const vllmReasoning: StreamShape = {
  name: 'vLLM reasoning, usage in every chunk',
  chunks: [
    vllm({ role: 'assistant', content: '' }),
    ...tokens('Ask [PERSON_1] at EMAIL_1').map((text) => vllm({ reasoning_content: text })),
    ...tokens(PROSE).map((content) => vllm({ content })),
    vllm({ content: '' }, 'stop'),
    { ...vllm({}), choices: [], usage: { prompt_tokens: 21, total_tokens: 41, completion_tokens: 20 } },
  ],
  says: { '0:reasoning_content': `Ask ${PERSON} at ${EMAIL}`, '0:content': PROSE_RESTORED, '0:finish': 'stop' },
};

const mistral = (delta: JsonObject, finish: string | null = null): JsonObject => ({
  id: '5b1c9f0f3a7b4ac18f2e',
  object: 'chat.completion.chunk',
  created: CREATED,
  model: 'magistral-medium-2509',
  choices: [{ index: 0, delta, finish_reason: finish }],
  p: 'abcdefghij',
});
const mistralParts: StreamShape = {
  name: 'Mistral: content as parts, a tool call whole in the finish frame',
  chunks: [
    mistral({ role: 'assistant', content: '' }),
    ...tokens('For [PERSON_1].').map((text) =>
      mistral({ content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] }),
    ),
    ...tokens('Hi [EMAIL_10] and [PERSON_1').map((text) => mistral({ content: [{ type: 'text', text }] })),
    mistral({ content: ']!' }),
    {
      ...mistral(
        {
          content: '',
          tool_calls: [{ id: 'D681PevKs', function: { name: 'send_mail', arguments: ARGUMENTS }, index: 0 }],
        },
        'tool_calls',
      ),
      usage: { prompt_tokens: 92, total_tokens: 118, completion_tokens: 26 },
    },
  ],
  says: {
    '0:thinking': `For ${PERSON}.`,
    '0:content': `Hi o'hara+10@corp.example and ${PERSON}!`,
    '0:tool:0': ARGUMENTS_RESTORED,
    '0:finish': 'tool_calls',
  },
};

const deepSeek = (delta: JsonObject, finish: string | null = null): JsonObject => ({
  id: '930c60df-bf64-41c9-a88e-3ec75f81e00e',
  object: 'chat.completion.chunk',
  created: CREATED,
  model: 'deepseek-reasoner',
  system_fingerprint: 'fp_8802369eaa',
  choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
});
const deepSeekReasoning: StreamShape = {
  name: 'DeepSeek reasoning, comments while it thinks, cut by max_tokens',
  chunks: [
    ': keep-alive',
    deepSeek({ role: 'assistant', content: null, reasoning_content: '' }),
    ...tokens('The user is [PERSON_1] or 【ID_1').map((text) => deepSeek({ content: null, reasoning_content: text })),
    ': keep-alive',
    ...tokens('Dear EMAIL\\_10, [PERSON').map((content) => deepSeek({ content, reasoning_content: null })),
    {
      ...deepSeek({ content: '', reasoning_content: null }, 'length'),
      usage: { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 },
    },
  ],
  says: {
    '0:reasoning_content': `The user is ${PERSON} or 【${ID}`,
    '0:content': "Dear o'hara+10@corp.example, [PERSON",
    '0:finish': 'length',
  },
};

const router = (delta: JsonObject, finish: string | null = null): JsonObject => ({
  id: 'gen-1741569952-Qx1v',
  provider: 'Anthropic',
  model: 'anthropic/claude-sonnet-4',
  object: 'chat.completion.chunk',
  created: CREATED,
  choices: [{ index: 0, delta, finish_reason: finish, native_finish_reason: finish, logprobs: null }],
});
const thought = (text: string): JsonObject =>
  router({
    role: 'assistant',
    content: '',
    reasoning: text,
    reasoning_details: [{ type: 'reasoning.text', text, format: 'anthropic-claude-v1', index: 0 }],
  });
const openRouter: StreamShape = {
  name: 'OpenRouter: reasoning twice, comments, usage with a choice after the finish frame',
  chunks: [
    ': OPENROUTER PROCESSING',
    ...tokens('I write to [PERSON_1], EMAIL_1').map(thought),
    router({
      role: 'assistant',
      content: '',
      reasoning: null,
      reasoning_details: [
        { type: 'reasoning.text', signature: 'ErUBCkYIBBgC', format: 'anthropic-claude-v1', index: 0 },
      ],
    }),
    ...tokens(PROSE).map((content) => router({ role: 'assistant', content })),
    router({ role: 'assistant', content: '' }, 'stop'),
    {
      ...router({ role: 'assistant', content: '' }),
      usage: { prompt_tokens: 13, completion_tokens: 4, total_tokens: 17, cost: 0.00014 },
    },
  ],
  says: {
    '0:reasoning': `I write to ${PERSON}, ${EMAIL}`,
    '0:details:0': `I write to ${PERSON}, ${EMAIL}`,
    '0:content': PROSE_RESTORED,
    '0:finish': 'stop',
  },
};

const SAFE: JsonObject = {
  hate: { filtered: false, severity: 'safe' },
  violence: { filtered: false, severity: 'safe' },
};
const azure = (delta: JsonObject, finish: string | null = null): JsonObject => ({
  choices: [{ content_filter_results: SAFE, delta, finish_reason: finish, index: 0, logprobs: null }],
  created: CREATED,
  id: 'chatcmpl-BOXl2nTf',
  model: 'gpt-4o-2024-11-20',
  object: 'chat.completion.chunk',
  system_fingerprint: 'fp_ee1d74bde0',
});
const azureText: StreamShape = {
  name: 'Azure: filter results before, beside and after the text',
  chunks: [
    {
      choices: [],
      created: 0,
      id: '',
      model: '',
      object: '',
      prompt_filter_results: [{ prompt_index: 0, content_filter_results: SAFE }],
    },
    azure({ content: '', refusal: null, role: 'assistant' }),
    ...tokens(PROSE).map((content) => azure({ content })),
    azure({}, 'stop'),
    {
      ...azure({}),
      choices: [
        {
          content_filter_offsets: { check_offset: 0, start_offset: 0, end_offset: 9 },
          content_filter_results: SAFE,
          finish_reason: null,
          index: 0,
        },
      ],
    },
  ],
  says: { '0:content': PROSE_RESTORED, '0:finish': 'stop' },
};

const llama = (delta: JsonObject, finish: string | null = null): JsonObject => ({
  choices: [{ finish_reason: finish, index: 0, delta }],
  created: CREATED,
  id: 'chatcmpl-KoE9l9mKZ5l4o3ZPFrPHPQVgJ6Qx3yjE',
  model: 'gpt-3.5-turbo',
  system_fingerprint: 'b4882-be7c3034',
  object: 'chat.completion.chunk',
});
const llamaJson: StreamShape = {
  name: 'llama.cpp structured output with timings',
  jsonContent: true,
  chunks: [
    llama({ role: 'assistant', content: null }),
    ...tokens(` \n${ARGUMENTS}\n`).map((content) => llama({ content })),
    {
      ...llama({}, 'stop'),
      usage: { completion_tokens: 30, prompt_tokens: 12, total_tokens: 42 },
      timings: { prompt_n: 1, prompt_ms: 29.1, predicted_per_second: 43.75 },
    },
  ],
  says: { '0:content': ARGUMENTS_RESTORED, '0:finish': 'stop' },
};

const refusing: StreamShape = {
  name: 'OpenAI structured output: a refusal',
  jsonContent: true,
  chunks: [
    openAi({ role: 'assistant', content: '', refusal: null }),
    ...tokens('I can\'t tell [PERSON_1] about {"[EMAIL_1]"}').map((refusal) => openAi({ refusal })),
    openAi({}, 'stop'),
  ],
  says: { '0:refusal': `I can't tell ${PERSON} about {"${EMAIL}"}`, '0:finish': 'stop' },
};

/** The former way to call a function, and speech with its transcript. */
const older: StreamShape = {
  name: 'function_call and an audio transcript',
  chunks: [
    openAi({ role: 'assistant', function_call: { name: 'send_mail', arguments: '' } }),
    ...tokens(ARGUMENTS).map((text) => openAi({ function_call: { arguments: text } })),
    ...tokens('Hello [PERSON_1]').map((transcript) => openAi({ audio: { transcript } })),
    openAi({ audio: { data: 'AAAA', expires_at: CREATED } }),
    openAi({}, 'function_call'),
  ],
  says: {
    '0:call': ARGUMENTS_RESTORED,
    '0:call:name': 'send_mail',
    '0:transcript': `Hello ${PERSON}`,
    '0:finish': 'function_call',
  },
};

export const STREAM_SHAPES: readonly StreamShape[] = [
  openAiText,
  openAiTools,
  openAiParallel,
  openAiChoices,
  vllmReasoning,
  mistralParts,
  deepSeekReasoning,
  openRouter,
  azureText,
  llamaJson,
  refusing,
  older,
];
