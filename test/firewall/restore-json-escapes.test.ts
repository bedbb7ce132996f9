/** Programs that print JSON escape characters that need it not: a placeholder's brackets come back as `\u005b`. */
import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { createRestorer } from '../../src/firewall/restoring/restorer.ts';

const VALUE = 'Ann "A\\B" O\u2019Neil\n😀';
const numbering = createNumbering();
numbering.personal('PERSON', VALUE);
const { map } = numbering;

const hex = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The JSON with some of its characters escaped though they need it not, as `wanted` says. */
const escapeSome = (json: string, wanted: (character: string) => boolean): string => {
  let out = '';
  for (let at = 0; at < json.length; at++) {
    const character = json[at] ?? '';
    if (character === '\\') out += character + (json[++at] ?? '');
    else out += wanted(character) ? hex(character) : character;
  }
  return out;
};
const brackets = (character: string): boolean => '[]<>{}【】'.includes(character);

const restored = (json: string): unknown => JSON.parse(restoreText(json, map, { json: 'always' }));
/** A string whose text has its brackets escaped by the program that printed it. */
const literal = (text: string): string => `"${escapeSome(JSON.stringify(text).slice(1, -1), brackets)}"`;

describe('a placeholder whose brackets JSON escapes', () => {
  for (const written of ['[PERSON_1]', '<PERSON_1>', '{PERSON_1}', '【PERSON_1】', '[person 1]']) {
    test(`${written} in a string, in JSON in a string, and below`, () => {
      expect(restored(`{"a":${literal(`to ${written}, ok`)}}`)).toEqual({ a: `to ${VALUE}, ok` });
      const inner = `{"b":${literal(`to ${written}`)}}`;
      const two = JSON.parse(JSON.stringify(restored(`{"a":${JSON.stringify(inner)}}`))) as { a: string };
      expect(JSON.parse(two.a)).toEqual({ b: `to ${VALUE}` });
      const three = restored(`{"a":${JSON.stringify(`{"b":${JSON.stringify(inner)}}`)}}`) as { a: string };
      expect(JSON.parse((JSON.parse(three.a) as { b: string }).b)).toEqual({ b: `to ${VALUE}` });
    });
  }

  test('behind a backslash that is escaped itself', () => {
    expect(restored('{"a":"C:\\\\\\u005bPERSON_1\\u005d"}')).toEqual({ a: `C:\\${VALUE}` });
    expect(restored('{"a":"C:\\\\\\\\\\u005bPERSON_1\\u005d"}')).toEqual({ a: `C:\\\\${VALUE}` });
  });

  test('and its `_` too', () => {
    expect(restored('{"a":"\\u005bPERSON\\u005f1\\u005d"}')).toEqual({ a: VALUE });
  });
});

/** Texts with everything that an escape can be made of. */
const words = fc
  .array(
    fc.constantFrom(
      '[PERSON_1]',
      '[',
      ']',
      'PERSON_1',
      '\\',
      'u005b',
      '"',
      '{"k":"',
      '"}',
      ' ',
      'n',
      '<PERSON_1>',
      'x',
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));

test('whatever is escaped, arguments stay JSON, and every cut gives the same', () => {
  fc.assert(
    fc.property(words, words, fc.infiniteStream(fc.boolean()), fc.boolean(), (key, text, coin, nested) => {
      const plain = nested ? JSON.stringify({ a: JSON.stringify({ [key]: text }) }) : JSON.stringify({ [key]: text });
      let inString = false;
      const json = escapeSome(plain, (character) => {
        if (character === '"') inString = !inString;
        return inString && character !== '"' && (coin.next().value ?? false);
      });
      expect(JSON.parse(json)).toEqual(JSON.parse(plain));
      const whole = restoreText(json, map, { json: 'always' });
      JSON.parse(whole);
      for (let cut = 1; cut < json.length; cut++) {
        const restorer = createRestorer(map, { json: 'always' });
        const out = restorer.push(json.slice(0, cut)) + restorer.push(json.slice(cut)) + restorer.flush();
        if (out !== whole) expect([cut, out]).toEqual([cut, whole]);
      }
    }),
    { numRuns: 600 },
  );
});
