import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { slotCoverage } from '../../src/chat/slot-coverage.ts';
import { listTextSlots, slotPath } from '../../src/chat/text-slots.ts';
import { createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { createNumbering, emptyPlaceholders } from '../../src/firewall/placeholder.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { findAll } from './mask-find.ts';
import { complete, plant, valueFor } from './plant-slot.ts';

const decoded = (text: string): string =>
  text.replace(/base64,([\w+/=]+)/g, (_, data: string) => Buffer.from(data, 'base64').toString());
const fieldsOf = (direction: string, coverage: string): string[] =>
  slotCoverage
    .filter((row) => row.direction === direction && row.coverage === coverage && !row.field.includes(' '))
    .map((row) => row.field);

describe('the table of what is inspected is true', () => {
  for (const field of fieldsOf('request', 'inspected')) {
    test(`${field} is inspected`, () => {
      const body = complete(plant(field, valueFor(field, 'canary123x')), field);
      expect(decoded(JSON.stringify(body))).toContain('canary123x');
      const { changed, refusal } = maskRequest(body, findAll, { pii: 'obfuscate', note: false });
      expect(refusal).toBeUndefined();
      expect(changed).toBe(true);
      expect(decoded(JSON.stringify(body))).not.toContain('canary123x');
      expect(decoded(JSON.stringify(body))).toContain('[PERSON_1]');
    });
  }

  for (const field of [...fieldsOf('request', 'passed'), ...fieldsOf('request', 'checked')]) {
    test(`${field} is passed as a word, and inspected as anything else`, () => {
      const signed = field.endsWith('signature') || field.endsWith('].data');
      const word = complete(plant(field, signed ? 'canary123x'.padEnd(80, 'A') : 'canary123x'), field);
      expect(maskRequest(word, findAll, { pii: 'obfuscate', unknownParts: 'allow' }).changed).toBe(false);
      const data = complete(plant(field, 'say canary123x'), field);
      expect(maskRequest(data, findAll, { pii: 'obfuscate', unknownParts: 'allow' }).changed).toBe(true);
      expect(JSON.stringify(data)).not.toContain('canary123x');
    });
  }

  for (const field of fieldsOf('request', 'checked')) {
    test(`${field} is refused where it holds a secret, in every mode`, () => {
      const keyed = complete(plant(field, 'the-key-key-123456'), field);
      for (const pii of ['disabled', 'obfuscate', 'block'] as const)
        for (const secrets of ['mask', 'refuse'] as const) {
          const before = JSON.stringify(keyed);
          const { refusal } = maskRequest(keyed, findAll, { pii, secrets, unknownParts: 'allow' });
          expect([refusal?.code, refusal?.counts]).toEqual(['secret_detected', { SECRET: 1 }]);
          expect(refusal?.param).toBe(
            field.replaceAll('[]', '[0]').replace('properties.*', 'properties.anything_else'),
          );
          expect(JSON.stringify(keyed)).toBe(before);
        }
    });
  }

  for (const field of fieldsOf('answer', 'restored')) {
    const said = (word: string): string => {
      if (field.endsWith('arguments')) return `{"a":"${word}"}`;
      return field.endsWith('url') ? `/of/${word}` : `say ${word}`;
    };
    const numbering = createNumbering();
    numbering.personal('PERSON', 'canary123x');

    test(`${field} of an answer is restored`, () => {
      const answer = plant(field, said('[PERSON_1]'));
      restoreAnswer(answer, numbering.map);
      expect(JSON.stringify(answer)).toContain('canary123x');
      expect(JSON.stringify(answer)).not.toContain('PERSON_1');
    });

    test(`${field} of an answer is inspected`, () => {
      const answer = plant(field, said('canary123x'));
      const inspection = createAnswerInspection({
        modes: { personal: 'mask', secrets: 'off' },
        find: findAll,
        map: emptyPlaceholders(),
        own: { has: () => false },
      });
      restoreAnswer(answer, emptyPlaceholders(), { inspection });
      expect(JSON.stringify(answer)).toContain('[PERSON]');
      expect(JSON.stringify(answer)).not.toContain('canary123x');
    });
  }

  for (const field of fieldsOf('answer', 'echoed')) {
    const numbering = createNumbering();
    numbering.personal('PERSON', 'canary123x');

    test(`${field} of an answer gets back what was issued, in no other spelling`, () => {
      const answer = plant(field, 'of-[PERSON_1], PERSON_1');
      restoreAnswer(answer, numbering.map);
      expect(answer).toEqual(plant(field, 'of-canary123x, PERSON_1'));
    });

    test(`${field} of an answer is not inspected`, () => {
      const answer = plant(field, 'canary123x');
      const inspection = createAnswerInspection({
        modes: { personal: 'block', secrets: 'block' },
        find: findAll,
        map: emptyPlaceholders(),
        own: { has: () => false },
      });
      restoreAnswer(answer, emptyPlaceholders(), { inspection });
      expect(answer).toEqual(plant(field, 'canary123x'));
    });
  }

  test('names of fields in objects of no known shape get back what was issued', () => {
    const numbering = createNumbering();
    numbering.personal('PERSON', 'canary123x');
    const answer: JsonObject = {
      metadata: { a: 1, 'of [PERSON_1]': { '[PERSON_1]': '[PERSON_1]' }, PERSON_1: 2 },
      choices: [],
    };
    restoreAnswer(answer, numbering.map);
    expect(JSON.stringify(answer.metadata)).toBe('{"a":1,"of canary123x":{"canary123x":"canary123x"},"PERSON_1":2}');
    const taken: JsonObject = { metadata: { '[PERSON_1]': 1, canary123x: 2 }, choices: [] };
    restoreAnswer(taken, numbering.map);
    expect(taken.metadata).toEqual({ '[PERSON_1]': 1, canary123x: 2 });
  });

  for (const field of fieldsOf('answer', 'passed').filter((each) => /(?:signature|data)$/.test(each))) {
    test(`${field} of an answer is read where it is no base64`, () => {
      const numbering = createNumbering();
      numbering.personal('PERSON', 'canary123x');
      const answer = plant(field, 'say [PERSON_1]');
      restoreAnswer(answer, numbering.map);
      expect(answer).toEqual(plant(field, 'say canary123x'));
    });
  }

  for (const field of fieldsOf('answer', 'passed')) {
    if (field === 'choices[].logprobs') continue;
    test(`${field} of an answer keeps what it says`, () => {
      const numbering = createNumbering();
      numbering.personal('PERSON', 'canary123x');
      const answer = plant(field, /(?:signature|data)$/.test(field) ? 'PERSON_1' : '[PERSON_1]');
      expect(restoreAnswer(structuredClone(answer), numbering.map)).toEqual(answer);
    });
  }

  test('logprobs keep placeholders', () => {
    const numbering = createNumbering();
    numbering.personal('PERSON', 'canary123x');
    const answer: JsonObject = {
      choices: [{ message: { content: 'x' }, logprobs: { content: [{ token: '[PERSON_1]' }] } }],
    };
    restoreAnswer(answer, numbering.map);
    expect(JSON.stringify(answer)).toContain('[PERSON_1]');
  });
});

/** The names the readers know, in any order and at any depth, and names they do not. */
const NAMES = [
  'messages',
  'role',
  'content',
  'type',
  'text',
  'name',
  'tool_calls',
  'function',
  'arguments',
  'custom',
  'input',
  'function_call',
  'id',
  'tool_call_id',
  'audio',
  'voice',
  'format',
  'reasoning_details',
  'signature',
  'data',
  'image_url',
  'url',
  'detail',
  'file',
  'file_data',
  'filename',
  'file_id',
  'input_audio',
  'thinking',
  'refusal',
  'tools',
  'parameters',
  'properties',
  'required',
  'enum',
  'items',
  '$ref',
  '$defs',
  'anyOf',
  'default',
  'description',
  'response_format',
  'json_schema',
  'schema',
  'prediction',
  'metadata',
  'stop',
  'user',
  'model',
  'tool_choice',
  'grammar',
  'definition',
  'syntax',
  'url_citation',
  'anything_else',
  '__proto__',
  'constructor',
  'toString',
  'a b',
  'say canary7x',
  '',
];
const TYPES = [
  'text',
  'image_url',
  'file',
  'input_audio',
  'thinking',
  'redacted_thinking',
  'refusal',
  'function',
  'custom',
  'json_schema',
  'grammar',
  'hologram',
];

test('no value survives in any body made of the names of the format, whatever its shape', () => {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: 99 }).map((n) => `say canary${n}x`) },
    {
      weight: 1,
      arbitrary: fc.nat({ max: 99 }).map((n) => JSON.stringify({ deep: [`say canary${n}x`], 'key canary1x': 1 })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...TYPES,
        'user',
        'tool',
        'assistant',
        'https://a.example/canary5x?a=b',
        'data:text/plain,say%20canary6x',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(null, true, 3) },
  );
  const { body } = fc.letrec<{ body: JsonObject; value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      tie('body'),
    ) as fc.Arbitrary<JsonValue>,
    body: fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 5 })
      .map(
        (fields) =>
          JSON.parse(
            `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
          ) as JsonObject,
      ),
  }));
  fc.assert(
    fc.property(
      fc.oneof(
        body,
        fc.array(body, { maxLength: 3 }).map((messages): JsonObject => ({ messages })),
      ),
      (given) => {
        maskRequest(given, findAll, { pii: 'obfuscate', unknownParts: 'allow', unreadable: 'allow' });
        expect(decoded(JSON.stringify(given))).not.toMatch(/canary\d+x/);
      },
    ),
    { numRuns: 3000 },
  );
});

describe('what cannot be read follows the policy', () => {
  const part = (content: JsonObject): JsonObject => ({ messages: [{ role: 'user', content: [content] }] });
  const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0]).toString('base64');
  for (const content of [
    { type: 'image_url', image_url: { url: `data:image/png;base64,${pdf}` } },
    { type: 'image_url', image_url: { url: 'https://a.example/x.png' } },
    { type: 'input_audio', input_audio: { data: pdf, format: 'wav' } },
    { type: 'file', file: { file_id: 'file-abc' } },
    { type: 'file', file: { filename: 'a.pdf', file_data: `data:application/pdf;base64,${pdf}` } },
    { type: 'file', file: { filename: 'a.pdf', file_data: pdf } },
    { type: 'file', file: { file_data: 'data:text/plain;base64,/////w==' } },
    { type: 'video_url', video_url: { url: 'data:video/mp4;base64,AAAA' } },
  ] as JsonObject[]) {
    test(JSON.stringify(content).slice(0, 90), () => {
      const allowed = maskRequest(part(content), findAll, { pii: 'obfuscate' });
      expect([allowed.refusal, allowed.unread]).toEqual([undefined, 1]);
      const refused = maskRequest(part(content), findAll, { pii: 'obfuscate', unreadable: 'refuse' });
      expect(refused.refusal).toEqual({ code: 'unreadable_content', param: 'messages[0].content[0]', counts: {} });
    });
  }

  test('a part of an unknown type is refused, and its strings are inspected where the policy lets it pass', () => {
    const content = { type: 'hologram', data: { deep: ['say canary123x'] } };
    expect(maskRequest(part(structuredClone(content)), findAll, { pii: 'obfuscate' }).refusal).toEqual({
      code: 'unknown_content',
      param: 'messages[0].content[0]',
      counts: {},
    });
    const body = part(structuredClone(content));
    expect(maskRequest(body, findAll, { pii: 'obfuscate', unknownParts: 'allow' }).changed).toBe(true);
    expect(JSON.stringify(body)).not.toContain('canary123x');
  });
});

describe('slots', () => {
  test('stand in document order and know their path', () => {
    const body: JsonObject = {
      model: 'm',
      messages: [
        { role: 'system', content: 'one' },
        { role: 'user', content: [{ type: 'text', text: 'two' }] },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{"to":"three"}' } }],
        },
      ],
      metadata: { 'ann@corp.example': 'four' },
    };
    expect(listTextSlots(body).slots.map((slot) => [slotPath(slot), slot.encoding, slot.text])).toEqual([
      ['messages[0].content', 'plain', 'one'],
      ['messages[1].content[0].text', 'plain', 'two'],
      ['messages[2].tool_calls[0].function.arguments', 'key', 'to'],
      ['messages[2].tool_calls[0].function.arguments', 'json', 'three'],
      ['metadata["..."]', 'key', 'ann@corp.example'],
      ['metadata["..."]', 'plain', 'four'],
    ]);
  });

  test('nesting beyond 128 levels throws, up to it does not', () => {
    const nested = (levels: number): JsonObject =>
      JSON.parse(`{"metadata":${'['.repeat(levels)}"x"${']'.repeat(levels)}}`) as JsonObject;
    expect(listTextSlots(nested(127)).slots).toHaveLength(1);
    expect(() => listTextSlots(nested(128))).toThrow(/nested deeper/);
    expect(() => listTextSlots(nested(20_000))).toThrow(/nested deeper/);
  });

  test('__proto__ stays data where a name beside it is masked', () => {
    const body = JSON.parse('{"metadata":{"canary 1":0,"a@x.example":"x","__proto__":"canary2x"}}') as JsonObject;
    maskRequest(body, findAll, { pii: 'obfuscate' });
    expect(JSON.stringify(body)).toBe('{"metadata":{"canary 1":0,"[EMAIL_1]":"x","__proto__":"[PERSON_1]"}}');
  });

  test('a payload that is no base64 is read as text', () => {
    const body: JsonObject = {
      messages: [
        { role: 'user', content: [{ type: 'input_audio', input_audio: { data: 'say canary1x', format: 'wav' } }] },
      ],
    };
    expect(maskRequest(body, findAll, { pii: 'obfuscate' }).changed).toBe(true);
    expect(JSON.stringify(body)).toContain('say [PERSON_1]');
  });

  test('__proto__ and other odd names are data', () => {
    const body = JSON.parse(
      '{"__proto__":"say canary1x","metadata":{"__proto__":"say canary2x","constructor":"canary3x","a b":{"__proto__":["canary4x"]}}}',
    ) as JsonObject;
    maskRequest(body, findAll, { pii: 'obfuscate' });
    expect(JSON.stringify(body)).toBe(
      '{"__proto__":"say [PERSON_1]","metadata":{"__proto__":"say [PERSON_2]","constructor":"[PERSON_3]","a b":{"__proto__":["[PERSON_4]"]}}}',
    );
  });
});
