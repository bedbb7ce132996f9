import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { bankAccountDetector } from '../../src/firewall/detectors/bank-account.ts';
import { cardDetector } from '../../src/firewall/detectors/card.ts';
import { digitRuns, digitsFrom, isDigit, readCluster } from '../../src/firewall/detectors/digit-runs.ts';
import { numberIn } from '../../src/firewall/detectors/identifiers/scheme.ts';
import { phoneDetector } from '../../src/firewall/detectors/phone.ts';

const texts = fc.string({
  unit: fc.constantFrom(...'0123456789', ' ', '-', '.', '(', ')', '/', 'a', '\u00a0', '٣'),
  maxLength: 80,
});

test('the runs of digits are those of a pattern', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { starts, ends } = digitRuns(text);
      const expected = [...text.matchAll(/[0-9]+/g)];
      expect(starts).toEqual(expected.map(({ index }) => index));
      expect(ends).toEqual(expected.map((match) => match.index + match[0].length));
    }),
  );
});

test('a cluster has no more digits than its runs may have', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 8 }), (text, gap, most) => {
      const runs = digitRuns(text);
      for (let run = 0; run < runs.starts.length; run++) {
        const { starts, ends } = readCluster(text, runs.starts[run] ?? 0, (code) => code !== 97 && !isDigit(code), {
          gap,
          most,
        });
        const digits = starts.reduce((sum, start, group) => sum + (ends[group] ?? 0) - start, 0);
        expect(digits).toBeLessThanOrEqual(digitsFrom(runs, run, { gap, most }));
      }
    }),
  );
});

test('detectors find the same whether the digits are given or not', () => {
  const numbers = fc
    .array(
      fc.constantFrom(
        'phone ',
        'account ',
        'card ',
        '4111 1111 1111 1111',
        '+49 30 901820',
        '0301234567',
        ', ext. 12',
        ' ',
        '12',
        '-',
        '\n',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(numbers, (text) => {
      for (const detector of [phoneDetector, cardDetector, bankAccountDetector]) {
        const seen: unknown[][] = [[], []];
        detector.detect(text, (...found) => seen[0]?.push(found), { regions: [] });
        detector.detect(text, (...found) => seen[1]?.push(found), { regions: [], digits: digitRuns(text) });
        expect(seen[0]).toEqual(seen[1]);
      }
    }),
  );
});

test('a number in a compact form is what the language says', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789EX'), maxLength: 12 }),
      fc.nat(12),
      fc.nat(12),
      (compact, a, b) => {
        expect(numberIn(compact, a, b)).toBe(Number(compact.slice(a, b)));
      },
    ),
  );
});
