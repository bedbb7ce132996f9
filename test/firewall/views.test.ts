import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { digitRuns } from '../../src/firewall/detectors/digit-runs.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { editedLayer, originalLayer } from '../../src/firewall/views/layer.ts';
import { otherReadings } from '../../src/firewall/views/readings.ts';
import { DISGUISES } from './disguises.ts';

const luhn = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
};
const inFours = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ');
const iban = (country: string, body: string): string => {
  const number = [...`${body}${country}00`].map((c) => Number.parseInt(c, 36)).join('');
  return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}${body}`;
};
/** Put together here, so that no scanner takes this file for a leak. */
const apiKey = ['gh', 'p_'].join('') + ['a8Kx2Lm9', 'Qz7Rt4Vw', 'Yb3Nc6Pd', 'Hs1Jf5Gk', '0000'].join('');

/** Values of each kind, each in a sentence that says what it is. */
const VALUES: Readonly<
  Record<string, { readonly sentence: (value: string) => string; readonly values: readonly string[] }>
> = {
  EMAIL: {
    sentence: (v) => `You can write to ${v} about the order.`,
    values: ['maria.keller@posteo.de', 'tomasz-nowak@firma-dom.pl', 'r.singh77@mail.example.in'],
  },
  PHONE: {
    sentence: (v) => `My phone number is ${v} if you need me.`,
    values: ['+49 30 901820', '+1 415 555 2671', '+44 20 7946 0958'],
  },
  CARD: {
    sentence: (v) => `The credit card number is ${v} and it is valid.`,
    values: [inFours(luhn('455673758689985')), inFours(luhn('520082828282821')), inFours(luhn('601111111111111'))],
  },
  IBAN: {
    sentence: (v) => `Send it to the IBAN ${v} by Friday.`,
    values: [
      inFours(iban('DE', '370400440532013000')),
      inFours(iban('NL', 'ABNA0417164300')),
      inFours(iban('BE', '539007547034')),
    ],
  },
  US_SSN: {
    sentence: (v) => `Her social security number (SSN) is ${v} on file.`,
    values: ['536-22-8726', '219-09-4417', '457-55-5462'],
  },
  SECRET: {
    sentence: (v) => `export GITHUB_TOKEN=${v}\n`,
    values: [apiKey],
  },
};

/** The share of the disguised value's characters that findings cover. */
function coveredShare(text: string, value: string): number {
  const start = text.indexOf(value);
  let covered = 0;
  for (const finding of inspectText(text, defaultDetectionPolicy)) {
    covered += Math.max(0, Math.min(finding.end, start + value.length) - Math.max(finding.start, start));
  }
  return covered / value.length;
}

const shouldWork = Object.entries(VALUES).flatMap(([kind, { sentence, values }]) =>
  values.map((value) => ({ kind, value, found: coveredShare(sentence(value), value) >= 0.9, sentence })),
);

describe('disguised values', () => {
  test('are found plain', () => {
    expect(shouldWork.filter((row) => !row.found).map((row) => row.kind)).toEqual([]);
  });

  test('between control characters and the colours of a terminal, and in base64 of UTF-16', () => {
    const missed = shouldWork.flatMap(({ value, sentence }) =>
      DISGUISES.filter(({ name }) => /NUL|terminal|base64 of UTF-16/.test(name)).flatMap(({ apply }) => {
        const disguised = apply(value) ?? '';
        return coveredShare(sentence(disguised), disguised) >= 0.7 ? [] : [disguised];
      }),
    );
    expect(missed).toEqual([]);
  });

  test('nine in ten are found in every kind, over all techniques', () => {
    const missed: string[] = [];
    const totals = new Map<string, { seen: number; found: number }>();
    for (const { kind, value, sentence } of shouldWork) {
      for (const { name, apply, prefix = '' } of DISGUISES) {
        const disguised = apply(value);
        if (disguised === null) continue;
        const total = totals.get(kind) ?? { seen: 0, found: 0 };
        const found = coveredShare(sentence(prefix + disguised), disguised) >= 0.9;
        totals.set(kind, { seen: total.seen + 1, found: total.found + (found ? 1 : 0) });
        if (!found) missed.push(`${kind} ${name}: ${JSON.stringify(disguised)}`);
      }
    }
    const low = [...totals]
      .filter(([, { seen, found }]) => found / seen < 0.9)
      .map(([kind, { seen, found }]) => `${kind} ${found}/${seen}`);
    expect(low, missed.join('\n')).toEqual([]);
  });
});

describe('readings', () => {
  test('plain text has none', () => {
    for (const text of ['', 'hello', 'The meeting is at noon, at the station. 5 of 7 agreed; see a = b + c.']) {
      expect(otherReadings(text, digitRuns(text))).toEqual({ readings: [], runs: [] });
    }
  });

  test('three numbers of any meaning are no social security number, and one with odd separators is where a word says so', () => {
    const harmless = [
      'const LIFETIME = 400 * 24 * 3600;',
      'the values 100, 50, 2000 and so on',
      'at [640, 48, 1024]',
      '120 + 30 + 1850',
      '| 120 | 45 | 2023 |',
      'a ratio of 100:20:3000',
    ];
    for (const text of harmless) expect([text, inspectText(text, defaultDetectionPolicy)]).toEqual([text, []]);
    for (const separator of [' * ', ', ', ' | ', ':', '_', ' / ']) {
      const text = `her social security number: ${['536', '22', '8726'].join(separator)}`;
      expect(inspectText(text, defaultDetectionPolicy).map(({ type }) => type)).toEqual(['US_SSN']);
    }
  });

  test('a finding in a reading lies on whole characters of the original', () => {
    const text = 'x anna&#46;berg&#64;posteo&#46;de y';
    const [finding] = inspectText(text, defaultDetectionPolicy);
    expect(text.slice(finding?.start, finding?.end)).toBe('anna&#46;berg&#64;posteo&#46;de');
  });

  test('edits map every position of the view back into the source, in order', () => {
    const edit = fc.record({ skip: fc.nat(5), take: fc.nat(4), text: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.array(edit, { maxLength: 8 }), (source, steps) => {
        const edits: { start: number; end: number; text: string }[] = [];
        let at = 0;
        for (const { skip, take, text } of steps) {
          if (at + skip + take > source.length || (take === 0 && text === '')) break;
          edits.push({ start: at + skip, end: at + skip + take, text });
          at += skip + take;
        }
        const layer = editedLayer(originalLayer(source), edits);
        let last = 0;
        for (let i = 0; i < layer.text.length; i++) {
          const { start, end } = layer.toOriginal(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(source.length);
          const edited = edits.some((e) => e.start <= start && end <= e.end && !(e.start === e.end && start < end));
          if (!edited) expect(source.slice(start, end)).toBe(layer.text[i] ?? '');
          last = start;
        }
      }),
    );
  });

  test('never throw, and findings stay inside the text, sorted and disjoint', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '&#64;',
        '%40',
        '=40',
        '\\u0040',
        ' at ',
        ' dot ',
        '\u200b',
        '\ud83d',
        'anna@posteo.de',
        '4 1 1 1 ',
        '<b>',
        '**',
        '\n',
        'YW5uYUBwb3N0ZW8uZGU=',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of inspectText(text, defaultDetectionPolicy)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
