import { describe, expect, test } from 'bun:test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { secretsDetector } from '../../src/firewall/detectors/secrets/secrets-detector.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

const SIZE = 1_000_000;
const fillWith = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

const words = [
  'password',
  'token',
  'Authorization',
  'curl',
  'eyJhbGciOiJIUzI1NiJ9',
  'is',
  '=',
  ':',
  '"',
  "'",
  '-----BEGIN',
  'sk-',
  'x@y',
  '\n',
  ' ',
  '://',
  'A1b2C3d4',
];
const mixture = (): string => {
  let state = 1;
  let out = '';
  while (out.length < SIZE) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    out += words[(state >>> 16) % words.length] ?? '';
  }
  return out;
};

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['a@a@', fillWith('a@a@a@')],
  ['digits', fillWith('1 1 1')],
  ['dashes', fillWith('1-1-')],
  ['parentheses', fillWith('((((')],
  ['one word', fillWith('a')],
  ['base64', fillWith('QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo')],
  ['hex', fillWith('0123456789abcdef')],
  ['operators', fillWith('=')],
  ['colons', fillWith(':')],
  ['names', fillWith('password=')],
  ['spaced names', fillWith('password = ')],
  ['open quotes', fillWith('password="')],
  ['escaped quotes', fillWith('token=\\"')],
  ['backslashes', `password="${fillWith('\\')}`],
  ['keywords', fillWith('password ')],
  ['secret is', fillWith('secret is ')],
  ['bearer', fillWith('bearer bearer=')],
  ['authorization', fillWith('authorization: basic ')],
  ['curl', fillWith('curl ')],
  ['curl options', fillWith('curl -u a')],
  ['PEM openings', fillWith('-----BEGIN RSA PRIVATE KEY-----\n')],
  ['PEM without end', `-----BEGIN PRIVATE KEY-----\n${fillWith('QUJDREVGR0hJSktMTU5P\n')}`],
  ['dashes only', fillWith('-')],
  ['BEGIN', fillWith('BEGIN ')],
  ['PuTTY', fillWith('PuTTY-User-Key-File-2: Private-Lines: ')],
  ['JWT headers', fillWith('eyJhbGciOiJIUzI1NiJ9.')],
  ['eyJ', fillWith('eyJ')],
  ['eyJ words', fillWith('eyJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ')],
  ['URLs', fillWith('http://a:b')],
  ['URL without end', `http://a:${fillWith('b')}`],
  ['at signs', `http://a:b${fillWith('@')}`],
  ['hooks', fillWith('https://hooks.slack.com/')],
  ['prefixes', fillWith('sk-')],
  ['tokens', fillWith(`gh${'p_'}${'16C7e42F29'.repeat(3)}2c6912 `)],
  ['joined tokens', fillWith('123456789:AAaaaaaaaaaaaaaaaaaaaaaaaaaa/')],
  ['slashes', fillWith('aaaaaaaaaaaaaaaaaaaa/')],
  ['tags', fillWith('<password>')],
  ['values', fillWith(`pass${'word is'} aB3$xY7!kk `)],
  ['emoji', fillWith('\u{1f511}')],
  ['scripts', fillWith('\u5bc6\u7801')],
  ['Cyrillic', fillWith('\u043f\u0430\u0440\u043e\u043b\u044c')],
  ['blanks', fillWith(' ')],
  ['mixture', mixture()],
];

describe('a megabyte of hostile text takes less than two seconds', () => {
  for (const [name, text] of HOSTILE) {
    test(name, () => {
      const spent = startCpuClock();
      secretsDetector.detect(text, () => undefined, { regions: [] });
      expect(spent()).toBeLessThan(BLOW_UP_MS);
    });
  }
});

const FOLDER = join(import.meta.dir, '../../src/firewall/detectors/secrets');

/** Regular expression literals after an operator, parenthesis or comma; a slash in a comment or path is none. */
const LITERAL =
  /(?:[=(,:]|&&|\|\||!|return)\s*\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[.;,)\s])/g;

test('no regular expression of the detector backtracks more than linearly', () => {
  const unsafe: string[] = [];
  let count = 0;
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(join(FOLDER, file), 'utf8').replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');
    for (const [, pattern = '', flags = ''] of source.matchAll(LITERAL)) {
      // What repeats within bounds cannot run away; only the unbounded are worth the checker's time.
      if (!/[^\\][*+]|\{\d+,\}/.test(pattern)) continue;
      count++;
      const result = checkSync(pattern, flags, { checker: 'automaton', timeout: 20_000 });
      if (result.status === 'vulnerable')
        unsafe.push(`${file}: /${pattern.slice(0, 80)}/ ${result.complexity.summary}`);
    }
  }
  expect(count).toBeGreaterThan(10);
  expect(unsafe).toEqual([]);
});
