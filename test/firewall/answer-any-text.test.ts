import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { ARGUMENTS, every, KEY, streamed, whole } from './answer-reading.ts';

describe('any text', () => {
  const secret = fc.constantFrom('bob.miller@else.example', '+49 30 901820', 'DE89 3704 0044 0532 0130 00', KEY);
  const filler = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '\n',
      ' ',
      '. ',
      '[PERSON_1]',
      '[EMAIL_1]',
      '"',
      '\\',
      '。',
      '你好世界',
      '-----BEGIN ',
      'x'.repeat(300),
    ),
    fc.lorem({ maxCount: 30 }),
  );
  const prose = fc.array(fc.oneof({ weight: 5, arbitrary: filler }, { weight: 1, arbitrary: secret }), {
    maxLength: 30,
  });

  test('is judged alike whole and in pieces', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 40 }), fc.constantFrom('mask', 'mark'), (parts, size, mode) => {
        const content = parts.join(' ');
        const one = whole({ content }, mode);
        expect(streamed({ content }, mode, every(size))).toEqual(one);
      }),
      { numRuns: 150 },
    );
  });

  test('JSON that breaks off, or is none, is judged alike too', () => {
    const broken = fc.oneof(
      fc.nat({ max: ARGUMENTS.length }).map((length) => ARGUMENTS.slice(0, length)),
      fc.string({ unit: fc.constantFrom(...'{}[]",:\\ u0a1\n-.@eE'), maxLength: 80 }),
      secret.map((value) => `{"a": ${value}, b: "${value}`),
    );
    fc.assert(
      fc.property(broken, fc.integer({ min: 1, max: 20 }), (args, size) => {
        const said = whole({ args }, 'mask');
        expect(streamed({ args }, 'mask', every(size))).toEqual(said);
        if (said.report === undefined) expect(said.texts[1]).toBe(whole({ args }, 'off').texts[1] ?? '');
        for (const planted of ['bob.miller@else.example', KEY]) expect(said.texts[1]).not.toContain(planted);
      }),
      { numRuns: 300 },
    );
  });

  test('stays JSON where it is JSON, and says the same but for the values', () => {
    const leaf = fc.oneof(
      secret,
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value'), { maxLength: 6 }),
        fc.dictionary(fc.string({ maxLength: 12 }), tie('value'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 2), (data, size, indent) => {
        const args = JSON.stringify({ data }, null, indent);
        const said = whole({ args }, 'mask');
        expect(() => JSON.parse(said.texts[1] ?? '')).not.toThrow();
        if (said.report === undefined) expect(JSON.parse(said.texts[1] ?? '')).toEqual(JSON.parse(args));
        expect(streamed({ args }, 'mask', every(size))).toEqual(said);
        for (const planted of ['bob.miller@else.example', KEY]) expect(said.texts[1]).not.toContain(planted);
      }),
      { numRuns: 200 },
    );
  });
});
