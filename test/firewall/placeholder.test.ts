import { expect, test } from 'bun:test';
import { createNumbering, emptyPlaceholders, kindOf, nameKey } from '../../src/firewall/placeholder.ts';

test('the first appearance of a kind and a value takes the next number of the kind', () => {
  const numbering = createNumbering();
  expect(['a', 'b', 'a', 'A'].map((value) => numbering.personal('EMAIL', value))).toEqual([
    '[EMAIL_1]',
    '[EMAIL_2]',
    '[EMAIL_1]',
    '[EMAIL_3]',
  ]);
  expect(numbering.personal('BANK_ACCOUNT', 'a')).toBe('[BANK_ACCOUNT_1]');
  expect(numbering.map.values.get('EMAIL_3')).toBe('A');
  expect(numbering.map.names.get(nameKey('EMAIL', 'b'))).toBe('EMAIL_2');
  expect(kindOf('BANK_ACCOUNT_12')).toBe('BANK_ACCOUNT');
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
