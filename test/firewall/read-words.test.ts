import { describe, expect, test } from 'bun:test';
import { type JsonObject, parseJson } from '../../src/chat/json.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { type MaskOptions, maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { compileDetectionPolicy, defaultDetectionPolicy, secretsOnly } from '../../src/firewall/policy.ts';
import { fill, generator } from './catalogue/secrets-generate.ts';
import { VENDOR_TOKEN_FORMS } from './catalogue/secrets-vendors.ts';

const mask = (body: JsonObject, options: MaskOptions = { pii: 'obfuscate' }) =>
  maskRequest(
    body,
    (text) =>
      inspectText(text, options.pii === 'disabled' ? secretsOnly(defaultDetectionPolicy) : defaultDetectionPolicy),
    { note: false, ...options },
  );

const random = generator(71);
const of = (form: string): string => fill(form, random);
const below = (n: number): number => Math.floor(random() * n);
const from = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
const uuid = (): string => of('{h8}-{h4}-4{h3}-a{h3}-{h12}');

/** How makers of models, servers and libraries name calls, messages and files. */
const IDS: Readonly<Record<string, () => string>> = {
  'OpenAI call': () => `call_${of('{n24}')}`,
  'OpenAI items': () => `${['msg', 'rs', 'fc', 'resp'][below(4)]}_${of('{h48}')}`,
  'OpenAI file': () => `file-${of('{n22}')}`,
  Anthropic: () => `toolu_01${of('{n22}')}`,
  Bedrock: () => `tooluse_${of('{u22}')}`,
  vLLM: () => `chatcmpl-tool-${of('{h32}')}`,
  Mistral: () => of('{n9}'),
  Gemini: () => `function-call-${below(2 ** 48)}`,
  DeepSeek: () => `call_${below(9)}_${uuid()}`,
  Kimi: () => `functions.get_weather:${below(99)}`,
  OpenRouter: () => `gen-${1_700_000_000 + below(99_999_999)}-${of('{n20}')}`,
  LangChain: () => `run-${uuid()}-0`,
  UUID: uuid,
  'UUID without hyphens': () => of('{h32}'),
  ULID: () => `01${from('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}`,
  KSUID: () => of('{n27}'),
  nanoid: () => of('{u21}'),
  cuid: () => `c${of('{a24}')}`,
  'hash of a commit': () => of('{h40}'),
  'long base62': () => of('{n64}'),
  'time and number': () => `call_${1_700_000_000_000 + below(99_999_999)}_${below(999_999)}`,
};

const conversation = (id: string, tool = 'get_weather'): JsonObject => ({
  messages: [
    { role: 'user', content: 'How warm is it?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id, type: 'function', function: { name: tool, arguments: '{}' } }],
    },
    { role: 'tool', tool_call_id: id, content: '21 degrees' },
  ],
});

describe('ids and names that are no data', () => {
  for (const [maker, make] of Object.entries(IDS)) {
    test(`1,000 of ${maker} pass as they are`, () => {
      for (let n = 0; n < 1000; n++) {
        const body = conversation(make());
        const before = JSON.stringify(body);
        const { changed, refusal } = mask(body);
        expect([changed, refusal, JSON.stringify(body)]).toEqual([false, undefined, before]);
      }
    });
  }

  test.each([
    'mcp__github__create_pull_request_review',
    'slackSendMessageToChannelV2',
    'search_api_key_store_v2',
    'secret_manager_get_secret_value2',
    'password_reset_token_generator_v12',
    'HTTPRequest2XXHandlerForUsers',
    'validate_iban_DE89',
    'functions.rotate_token_v2:12',
  ])('a tool may be called %s', (name) => {
    expect(mask(conversation('call_1', name)).refusal).toBeUndefined();
  });

  test('a seed is any number', () => {
    expect(mask({ ...conversation('call_1'), seed: 4_539_578_763_621_486 }).refusal).toBeUndefined();
  });
});

const bodies: Readonly<Record<string, (word: string) => JsonObject>> = {
  'messages[0].role': (word) => ({ messages: [{ role: word, content: 'x' }] }),
  'messages[1].tool_calls[0].id': (word) => conversation(word),
  'messages[1].tool_calls[0].function.name': (word) => conversation('call_1', word),
  'messages[0].tool_call_id': (word) => ({ messages: [{ role: 'tool', tool_call_id: word, content: 'x' }] }),
  'tools[0].function.name': (word) => ({ tools: [{ type: 'function', function: { name: word } }] }),
  'tools[0].function.parameters.required[0]': (word) => ({
    tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object', required: [word] } } }],
  }),
  'tool_choice.function.name': (word) => ({ tool_choice: { type: 'function', function: { name: word } } }),
  'response_format.json_schema.name': (word) => ({
    response_format: { type: 'json_schema', json_schema: { name: word } },
  }),
};

describe('what must not leave refuses the request and names the field', () => {
  const tokens = VENDOR_TOKEN_FORMS.flatMap(([type, ...forms]) => forms.map((form) => [type, of(form)] as const))
    // What has other characters is text, and read as such.
    .filter(([, token]) => /^[\w.:/-]{1,128}$/.test(token))
    .filter(([, token]) => inspectText(token, defaultDetectionPolicy).some(({ kind }) => kind === 'SECRET'));

  for (const [param, bodyWith] of Object.entries(bodies)) {
    test(`${param}: the tokens of every vendor`, () => {
      expect(tokens.length).toBeGreaterThan(200);
      for (const [type, token] of tokens)
        for (const options of [{ pii: 'disabled' }, { pii: 'obfuscate', secrets: 'mask' }] as const) {
          const body = bodyWith(token);
          const before = JSON.stringify(body);
          const { refusal, changed } = mask(body, options);
          expect([type, refusal?.code, changed, JSON.stringify(body)]).toEqual([
            type,
            'secret_detected',
            false,
            before,
          ]);
          expect(param.startsWith(refusal?.param ?? 'none')).toBe(true);
        }
    });

    test(`${param}: an IBAN, where personal data is looked for`, () => {
      const iban = ['DE89', '3704004405', '32013000'].join('');
      const digits = param.endsWith('id')
        ? { code: 'pii_detected', param, counts: { IBAN: 1 }, inWord: true }
        : undefined;
      expect(mask(bodyWith(iban)).refusal).toEqual(digits as never);
      expect(mask(bodyWith(iban), { pii: 'disabled' }).refusal).toBeUndefined();
    });
  }

  test('names of properties are read', () => {
    for (const [, key] of tokens) {
      const body = { tools: [{ function: { name: 'f', parameters: { properties: { [key]: { type: 'string' } } } } }] };
      expect(mask(body).refusal?.code).toBe('secret_detected');
      expect(mask({ metadata: { [key]: 'x' } }, { pii: 'disabled' }).refusal?.code).toBe('secret_detected');
    }
  });

  const card = ['4539', '5787', '6362', '1486'].join('');
  test.each([
    ['a call', `call_${card}`, 'messages[1].tool_calls[0].id'],
    ['a call in three parts', 'call-4539-578763621486', 'messages[1].tool_calls[0].id'],
  ])('a number found elsewhere, in the name of %s', (_name, id, param) => {
    const body = { ...conversation(id), user: `my card is ${card}` };
    const before = JSON.stringify(body);
    const { refusal, changed } = mask(body);
    expect(refusal).toEqual({ code: 'pii_detected', param, counts: { CARD: 1 }, inWord: true });
    expect([changed, JSON.stringify(body)]).toEqual([false, before]);
    expect(mask({ ...conversation(id), user: `my card is ${card}` }, { pii: 'disabled' }).refusal).toBeUndefined();
  });

  test('a number found elsewhere, as the seed', () => {
    const body = parseJson(`{"seed":${card},"user":"my card is ${card}"}`) as JsonObject;
    expect(mask(body).refusal).toEqual({ code: 'pii_detected', param: 'seed', counts: { CARD: 1 }, inWord: true });
  });

  test('names of people may be parts of names of tools', () => {
    const body = { ...conversation('call_1', 'write_to_Jane_Miller2'), user: 'My name is Jane Miller.' };
    expect(mask(body)).toMatchObject({ changed: true });
  });

  test('what the workspace allows or does not look for passes', () => {
    const iban = ['DE89', '3704004405', '32013000'].join('');
    const policy = compileDetectionPolicy({ kinds: { IBAN: 'off' } });
    const { refusal } = maskRequest(conversation(iban), (text) => inspectText(text, policy), { pii: 'obfuscate' });
    expect(refusal).toBeUndefined();
  });
});
