import { expect, test } from 'bun:test';
import { searchCanaries } from './canary-search.ts';

const value = 'ann "q" <o\'b>@ü.test';
const json = JSON.stringify(value);
const found = (text: string): string[] =>
  searchCanaries([value], [{ name: 'here', bytes: Buffer.from(text) }]).map(({ form }) => form);

test('a value is found however it is written', () => {
  expect(found(`a ${value} b`)).toContain('plain');
  expect(found(`a ${value.replace(/[a-z]/g, (letter) => letter.toUpperCase())} b`)).not.toEqual([]);
  expect(found(JSON.stringify({ a: value }))).toContain('JSON');
  expect(found(JSON.stringify({ a: json }))).toContain('JSON in JSON');
  expect(found(json.replace('ü', '\\u00FC'))).toContain('JSON, escaped to ASCII');
  expect(found(`?q=${encodeURIComponent(value)}`)).toContain('percent');
  expect(found(`?q=${encodeURIComponent(value).replaceAll('%20', '+')}`)).toContain('form');
  expect(found(Buffer.from(value).toString('hex').toUpperCase())).toContain('hex');
  for (const before of ['', 'x', 'xy', 'xyz', 'some text '])
    for (const encoding of ['base64', 'base64url'] as const)
      expect(found(Buffer.from(`${before}${value}. And on.`).toString(encoding))).not.toEqual([]);
  expect(searchCanaries(['4556 7375 8689 9855'], [{ name: 'x', bytes: Buffer.from('4556737586899855') }])).toHaveLength(
    1,
  );
  expect(searchCanaries([value], [{ name: 'x', bytes: Buffer.from(value, 'utf16le') }])).toMatchObject([
    { form: 'UTF-16' },
  ]);
});

test('and not where it is not', () => {
  expect(found('ann q ob at test')).toEqual([]);
});
