import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { KEYWORD_STEMS, scanKeywords } from '../../src/firewall/detectors/secrets/keyword-scan.ts';

/** What the sampling search stands for: at each place the first stem of the list. */
function everywhere(text: string): string[] {
  const low = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const stem = KEYWORD_STEMS.find((one) => low.startsWith(one, at));
    if (stem !== undefined) found.push(`${at} ${at + stem.length}`);
  }
  return found;
}

test('a keyword is found wherever it stands, in the order of the text', () => {
  const stem = fc.constantFrom(...KEYWORD_STEMS);
  const part = fc.oneof(
    stem,
    stem.map((word) => word.toUpperCase()),
    stem.map((word) => word.slice(1)),
    stem.map((word) => word.slice(0, -1)),
    fc.string({ unit: fc.constantFrom(...'aeikprst _-@`{'), maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const found: string[] = [];
      scanKeywords(text, (start, end) => found.push(`${start} ${end}`));
      expect(found).toEqual(everywhere(text));
    }),
    { numRuns: 2_000 },
  );
});
