import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { Finding } from '../../src/firewall/finding.ts';
import { resolveOverlaps } from '../../src/firewall/overlaps.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

/** A candidate over the first place where `value` stands in `text`. */
function over(text: string, value: string, kind: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(value);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + value.length, kind, type: kind, score: 0.7, tier: 'T0', ...more };
}

const told = (text: string, candidates: readonly Finding[]): string[] =>
  resolveOverlaps(text, candidates).map((finding) => `${finding.kind} ${text.slice(finding.start, finding.end)}`);

describe('which candidate wins', () => {
  test('a secret over personal data', () => {
    const text = 'key AKX-0017-2233 end';
    const secret = over(text, 'AKX-0017-2233', 'SECRET', { type: 'VENDOR_KEY', score: 0.6 });
    const phone = over(text, '0017-2233', 'PHONE', { score: 0.95 });
    expect(told(text, [phone, secret])).toEqual(['SECRET AKX-0017-2233']);
  });

  test('a generic secret inside a longer personal value gives way', () => {
    const text = 'at ftp://user:pass@host.example/x now';
    const url = over(text, 'ftp://user:pass@host.example/x', 'URL_CREDENTIALS', { score: 0.9 });
    const generic = over(text, 'pass', 'SECRET', { type: 'GENERIC_SECRET', score: 0.6 });
    expect(told(text, [url, generic])).toEqual(['URL_CREDENTIALS ftp://user:pass@host.example/x']);
    const named = { ...generic, type: 'CONNECTION_STRING' };
    expect(told(text, [url, named])).toEqual(['SECRET pass']);
  });

  test('the longer of two equally sure formats', () => {
    const text = 'see https://anna:x@mail.example/ there';
    const url = over(text, 'https://anna:x@mail.example/', 'URL_CREDENTIALS', { score: 0.9 });
    const email = over(text, 'x@mail.example', 'EMAIL', { score: 0.95 });
    expect(told(text, [email, url])).toEqual(['URL_CREDENTIALS https://anna:x@mail.example/']);
  });

  test('the surer of two readings of the same digits', () => {
    const text = 'number 4556 7375 8689 9855 here';
    const card = over(text, '4556 7375 8689 9855', 'CARD', { score: 0.96 });
    const phone = over(text, '4556 7375 8689', 'PHONE', { score: 0.6 });
    expect(told(text, [phone, card])).toEqual(['CARD 4556 7375 8689 9855']);
  });

  test('an e-mail address over a name inside it', () => {
    const text = 'to anna.berg@mail.example today';
    const email = over(text, 'anna.berg@mail.example', 'EMAIL', { score: 0.95 });
    const person = over(text, 'anna.berg', 'PERSON', { score: 0.99, tier: 'T1' });
    expect(told(text, [person, email])).toEqual(['EMAIL anna.berg@mail.example']);
  });
});

describe('parts', () => {
  test('of one name are joined, also across tiers', () => {
    const text = 'Dear Mr John Smith-Lee, hello';
    const rule = over(text, 'Smith', 'PERSON', { score: 0.6 });
    const tagged = over(text, 'John Smith-Lee', 'PERSON', { score: 0.9, tier: 'T1' });
    expect(told(text, [rule, tagged])).toEqual(['PERSON John Smith-Lee']);
    const first = over(text, 'John', 'PERSON', { tier: 'T1' });
    const second = over(text, 'Smith-Lee', 'PERSON');
    expect(told(text, [second, first])).toEqual(['PERSON John Smith-Lee']);
  });

  test('two people on two lines or with a comma between stay two', () => {
    const text = 'Anna Berg\nOla Dahl, Per Lie';
    const names = ['Anna Berg', 'Ola Dahl', 'Per Lie'].map((name) => over(text, name, 'PERSON'));
    expect(told(text, names)).toEqual(['PERSON Anna Berg', 'PERSON Ola Dahl', 'PERSON Per Lie']);
  });

  test('of one address are joined over commas and lines', () => {
    const text = 'Visit 12 High Street, Bristol\nBS1 4ST soon';
    const parts = ['12 High Street', 'Bristol', 'BS1 4ST'].map((part) => over(text, part, 'ADDRESS'));
    expect(told(text, parts)).toEqual(['ADDRESS 12 High Street, Bristol\nBS1 4ST']);
  });

  test('what a name has outside the winner is kept', () => {
    const text = 'Anna Berg anna@mail.example wrote';
    const person = over(text, 'Anna Berg anna', 'PERSON', { score: 0.9 });
    const email = over(text, 'anna@mail.example', 'EMAIL', { score: 0.95 });
    expect(told(text, [person, email])).toEqual(['PERSON Anna Berg', 'EMAIL anna@mail.example']);
  });

  test('what a number has outside the winner is dropped', () => {
    const text = 'no 12 34567 89012 x';
    const phone = over(text, '12 34567', 'PHONE', { score: 0.6 });
    const id = over(text, '34567 89012', 'ID', { score: 0.9 });
    expect(told(text, [phone, id])).toEqual(['ID 34567 89012']);
  });
});

const LENGTH = 60;
const candidate = fc
  .record({
    start: fc.nat(LENGTH - 1),
    length: fc.integer({ min: 1, max: 20 }),
    kind: fc.constantFrom('PERSON', 'ADDRESS', 'EMAIL', 'PHONE', 'SECRET', 'CARD', 'CUSTOM'),
    type: fc.constantFrom('X', 'GENERIC_SECRET'),
    score: fc.double({ min: 0.5, max: 1, noNaN: true }),
  })
  .map(
    ({ start, length, ...rest }): Finding => ({ ...rest, start, end: Math.min(LENGTH, start + length), tier: 'T0' }),
  );

describe('whatever the candidates', () => {
  test('findings are sorted and disjoint, the order of candidates does not matter, a lone candidate stays', () => {
    const text = 'word, and 12 more. '.repeat(4).slice(0, LENGTH);
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (candidates) => {
        const found = resolveOverlaps(text, candidates);
        let last = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        const spans = (list: readonly Finding[]) => list.map(({ start, end }) => `${start}-${end}`);
        expect(spans(resolveOverlaps(text, [...candidates].reverse()))).toEqual(spans(found));
        if (candidates.length === 1) expect(found).toEqual(candidates);
      }),
      { numRuns: 500 },
    );
  });

  test('a hundred thousand of them cost less than a second', () => {
    const text = 'x'.repeat(200_000);
    const many = Array.from(
      { length: 100_000 },
      (_, i): Finding => ({
        start: i * 2,
        end: Math.min(text.length, i * 2 + 5 + (i % 7)),
        kind: 'PHONE',
        type: 'PHONE',
        score: 0.5 + (i % 50) / 100,
        tier: 'T0',
      }),
    );
    const spent = startCpuClock();
    resolveOverlaps(text, many);
    expect(spent()).toBeLessThan(BLOW_UP_MS);
  });
});
