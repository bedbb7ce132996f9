import { expect, test } from 'bun:test';
import { createNumbering, emptyPlaceholders, kindOf } from '../../src/firewall/placeholder.ts';

test('the first appearance of a kind and a value takes the next number of the kind', () => {
  const numbering = createNumbering();
  expect(['a', 'b', 'a', 'A'].map((value) => numbering.personal('EMAIL', value))).toEqual([
    '[EMAIL_1]',
    '[EMAIL_2]',
    '[EMAIL_1]',
    '[EMAIL_3]',
  ]);
  expect(numbering.personal('BANK_ACCOUNT', 'a')).toBe('[BANK_ACCOUNT_1]');
  expect([...numbering.map.values]).toEqual([
    ['EMAIL_1', 'a'],
    ['EMAIL_2', 'b'],
    ['EMAIL_3', 'A'],
    ['BANK_ACCOUNT_1', 'a'],
  ]);
  expect(kindOf('BANK_ACCOUNT_12')).toBe('BANK_ACCOUNT');
});

test('spellings of one value share a placeholder, and the first of them comes back', () => {
  const numbering = createNumbering();
  const given = ['Ann@x.example', 'ann@X.example', 'a\u200bnn@x.example', 'ann at x dot example', 'bob@x.example'];
  expect(given.map((value) => numbering.personal('EMAIL', value))).toEqual([
    '[EMAIL_1]',
    '[EMAIL_1]',
    '[EMAIL_1]',
    '[EMAIL_1]',
    '[EMAIL_2]',
  ]);
  expect(numbering.map.values.get('EMAIL_1')).toBe('Ann@x.example');
  expect(numbering.map.counts.get('EMAIL')).toBe(2);
});

test("a field's name keeps its spelling: two names never become one", () => {
  const numbering = createNumbering();
  expect(numbering.personal('EMAIL', 'ann@x.example')).toBe('[EMAIL_1]');
  expect(numbering.personal('EMAIL', 'ann@x.example', { isName: true })).toBe('[EMAIL_1]');
  expect(numbering.personal('EMAIL', 'ANN@x.example', { isName: true })).toBe('[EMAIL_2]');
  expect(numbering.personal('EMAIL', 'ANN@x.example', { isName: true })).toBe('[EMAIL_2]');
  expect(numbering.personal('EMAIL', 'ANN@x.example')).toBe('[EMAIL_1]');
  expect(numbering.map.values.get('EMAIL_2')).toBe('ANN@x.example');
});

test('an encoded value is the same value, its placeholder is encoded like it; other escapes stand for themselves', () => {
  const numbering = createNumbering();
  expect(numbering.personal('EMAIL', 'ann%40x.example')).toBe('%5BEMAIL_1%5D');
  expect(numbering.map.values.get('EMAIL_1')).toBe('ann@x.example');
  expect(numbering.personal('EMAIL', 'ann@x.example')).toBe('[EMAIL_1]');
  expect(numbering.personal('EMAIL', 'ann&#64;x.example')).toBe('[EMAIL_2]');
  expect(numbering.personal('PERSON', "Ann O'Neil")).toBe('[PERSON_1]');
  expect(numbering.personal('PERSON', 'Ann O&#39;Neil')).toBe('&#91;PERSON_1&#93;');
  expect(numbering.map.values.get('EMAIL_2')).toBe('ann&#64;x.example');
});

test('a value found once more before its turn waits, and moves no number', () => {
  const numbering = createNumbering();
  const early = numbering.again('PERSON', 'ann-miller', 'Ann Miller');
  const same = numbering.again('PERSON', 'ANN MILLER', 'Ann Miller');
  expect(numbering.personal('PERSON', 'Bob Baker')).toBe('[PERSON_1]');
  expect(numbering.personal('PERSON', 'Ann Miller')).toBe('[PERSON_2]');
  expect(numbering.personal('PERSON', 'Cid Carter')).toBe('[PERSON_4]');
  expect([early, same]).toMatchObject([{ text: '[PERSON_3]' }, { text: '[PERSON_2]' }]);
  expect(numbering.map.values.get('PERSON_3')).toBe('ann-miller');
  expect(numbering.again('PERSON', 'Ann Miller', 'Ann Miller')).toBe('[PERSON_2]');
});

test('a name the text has used is never issued, a name issued makes the text a value', () => {
  const numbering = createNumbering();
  expect(numbering.lookAlike('EMAIL_1', '[EMAIL_1]')).toBeUndefined();
  expect(numbering.lookAlike('EMAIL_3', 'EMAIL 3')).toBeUndefined();
  expect(['a', 'b'].map((value) => numbering.personal('EMAIL', value))).toEqual(['[EMAIL_2]', '[EMAIL_4]']);
  expect(numbering.lookAlike('EMAIL_2', '(EMAIL_2)')).toBe('[EMAIL_5]');
  expect(numbering.lookAlike('EMAIL_2', '(EMAIL_2)')).toBe('[EMAIL_5]');
  expect(numbering.map.values.get('EMAIL_5')).toBe('(EMAIL_2)');
  expect(numbering.map.counts).toEqual(new Map([['EMAIL', 2]]));
});

test('a secret has a number and is in no map', () => {
  const numbering = createNumbering();
  expect(['x', 'y', 'x'].map((value) => numbering.secret(value))).toEqual(['[SECRET_1]', '[SECRET_2]', '[SECRET_1]']);
  expect(numbering.map).toEqual(emptyPlaceholders());
});
