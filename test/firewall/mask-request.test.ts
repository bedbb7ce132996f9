import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject } from '../../src/chat/json.ts';
import { parseJson } from '../../src/chat/json.ts';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';
import { inFirstSpelling } from './first-spelling.ts';
import { findAll } from './mask-find.ts';
import { piece } from './restore-arbitraries.ts';

const user = (...contents: string[]): JsonObject => ({
  messages: contents.map((content) => ({ role: 'user', content })),
});
const contents = (body: JsonObject): unknown[] => (body.messages as { content: unknown }[]).map((m) => m.content);
const valuesOf = (text: string): string[] => findAll(text).map(({ start, end }) => text.slice(start, end));
const INVISIBLE = /[\p{Cf}\p{Cc}\p{M}\p{Cs}\p{Cn}\p{Co}]/gu;
const SILENT = { pii: 'obfuscate', note: false } as const;
const KEY = `key-${'1'.repeat(6)}`;

describe('numbers', () => {
  test('come from tools and the form of the answer, then messages, then the rest, in whatever order the body has them', () => {
    const tools = [{ type: 'function', function: { name: 'f', description: 'tool@x.example' } }];
    const body: JsonObject = { metadata: { a: 'meta@x.example' }, ...user('first@x.example'), tools };
    maskRequest(body, findAll, SILENT);
    expect(JSON.stringify(body)).toBe(
      '{"metadata":{"a":"[EMAIL_3]"},"messages":[{"role":"user","content":"[EMAIL_2]"}],"tools":[{"type":"function","function":{"name":"f","description":"[EMAIL_1]"}}]}',
    );
  });

  test('come from the order of first appearance, one per value however it is spelled', () => {
    const body = user('b@x.example a@x.example b@x.example', 'A@x.example canary1x a@x.example');
    const { placeholders, findings } = maskRequest(body, findAll, SILENT);
    expect(contents(body)).toEqual(['[EMAIL_1] [EMAIL_2] [EMAIL_1]', '[EMAIL_2] [PERSON_1] [EMAIL_2]']);
    expect(placeholders.values.get('EMAIL_2')).toBe('a@x.example');
    expect([...placeholders.counts]).toEqual([
      ['EMAIL', 2],
      ['PERSON', 1],
    ]);
    expect([...findings]).toEqual([
      ['EMAIL', 5],
      ['PERSON', 1],
    ]);
  });

  test('a conversation that grows keeps the bytes it had', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .array(fc.oneof(piece, fc.constantFrom('a@x.example', ' ', 'canary7x')), { maxLength: 8 })
            // What a later text gives away is masked in earlier ones too: here every value stands by itself and is found at once.
            .map((p) => p.join(' ')),
          { minLength: 2, maxLength: 6 },
        ),
        (texts) => {
          const whole = user(...texts, 'and canary9x');
          maskRequest(whole, findAll, SILENT);
          for (let turns = 1; turns < texts.length; turns++) {
            // A cut value between two turns may be found once the second is there: turns here end like sentences.
            const ended = texts.map((text) => `${text}\n`);
            const all = user(...ended);
            const some = user(...ended.slice(0, turns));
            const masked = maskRequest(some, findAll, SILENT).changed;
            maskRequest(all, findAll, SILENT);
            if (masked) expect(contents(all).slice(0, turns)).toEqual(contents(some));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('text that already looks like a placeholder', () => {
  test('keeps its number for itself when it comes first', () => {
    const body = user('[EMAIL_1] and email_2, [Email 3]: a@x.example');
    const { placeholders } = maskRequest(body, findAll, SILENT);
    expect(contents(body)).toEqual(['[EMAIL_1] and email_2, [Email 3]: [EMAIL_2]']);
    expect(restoreText('[EMAIL_1] [EMAIL_2]', placeholders)).toBe('[EMAIL_1] a@x.example');
  });

  test('becomes a value of its own when its number was issued, and comes back exactly', () => {
    const text = 'a@x.example: [EMAIL_1], (EMAIL_1), EMAIL 1, [EMAIL_1]';
    const body = user(text);
    const { placeholders } = maskRequest(body, findAll, SILENT);
    expect(contents(body)).toEqual(['[EMAIL_1]: [EMAIL_2], [EMAIL_3], [EMAIL_4], [EMAIL_2]']);
    expect(restoreText(String(contents(body)[0]), placeholders)).toBe(text);
    expect(placeholders.counts.get('EMAIL')).toBe(1);
  });

  test('is left alone where nothing is masked', () => {
    const body = user('[EMAIL_1] [PERSON_2]');
    const before = JSON.stringify(body);
    expect(maskRequest(body, findAll, SILENT).changed).toBe(false);
    expect(JSON.stringify(body)).toBe(before);
  });
});

test('every text of a masked request restores to what it was, each value in its first spelling', () => {
  const text = fc
    .array(fc.oneof(piece, fc.constantFrom('a@x.example', 'canary7x', ' ', '\n')), { maxLength: 10 })
    .map((p) => `${p.join('')}\n`);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      // What an invisible character cuts is masked whole where the whole stands elsewhere: mask-sweep.test.ts.
      fc.pre(texts.every((each) => valuesOf(each).join() === valuesOf(each.replaceAll(INVISIBLE, '')).join()));
      const body = user(...texts);
      const { placeholders } = maskRequest(body, findAll, SILENT);
      const restored = contents(body).map((masked) => restoreText(String(masked), placeholders));
      expect(restored).toEqual(inFirstSpelling(texts, findAll));
    }),
    { numRuns: 1500 },
  );
});

test('a link that the caller wrote without a scheme gets its value back', () => {
  for (const text of ["'//a@x.example'", '"//a@x.example"', 'url(//a@x.example)']) {
    const body = user(text);
    const { placeholders } = maskRequest(body, findAll, SILENT);
    expect(contents(body)).not.toContain(text);
    expect(contents(body).map((masked) => restoreText(String(masked), placeholders))).toEqual([text]);
  }
});

describe('modes', () => {
  const body = (): JsonObject => user('hello', 'a@x.example canary1x a@x.example');

  test('disabled leaves personal data alone and counts none', () => {
    const given = body();
    const { changed, findings, refusal } = maskRequest(given, findAll, { pii: 'disabled' });
    expect([changed, findings.size, refusal]).toEqual([false, 0, undefined]);
    expect(given).toEqual(body());
  });

  test('block says where and how many, never what, and changes nothing', () => {
    const given = body();
    const { refusal, changed } = maskRequest(given, findAll, { pii: 'block' });
    expect(refusal).toEqual({ code: 'pii_detected', param: 'messages[1].content', counts: { EMAIL: 2, PERSON: 1 } });
    expect(changed).toBe(false);
    expect(given).toEqual(body());
  });

  test("a secret is refused in every mode, also in a field's name", () => {
    for (const pii of ['disabled', 'obfuscate', 'block'] as const) {
      expect(maskRequest(user('a@x.example', `use ${KEY}`), findAll, { pii }).refusal).toEqual({
        code: 'secret_detected',
        param: 'messages[1].content',
        counts: { SECRET: 1 },
      });
    }
    const { refusal } = maskRequest({ metadata: { [KEY]: 'x' } }, findAll, { pii: 'disabled' });
    expect(refusal?.code).toBe('secret_detected');
    expect(JSON.stringify(refusal)).not.toContain(KEY);
  });

  test('a secret can be masked for good', () => {
    const given = user(`${KEY} a@x.example ${KEY} key-222222`);
    const { placeholders } = maskRequest(given, findAll, { ...SILENT, secrets: 'mask' });
    expect(contents(given)).toEqual(['[SECRET_1] [EMAIL_1] [SECRET_1] [SECRET_2]']);
    expect(JSON.stringify([...placeholders.values])).not.toContain('key-');
    expect(restoreText('[SECRET_1] [EMAIL_1]', placeholders)).toBe('[SECRET_1] a@x.example');
    const alone = user(KEY);
    expect(maskRequest(alone, findAll, { pii: 'disabled', secrets: 'mask', note: false }).changed).toBe(true);
    expect(contents(alone)).toEqual(['[SECRET_1]']);
  });

  test('what the search throws is thrown on', () => {
    const broken = (): never => {
      throw new Error('no detector');
    };
    expect(() => maskRequest(body(), broken, SILENT)).toThrow('no detector');
  });
});

describe('JSON and files', () => {
  const call = (args: string): JsonObject => ({
    messages: [
      { role: 'assistant', tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: args } }] },
    ],
  });
  const argumentsOf = (body: JsonObject): string =>
    (body.messages as { tool_calls: { function: { arguments: string } }[] }[])[0]?.tool_calls[0]?.function.arguments ??
    '';
  const masked = (args: string): string => {
    const body = call(args);
    maskRequest(body, findAll, SILENT);
    return argumentsOf(body);
  };

  test('arguments keep their keys, numbers, blanks and duplicate keys', () => {
    expect(masked('{ "a" : "x a@x.example",\n "a": "a@x.example", "n": 12345678901234567890, "f": 1.50 }')).toBe(
      '{ "a" : "x [EMAIL_1]",\n "a": "[EMAIL_1]", "n": 12345678901234567890, "f": 1.50 }',
    );
  });

  test('names that are data are masked, names that are words are not', () => {
    expect(masked('{"a@x.example":{"canary1x":[]},"to":1}')).toBe('{"[EMAIL_1]":{"canary1x":[]},"to":1}');
    const body = { metadata: { first: 'x', 'a@x.example': { 'b@x.example': 'a@x.example' }, last: 'y' } };
    maskRequest(body, findAll, SILENT);
    expect(JSON.stringify(body)).toBe('{"metadata":{"first":"x","[EMAIL_1]":{"[EMAIL_2]":"[EMAIL_1]"},"last":"y"}}');
  });

  test('escaped values are found and what is not JSON is text', () => {
    expect(masked('{"a":"a\\u0040x.example \\"q\\" \\n"}')).toBe('{"a":"[EMAIL_1] \\"q\\" \\n"}');
    expect(masked('{"a": a@x.example')).toBe('{"a": [EMAIL_1]');
    expect(masked('"a@x.example"')).toBe('"[EMAIL_1]"');
    expect(masked('')).toBe('');
  });

  test('arguments come back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
        fc.array(piece, { maxLength: 6 }),
        (value, pieces) => {
          const plain = `${pieces.join('')} a@x.example`;
          fc.pre(!/^\s*[[{][\s[{]*"/.test(plain));
          const body = call(JSON.stringify({ value, text: plain, list: [plain, 'canary1x'] }));
          // The caller wrote the same links: where only the model did, values stay out of them.
          (body.messages as JsonObject[]).push({ role: 'user', content: `${plain}\n` });
          const { placeholders } = maskRequest(body, findAll, SILENT);
          const restored: unknown = JSON.parse(restoreText(argumentsOf(body), placeholders, { json: 'always' }));
          expect(JSON.stringify(restored)).toBe(JSON.stringify({ value, text: plain, list: [plain, 'canary1x'] }));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('numbers of the body stay as written', () => {
    const body = parseJson('{"seed":12345678901234567890,"temperature":1.50,"user":"a@x.example"}') as JsonObject;
    maskRequest(body, findAll, SILENT);
    expect(JSON.stringify(body)).toBe('{"seed":12345678901234567890,"temperature":1.50,"user":"[EMAIL_1]"}');
  });

  test('text files are decoded, masked and encoded again', () => {
    const encode = (text: string): string => Buffer.from(text).toString('base64');
    const file = (data: string): JsonObject => ({
      messages: [{ role: 'user', content: [{ type: 'file', file: { filename: 'a.txt', file_data: data } }] }],
    });
    const after = (data: string): unknown => {
      const body = file(data);
      maskRequest(body, findAll, SILENT);
      return ((body.messages as JsonObject[])[0] as { content: { file: { file_data: string } }[] }).content[0]?.file
        .file_data;
    };
    expect(after(`data:text/csv;charset=utf-8;base64,${encode('näme,a@x.example\n')}`)).toBe(
      `data:text/csv;charset=utf-8;base64,${encode('näme,[EMAIL_1]\n')}`,
    );
    expect(after('data:text/plain,to%20a%40x.example%0A')).toBe('data:text/plain,to%20%5BEMAIL_1%5D%0A');
    expect(after(`data:application/json;base64,${encode('{"a":"a@x.example"}')}`)).toBe(
      `data:application/json;base64,${encode('{"a":"[EMAIL_1]"}')}`,
    );
    expect(after(encode('hello a@x.example'))).toBe(encode('hello [EMAIL_1]'));
  });
});

describe('values cut between neighbours', () => {
  const parts = (...texts: string[]): JsonObject => ({
    messages: [{ role: 'user', content: texts.map((text) => ({ type: 'text', text })) }],
  });
  const textsOf = (body: JsonObject): string[] =>
    (body.messages as { content: { text: string }[] }[])[0]?.content.map((p) => p.text) ?? [];

  test('at every place, in parts and in messages', () => {
    const text = 'tell canary123x today';
    for (let cut = text.indexOf('canary') + 1; cut < text.indexOf(' today'); cut++) {
      const body = parts(text.slice(0, cut), text.slice(cut));
      const { refusal } = maskRequest(body, findAll, { ...SILENT, pii: 'block' });
      expect(refusal?.param).toBe('messages[0].content[0].text');
      const { placeholders } = maskRequest(body, findAll, SILENT);
      expect(textsOf(body)).toEqual(['tell [PERSON_1]', ' today']);
      expect(placeholders.values.get('PERSON_1')).toBe('canary123x');
      const messages = user(text.slice(0, cut), text.slice(cut));
      maskRequest(messages, findAll, SILENT);
      expect(contents(messages)).toEqual(['tell [PERSON_1]', ' today']);
    }
  });

  test('in many pieces, with everything around them kept', () => {
    const text = 'x a@y.example z, canary123x! And canary77x and canary5x.';
    const body = parts(...text);
    const { placeholders } = maskRequest(body, findAll, SILENT);
    expect(textsOf(body).join('')).toBe('x [EMAIL_1] z, [PERSON_1]! And [PERSON_2] and [PERSON_3].');
    expect(restoreText(textsOf(body).join(''), placeholders)).toBe(text);
  });

  test('a secret in two pieces is refused', () => {
    expect(maskRequest(parts('use key-1', '11111 now'), findAll, SILENT).refusal?.code).toBe('secret_detected');
  });

  test('a value that stands by itself does not swallow its neighbour', () => {
    const body = user('My mail is', 'a@x.example', 'Hello', 'b@x.example');
    maskRequest(body, findAll, SILENT);
    expect(contents(body)).toEqual(['My mail is', '[EMAIL_1]', 'Hello', '[EMAIL_2]']);
  });

  test('a value found in one piece takes what belongs to it in the same message, if that is no word', () => {
    const body = parts('to ann.l', 'ee@x.example', 'My mail is', 'b@x.example');
    const { placeholders } = maskRequest(body, findAll, SILENT);
    expect(textsOf(body)).toEqual(['to [EMAIL_1]', '[EMAIL_2]', 'My mail is', '[EMAIL_3]']);
    expect(placeholders.values.get('EMAIL_1')).toBe('ann.l');
  });

  test('a secret is refused also where a piece of it is something else', () => {
    const find = (text: string) =>
      text.includes('key-a@x.example')
        ? [
            {
              start: text.indexOf('key-'),
              end: text.length,
              kind: 'SECRET',
              type: 'SECRET',
              score: 1,
              tier: 'T0' as const,
            },
          ]
        : findAll(text);
    expect(maskRequest(user('key-', 'a@x.example'), find, SILENT).refusal?.code).toBe('secret_detected');
  });

  test('ten thousand small parts are read in time that grows with their length', () => {
    let read = 0;
    const find = (text: string) => {
      read += text.length;
      return findAll(text);
    };
    const text = 'lorem a@x.example ipsum '.repeat(500);
    maskRequest(parts(...text), find, SILENT);
    expect(read).toBeLessThan(text.length * 4);
  });
});

describe('hostile bodies', () => {
  test('a megabyte of bait takes no longer than its length allows', () => {
    for (const bait of ['[EMAIL_1] ', 'a@x.example ', '](', 'EMAIL 1 ', 'https://a/', '[PERSON_1][', '\\"']) {
      const body = user(`a@x.example canary1x ${bait.repeat(Math.ceil(1_000_000 / bait.length))}`);
      const spent = startCpuClock();
      maskRequest(body, findAll, SILENT);
      expect(spent()).toBeLessThan(BLOW_UP_MS);
    }
  });
});
