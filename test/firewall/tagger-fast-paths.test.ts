import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { mayBeStrong, rateToken, readWords, STRONG } from '../../src/firewall/tagger/candidates.ts';
import { baseOf, classOf, FOREIGN, MARK, NEWLINE, PUNCTUATION, SPACE } from '../../src/firewall/tagger/characters.ts';
import { fillEmissions, fillFromBytes, newLattice, TAGS } from '../../src/firewall/tagger/decode.ts';
import { BUCKET_BITS, FEATURES } from '../../src/firewall/tagger/features.ts';
import { taggerModel } from '../../src/firewall/tagger/tagger-detector.ts';
import { LOWERCASE, newTokens, PUNCT, tokenise } from '../../src/firewall/tagger/tokens.ts';

/** What is quick because texts are mostly small ASCII letters and weights are bytes gives what the plain way gives. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][a-z]{0,8}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("O'Br", 'D’A', 'Mc', 'é', 'ÅS', 'ß', '\u0301', '_', 'camelCase', '12b', '7'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('漢', 'Я', 'ｆｕ', '😀', '\ud800', 'İ', 'ﬁ', '\u00ad', '\u200b', '\\n', '\\'),
  },
);
const gap = fc.oneof(
  { weight: 6, arbitrary: fc.constant(' ') },
  { weight: 2, arbitrary: fc.constantFrom('', '. ', ', ', "'", '-', '/', ': ', '...', '  ', '\u00a0') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\n\n', '\t') },
);
const texts = fc
  .array(fc.tuple(piece, gap), { maxLength: 40 })
  .map((parts) => parts.map(([word, after]) => word + after).join(''));

test('a word ends where the class of its characters changes, and its hash is that of its letters one by one', () => {
  const tokens = newTokens();
  fc.assert(
    fc.property(texts, (text) => {
      expect(tokenise(text, 0, tokens)).toBe(text.length);
      let past = 0;
      for (let i = 0; i < tokens.count; i++) {
        const start = tokens.start[i] as number;
        const end = tokens.end[i] as number;
        for (; past < start; past++) {
          const code = text.charCodeAt(past);
          // Nothing is left out but blanks and the escaped line break.
          if (classOf(code) !== SPACE && classOf(code) !== NEWLINE)
            expect(text.slice(Math.max(0, past - 1), past + 2)).toContain('\\');
        }
        past = end;
        if (tokens.shape[i] === PUNCT) continue;
        const foreign = classOf(text.charCodeAt(start)) === FOREIGN;
        let hash = 0x811c9dc5 | 0;
        for (let at = start; at < end; at++) {
          const code = text.charCodeAt(at);
          const kind = classOf(code);
          if (kind === PUNCTUATION) {
            expect(text.slice(start, at + 1)).toMatch(/^[OD]['’]$/);
            continue;
          }
          expect(kind === SPACE || kind === NEWLINE).toBe(false);
          expect(kind === FOREIGN).toBe(foreign);
          if (kind !== MARK) hash = Math.imul(hash ^ baseOf(code), 0x01000193);
        }
        expect(tokens.hash[i]).toBe(hash);
        if (tokens.shape[i] === LOWERCASE) expect(text.slice(start, end)).not.toMatch(/[A-Z0-9_]/);
        const next = end < text.length ? classOf(text.charCodeAt(end)) : SPACE;
        const joined = next !== SPACE && next !== NEWLINE && next !== PUNCTUATION;
        if (joined) expect(next === FOREIGN).not.toBe(foreign);
      }
    }),
    { numRuns: 400 },
  );
});

test('no token is strong that the quick look leaves out', () => {
  const { lexicon } = taggerModel();
  const tokens = newTokens();
  fc.assert(
    fc.property(texts, fc.constantFrom('anna smith 5 ', 'street 12 ', 'hi maria ', ''), (text, before) => {
      const whole = before + text;
      tokenise(whole, 0, tokens);
      const language = readWords(whole, tokens, lexicon);
      for (let i = 0; i < tokens.count; i++) {
        if (mayBeStrong(tokens.shape[i] as number, tokens.flags[i] as number)) continue;
        expect(rateToken(whole, tokens, language, i)).not.toBe(STRONG);
      }
    }),
    { numRuns: 400 },
  );
});

test('sums of packed bytes are the sums of the weights', () => {
  const { weights, rows, decay, unit } = taggerModel();
  const plain = Float32Array.from(weights, (steps) => steps * unit);
  const quick = newLattice(4);
  const slow = newLattice(4);
  const bucket = fc.integer({ min: 0, max: 2 ** BUCKET_BITS - 1 });
  fc.assert(
    fc.property(fc.array(bucket, { minLength: 4 * FEATURES, maxLength: 4 * FEATURES }), (buckets) => {
      const features = Int32Array.from(buckets);
      fillFromBytes(rows, decay, { features, length: 4, lattice: quick });
      fillEmissions(plain, { features, length: 4, lattice: slow });
      expect([...quick.emission]).toEqual([...slow.emission]);
    }),
    { numRuns: 200 },
  );
});

test('the furthest a byte goes is within reach', () => {
  const rows = new Int32Array(2);
  const bytes = new Int8Array(rows.buffer);
  bytes.set([127, -128, 0, 1, -1, 127, -128, 5]);
  const { decay, unit } = taggerModel();
  const lattice = newLattice(1);
  fillFromBytes(rows, decay, { features: new Int32Array(FEATURES), length: 1, lattice });
  const wanted = Array.from(bytes, (steps) => Math.exp((steps - 127) * FEATURES * unit));
  expect([...lattice.emission.subarray(0, TAGS)]).toEqual(wanted);
});
