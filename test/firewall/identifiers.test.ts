import { describe, expect, test } from 'bun:test';
import { identifiersDetector } from '../../src/firewall/detectors/identifiers/identifiers-detector.ts';
import { identifierExamples } from './catalogue/identifiers.ts';

interface Found {
  value: string;
  type: string;
  kind: string;
  score: number;
}

function find(text: string, regions: readonly string[] = ['US']): Found[] {
  const found: Found[] = [];
  identifiersDetector.detect(
    text,
    (start, end, kind, type, score) => found.push({ value: text.slice(start, end), type, kind, score }),
    { regions },
  );
  return found;
}

describe('the catalogue of identifiers', () => {
  for (const { type, region, examples, values, nearMisses } of identifierExamples) {
    test(`${type} is found`, () => {
      expect(examples.length).toBeGreaterThan(0);
      examples.forEach((text, index) => {
        const hit = find(text, [region]).find((found) => found.value === values[index] && found.type === type);
        expect(hit ? hit.score : `${text}: ${JSON.stringify(find(text, [region]))}`).toBeGreaterThanOrEqual(0.5);
      });
    });
    test(`${type} is not seen in near misses`, () => {
      for (const text of nearMisses) {
        expect(find(text).filter((found) => found.type === type && found.score >= 0.5)).toEqual([]);
      }
    });
  }

  test('every type of the detector stands in the catalogue', () => {
    const listed = new Set(identifierExamples.map(({ type }) => type));
    expect(identifiersDetector.types.map(({ type }) => type).filter((type) => !listed.has(type))).toEqual([]);
  });

  test('every type is declared once, with its kind, title and source', () => {
    const types = identifiersDetector.types.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const { title, source } of identifiersDetector.types)
      expect(Math.min(title.length, source.length)).toBeGreaterThan(5);
    const kinds = new Map(identifiersDetector.types.map(({ type, kind }) => [type, kind]));
    for (const { examples, region } of identifierExamples) {
      for (const text of examples)
        for (const { type, kind } of find(text, [region])) expect(String(kinds.get(type))).toBe(kind);
    }
  });
});

describe('words near a number', () => {
  const counts = (text: string) =>
    find(text)
      .filter(({ score }) => score >= 0.5)
      .map(({ value, type }) => `${type} ${value}`);

  test('nine bare digits need a word', () => {
    expect(counts('The sum was 536904399 in all.')).toEqual([]);
    expect(counts('His SSN: 536904399')).toEqual(['US_SSN 536904399']);
    expect(counts('536904399 is my social security number')).toEqual(['US_SSN 536904399']);
  });

  test('the nearest word decides', () => {
    expect(counts('Order 536904399 for the holder of an SSN.')).toEqual([]);
    expect(counts('order 123456782, ssn 536904399')).toEqual(['US_SSN 536904399']);
  });

  test('a label after the number that leads on to another number does not count', () => {
    expect(counts('Lot 536904399, SSN: 536-90-4398')).toEqual(['US_SSN 536-90-4398']);
  });

  test('the head of a column is a label', () => {
    expect(counts('id,ssn,zip\n1,536904399,94107\n2,219099999,10001')).toEqual([
      'US_SSN 536904399',
      'US_SSN 219099999',
    ]);
    expect(counts('id,lot,zip\n1,536904399,94107\n2,219099999,10001')).toEqual([]);
  });

  test('keys in camel case and snake case are words', () => {
    expect(counts('{"customerSsn":"536904399"}')).toEqual(['US_SSN 536904399']);
    expect(counts('social_security_number=536904399')).toEqual(['US_SSN 536904399']);
  });

  test('a number inside a longer one is left alone', () => {
    for (const text of ['1536-90-43991', '536-90-4399-1', '12.536-90-4399', 'a536-90-4399', '0.536904399']) {
      expect(counts(text)).toEqual([]);
    }
  });
});
