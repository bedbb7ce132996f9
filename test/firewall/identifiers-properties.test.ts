import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { identifiersDetector } from '../../src/firewall/detectors/identifiers/identifiers-detector.ts';

/** Generators written from the published rules, apart from the code under test. */
const two = (value: number) => String(value).padStart(2, '0');
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const date = fc.record({
  y: fc.integer({ min: 30, max: 99 }),
  m: fc.integer({ min: 1, max: 12 }),
  d: fc.integer({ min: 1, max: 28 }),
});
const dot = (values: readonly number[], weights: readonly number[]) =>
  values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);

function luhnDigit(body: readonly number[]): number {
  let sum = 0;
  [...body].reverse().forEach((value, index) => {
    sum += index % 2 === 1 ? value : value * 2 > 9 ? value * 2 - 9 : value * 2;
  });
  return (10 - (sum % 10)) % 10;
}

const cpf = digits(9).map((body) => {
  const check = (values: number[]) => {
    const rest =
      (dot(
        values,
        Array.from({ length: values.length }, (_, index) => values.length + 1 - index),
      ) *
        10) %
      11;
    return rest === 10 ? 0 : rest;
  };
  const first = check(body);
  return [...body, first, check([...body, first])].join('');
});

const generators: Record<string, [fc.Arbitrary<string>, (value: string) => string]> = {
  US_SSN: [
    fc
      .tuple(
        fc.integer({ min: 1, max: 899 }).filter((area) => area !== 666),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 9999 }),
      )
      .map(([a, g, s]) => `${String(a).padStart(3, '0')}-${two(g)}-${String(s).padStart(4, '0')}`),
    (value) => `Her SSN is ${value}.`,
  ],
  ES_DNI: [
    fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `${n}${'TRWAGMYFPDXBNJZSQVHLCKE'[n % 23]}`),
    (value) => `DNI ${value}`,
  ],
  BR_CPF: [cpf.filter((value) => !/^(\d)\1*$/.test(value)), (value) => `CPF: ${value}`],
  CA_SIN: [
    digits(8)
      .filter((body) => (body[0] ?? 0) > 0 && body[0] !== 8)
      .map((body) => [...body, luhnDigit(body)].join('')),
    (value) => `social insurance number ${value}`,
  ],
  PL_PESEL: [
    fc.tuple(date, digits(4)).map(([{ y, m, d }, serial]) => {
      const body = [...`${two(y)}${two(m)}${two(d)}`].map(Number).concat(serial);
      return [...body, (10 - (dot(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10].join('');
    }),
    (value) => `PESEL ${value}`,
  ],
  FR_NIR: [
    fc
      .tuple(
        fc.constantFrom(1, 2),
        date,
        fc.integer({ min: 1, max: 95 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
      )
      .map(([sex, { y, m }, dep, town, order]) => {
        const body = `${sex}${two(y)}${two(m)}${two(dep)}${String(town).padStart(3, '0')}${String(order).padStart(3, '0')}`;
        return body + two(97 - Number(BigInt(body) % 97n));
      }),
    (value) => `numéro de sécurité sociale ${value}`,
  ],
  BE_NRN: [
    fc.tuple(date, fc.integer({ min: 1, max: 997 })).map(([{ y, m, d }, serial]) => {
      const body = `${two(y)}${two(m)}${two(d)}${String(serial).padStart(3, '0')}`;
      return body + two(97 - (Number(body) % 97));
    }),
    (value) => `rijksregisternummer ${value}`,
  ],
  NL_BSN: [
    digits(8)
      .filter((body) => (body[0] ?? 0) > 0 && dot(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 < 10 && new Set(body).size > 1)
      .map((body) => [...body, dot(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11].join('')),
    (value) => `BSN: ${value}`,
  ],
  SE_PERSONNUMMER: [
    fc.tuple(date, digits(3)).map(([{ y, m, d }, serial]) => {
      const body = [...`${two(y)}${two(m)}${two(d)}`].map(Number).concat(serial);
      return `${two(y)}${two(m)}${two(d)}-${serial.join('')}${luhnDigit(body)}`;
    }),
    (value) => `Mitt personnummer är ${value}`,
  ],
  FI_HETU: [
    fc.tuple(date, fc.integer({ min: 2, max: 899 })).map(([{ y, m, d }, serial]) => {
      const number = String(serial).padStart(3, '0');
      return `${two(d)}${two(m)}${two(y)}-${number}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${two(d)}${two(m)}${two(y)}${number}`) % 31]}`;
    }),
    (value) => `henkilötunnukseni on ${value}`,
  ],
  CN_RESIDENT_ID: [
    fc
      .tuple(fc.integer({ min: 110101, max: 659001 }), date, fc.integer({ min: 1, max: 999 }))
      .map(([area, { y, m, d }, serial]) => {
        const body = `${area}19${two(y)}${two(m)}${two(d)}${String(serial).padStart(3, '0')}`;
        return (
          body + '10X98765432'[dot([...body].map(Number), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]
        );
      }),
    (value) => `身份证号 ${value}`,
  ],
  TR_TCKN: [
    digits(9)
      .filter((body) => (body[0] ?? 0) > 0)
      .map((body) => {
        const odd = body.filter((_, index) => index % 2 === 0).reduce((a, b) => a + b, 0);
        const even = body.filter((_, index) => index % 2 === 1).reduce((a, b) => a + b, 0);
        const tenth = (((odd * 7 - even) % 10) + 10) % 10;
        return [...body, tenth, (odd + even + tenth) % 10].join('');
      }),
    (value) => `TC kimlik no ${value}`,
  ],
  AR_CUIT: [
    fc
      .tuple(fc.constantFrom(20, 23, 27, 30), digits(8))
      .map(([prefix, body]) => {
        const all = [...String(prefix)].map(Number).concat(body);
        const rest = (11 - (dot(all, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        return rest === 10 ? '' : `${prefix}-${body.join('')}-${rest}`;
      })
      .filter((value) => value !== ''),
    (value) => `CUIT ${value}`,
  ],
  ZA_ID: [
    fc.tuple(date, digits(4), fc.constantFrom(0, 1)).map(([{ y, m, d }, serial, citizen]) => {
      const body = [...`${two(y)}${two(m)}${two(d)}`].map(Number).concat(serial, [citizen, 8]);
      return [...body, luhnDigit(body)].join('');
    }),
    (value) => `South African ID: ${value}`,
  ],
};

function best(text: string, value: string) {
  const at = text.indexOf(value);
  const found: { type: string; score: number }[] = [];
  identifiersDetector.detect(
    text,
    (start, end, _kind, type, score) => {
      if (start === at && end === at + value.length) found.push({ type, score });
    },
    { regions: [] },
  );
  return found[0];
}

for (const [type, [values, sentence]] of Object.entries(generators)) {
  test(`made-up ${type} numbers are found in their context`, () => {
    fc.assert(
      fc.property(values, (value) => {
        const hit = best(sentence(value), value);
        expect(hit?.type).toBe(type);
        expect(hit?.score).toBeGreaterThanOrEqual(0.8);
      }),
      { numRuns: 300 },
    );
  });
}

test('random digits without a word near them stay below the threshold', () => {
  const at = new Map<number, number>();
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 16 }), digits(16), (length, body) => {
      const value = body.slice(0, length).join('');
      const hit = best(`the value ${value} was seen`, value);
      if ((hit?.score ?? 0) >= 0.5) at.set(length, (at.get(length) ?? 0) + 1);
    }),
    { numRuns: 20_000 },
  );
  // A key modulo 97 behind a date (France) or a fixed prefix and a check digit (Swiss AHV) come by chance once in thousands.
  expect([...at.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);
});

test('any text is read without an error, spans are inside it, and scores are between 0.3 and 1', () => {
  const pieces = fc.constantFrom(
    'ssn ',
    '123-45-6789',
    '12',
    '.',
    '-',
    ' ',
    '/',
    'A1',
    '<',
    'é',
    '号',
    '\n',
    '|',
    ',',
    '(',
    ')',
    '\ud83d',
    'DNI',
    '0',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      identifiersDetector.detect(
        text,
        (start, end, _kind, _type, score) => {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
          expect(score >= 0.3 && score <= 1).toBe(true);
        },
        { regions: ['US', 'ES'] },
      );
    }),
    { numRuns: 2000 },
  );
});
