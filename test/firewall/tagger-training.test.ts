import { describe, expect, test } from 'bun:test';
import { lookUp, NAME, STREET } from '../../src/firewall/tagger/lexicon.ts';
import { packModel, unpackModel } from '../../src/firewall/tagger/model.ts';
import { taggerModel } from '../../src/firewall/tagger/tagger-detector.ts';
import { hashWord, newTokens, tokenise } from '../../src/firewall/tagger/tokens.ts';
import { newDocuments } from '../../training/documents.ts';
import { readLanguages } from '../../training/language-file.ts';
import { newRandom } from '../../training/random.ts';
import { expandTemplate } from '../../training/template.ts';
import { trainModel } from '../../training/train.ts';

const words = (text: string): string[] => {
  const tokens = newTokens();
  tokenise(text, 0, tokens);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
};

test('the same seed gives the same bytes, another seed gives others', () => {
  const digest = (seed: number): string =>
    new Bun.CryptoHasher('sha256').update(trainModel({ seed, samples: 300 })).digest('hex');
  const first = digest(7);
  expect(digest(7)).toBe(first);
  expect(digest(8)).not.toBe(first);
});

test('a model survives packing, and foreign bytes are refused', () => {
  const model = taggerModel();
  const bytes = packModel(model);
  expect(bytes.length).toBeLessThan(5_000_000);
  const again = unpackModel(bytes);
  expect(again.unit).toBe(model.unit);
  expect(Buffer.from(packModel(again)).equals(Buffer.from(bytes))).toBe(true);
  expect(() => unpackModel(bytes.slice(0, bytes.length - 1))).toThrow();
  expect(() => unpackModel(new Uint8Array(bytes.length))).toThrow();
});

test('the word list knows names and street words, whatever their accents', () => {
  const { lexicon } = taggerModel();
  expect(lookUp(lexicon, hashWord('josé')) & NAME).not.toBe(0);
  expect(lookUp(lexicon, hashWord('jose')) & NAME).not.toBe(0);
  expect(lookUp(lexicon, hashWord('straße')) & STREET).not.toBe(0);
  expect(lookUp(lexicon, hashWord('printer')) & NAME).toBe(0);
});

describe('words are cut', () => {
  test('at apostrophes, but not inside Irish and Italian names', () => {
    expect(words("O'Brien's car, D'Angelo, l'Anna")).toEqual([
      "O'Brien",
      "'",
      's',
      'car',
      ',',
      "D'Angelo",
      ',',
      'l',
      "'",
      'Anna',
    ]);
  });
  test('at escaped line breaks and at other scripts', () => {
    expect(words('Dear\\nAnna 東京Anna')).toEqual(['Dear', 'Anna', '東京', 'Anna']);
  });
});

test('templates choose, fill and mark', () => {
  const sample = expandTemplate('<a|a> {p}\\n‹b›', newRandom(1), () => ({ text: 'Xy', type: 'PERSON' }));
  expect(sample).toEqual({ text: 'a Xy\n<b>', spans: [{ start: 2, end: 4, type: 'PERSON' }] });
});

test('every template of every language can be written, and its spans lie inside the text', () => {
  const languages = readLanguages();
  expect(languages.length).toBe(15);
  for (const split of ['train', 'held-out'] as const) {
    const write = newDocuments(languages, newRandom(3), split);
    for (const { code } of languages) {
      for (let i = 0; i < 300; i++) {
        const { text, spans } = write(code);
        for (const span of spans) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }
    }
  }
});
