import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { createRestorer } from '../../src/firewall/restoring/restorer.ts';
import { maskOne, piece, planted } from './restore-arbitraries.ts';

const RUNS = Number(process.env.LAW_RUNS ?? 3000);

describe('restore(mask(x)) == x', () => {
  test('for any text with any values', () => {
    fc.assert(
      fc.property(planted, (x) => {
        const { masked, map, first } = maskOne(x);
        expect(restoreText(masked, map)).toBe(first);
      }),
      { numRuns: RUNS },
    );
  });

  test('inside JSON, where the value must not break the string around it', () => {
    fc.assert(
      fc.property(planted, (x) => {
        const { masked, map, first } = maskOne(x);
        // A string that begins like JSON is taken for JSON: there values are escaped twice (see below).
        fc.pre(!/^\s*[[{][\s[{]*"/.test(masked));
        const json = JSON.stringify({ a: masked, b: [masked, 1, null] });
        const restored: unknown = JSON.parse(restoreText(json, map, { json: 'always' }));
        expect(restored).toEqual({ a: first, b: [first, 1, null] });
      }),
      { numRuns: RUNS },
    );
  });

  test('inside JSON that stands in JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, other) => {
        fc.pre(value !== '');
        const { map } = maskOne({
          text: value,
          findings: [{ start: 0, end: value.length, kind: 'PERSON', type: 'PERSON', score: 1, tier: 'T0' }],
        });
        const inner = JSON.stringify({ name: 'x [PERSON_1]', list: [other, '[PERSON_1]'] });
        const text = JSON.stringify({ payload: inner, plain: '"[PERSON_1]" said', bare: 0 }).replace(
          ':0',
          ':[PERSON_1]',
        );
        const restored = JSON.parse(restoreText(text, map, { json: 'always' })) as Record<string, string>;
        expect(restored.plain).toBe(`"${value}" said`);
        expect(restored.bare).toBe(value);
        expect(JSON.parse(restored.payload ?? '')).toEqual({ name: `x ${value}`, list: [other, value] });
      }),
      { numRuns: RUNS },
    );
  });

  describe('inside JSON in JSON in JSON', () => {
    const leaf = fc.constantFrom<fc.JsonValue>(
      '[PERSON_1]',
      'x [PERSON_1] "y"',
      '{PERSON_1}',
      'plain "text"',
      7,
      true,
      null,
      -0.5,
      '',
    );
    const document = fc.oneof(
      fc.array(leaf, { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', '[PERSON_1]', 'c d'), leaf, { minKeys: 1, maxKeys: 3 }),
      fc.array(fc.array(leaf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    );
    const printed = fc.constantFrom<(value: fc.JsonValue) => string>(
      (value) => JSON.stringify(value),
      (value) => JSON.stringify(value, null, 2),
      // As encoders for HTML pages print it.
      (value) => JSON.stringify(value).replaceAll('\\"', '\\u0022').replaceAll('/', '\\/'),
    );
    /** The text of JSON in JSON, so many levels deep, and the way in. */
    const nest = (inner: fc.JsonValue, prints: readonly ((value: fc.JsonValue) => string)[]): string =>
      prints.reduceRight<string>(
        (text, print, i) => (i === 0 ? text : print(i % 2 === 0 ? { n: 1, text } : [0, text])),
        prints[0]?.(inner) ?? '',
      );
    const open = (text: string, levels: number): unknown => {
      let value: unknown = JSON.parse(text);
      for (let level = 1; level < levels; level++) value = JSON.parse(Object.values(value as object)[1] as string);
      return value;
    };
    const replaced = (value: fc.JsonValue, by: string): unknown => {
      if (typeof value === 'string') return value.replaceAll(/[[{]PERSON_1[\]}]/g, () => by);
      if (Array.isArray(value)) return value.map((each) => replaced(each as fc.JsonValue, by));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [String(replaced(key, by)), replaced(each as fc.JsonValue, by)]),
      );
    };

    test('every level stays valid, wherever the text is cut', () => {
      fc.assert(
        fc.property(
          document,
          fc.array(printed, { minLength: 1, maxLength: 5 }),
          fc.string({ unit: 'binary', minLength: 1 }),
          (inner, prints, value) => {
            const { map } = maskOne({
              text: value,
              findings: [{ start: 0, end: value.length, kind: 'PERSON', type: 'PERSON', score: 1, tier: 'T0' }],
            });
            const text = nest(inner, prints);
            const whole = restoreText(text, map, { json: 'always' });
            expect(open(whole, prints.length)).toEqual(replaced(inner, value));
            const restorer = createRestorer(map, { json: 'always' });
            let pieces = '';
            for (let at = 0; at < text.length; at += 3) pieces += restorer.push(text.slice(at, at + 3));
            expect(pieces + restorer.flush()).toBe(whole);
          },
        ),
        { numRuns: RUNS },
      );
    });
  });

  test('a masked text holds no value that had a placeholder', () => {
    fc.assert(
      fc.property(planted, (x) => {
        const { map } = maskOne(x);
        for (const [name, value] of map.values) expect(restoreText(`x [${name}] y`, map)).toBe(`x ${value} y`);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

describe('a stream cut anywhere is the whole', () => {
  const options = [{}, { json: 'always' }, { json: 'auto' }] as const;

  test('at every single position, with bait that was never masked', () => {
    fc.assert(
      fc.property(planted, fc.array(piece, { maxLength: 12 }), fc.constantFrom(...options), (x, extra, option) => {
        const { masked, map } = maskOne(x);
        const text = masked + extra.join('');
        const whole = restoreText(text, map, option);
        for (let cut = 0; cut <= text.length; cut++) {
          const restorer = createRestorer(map, option);
          expect(restorer.push(text.slice(0, cut)) + restorer.push(text.slice(cut)) + restorer.flush()).toBe(whole);
        }
      }),
      { numRuns: Math.ceil(RUNS / 6) },
    );
  });

  test('at every pair of positions and character by character on short ones', () => {
    fc.assert(
      fc.property(planted, fc.array(piece, { maxLength: 4 }), fc.constantFrom(...options), (x, extra, option) => {
        const { masked, map } = maskOne(x);
        const text = (extra.join('') + masked).slice(0, 40);
        const whole = restoreText(text, map, option);
        for (let a = 0; a <= text.length; a++) {
          for (let b = a; b <= text.length; b++) {
            const restorer = createRestorer(map, option);
            const pieces = [text.slice(0, a), text.slice(a, b), text.slice(b)];
            expect(pieces.map((p) => restorer.push(p)).join('') + restorer.flush()).toBe(whole);
          }
        }
        const single = createRestorer(map, option);
        let out = '';
        for (let i = 0; i < text.length; i++) out += single.push(text.charAt(i));
        expect(out + single.flush()).toBe(whole);
      }),
      { numRuns: Math.ceil(RUNS / 15) },
    );
  });
});
