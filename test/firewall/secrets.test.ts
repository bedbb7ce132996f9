import { describe, expect, test } from 'bun:test';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretsDetector } from '../../src/firewall/detectors/secrets/secrets-detector.ts';
import { secretCases, secretExamples } from './catalogue/secrets.ts';

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly score: number;
}

const detect = (text: string): Hit[] => {
  const hits: Hit[] = [];
  secretsDetector.detect(
    text,
    (start, end, kind, type, score) => {
      expect(kind).toBe('SECRET');
      hits.push({ start, end, type, score });
    },
    { regions: [] },
  );
  return hits.filter(({ score }) => score >= 0.5);
};

describe('every type of the catalogue', () => {
  test('is the detector’s, and the other way round', () => {
    const known = secretsDetector.types.map(({ type }) => type);
    expect(new Set(known).size).toBe(known.length);
    expect(secretExamples.map(({ type }) => type).sort()).toEqual([...known].sort());
    for (const { examples, nearMisses } of secretExamples) {
      expect(examples.length).toBeGreaterThan(0);
      expect(nearMisses.length).toBeGreaterThan(0);
    }
  });

  test('names a title and a source', () => {
    for (const { kind, title, source } of secretsDetector.types) {
      expect(kind).toBe('SECRET');
      expect(title.length).toBeGreaterThan(2);
      expect(source).toMatch(/^https:\/\//);
    }
  });

  test('is found in its examples, the span being exactly the secret', () => {
    const wrong = secretCases.filter(
      ({ type, text, start, end }) =>
        !detect(text).some((hit) => hit.type === type && hit.start === start && hit.end === end),
    );
    expect(wrong.map((one) => [one.type, one.text, one.text.slice(one.start, one.end), detect(one.text)])).toEqual([]);
  });

  test('is not found in its near misses', () => {
    const wrong = secretExamples.flatMap(({ type, nearMisses }) =>
      nearMisses
        .filter((text) => detect(text).some((hit) => hit.type === type))
        .map((text) => [type, text, detect(text)]),
    );
    expect(wrong).toEqual([]);
  });
});

test('the detector’s own source holds no finding', () => {
  const folder = join(import.meta.dir, '../../src/firewall/detectors/secrets');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(detect(text).map((hit) => [name, hit.type, text.slice(hit.start, hit.end)])).toEqual([]);
  }
});

test('a wrong check sum lowers the score of a token and does not drop it', () => {
  const right = secretCases.find(({ type }) => type === 'GITHUB_TOKEN');
  if (!right) throw new Error('no example');
  const token = right.text.slice(right.start, right.end);
  const wrong = `${token.slice(0, 10)}${token[10] === 'a' ? 'b' : 'a'}${token.slice(11)}`;
  expect(detect(token).map(({ score }) => score)).toEqual([0.99]);
  expect(detect(wrong).map(({ score }) => score)).toEqual([0.75]);
});

test('a long one is found to its end: no tail is left when it is masked', () => {
  const body = (length: number): string => {
    let text = '';
    for (let i = 0; text.length < length; i++) text += createHash('sha256').update(String(i)).digest('base64url');
    return text.slice(0, length).replaceAll(/[-_]/g, 'x');
  };
  const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
  const dashes = '-'.repeat(5);
  const pem = `${dashes}BEGIN PRIVATE ${'KEY'}${dashes}\n${body(100_000)}\n${dashes}END PRIVATE ${'KEY'}${dashes}`;
  for (const secret of [`${header}.${body(70_000)}.${body(60_000)}`, pem, Buffer.from(pem).toString('base64')]) {
    const text = `Here: ${secret} and more`;
    const covered = detect(text).some(({ start, end }) => start <= 6 && end >= 6 + secret.replace(/=+$/, '').length);
    expect(covered).toBe(true);
  }
});

test('candidates do not overlap', () => {
  for (const { text } of secretCases) {
    const hits = detect(text).sort((a, b) => a.start - b.start);
    for (let i = 1; i < hits.length; i++) expect(hits[i]?.start ?? 0).toBeGreaterThanOrEqual(hits[i - 1]?.end ?? 0);
  }
});
