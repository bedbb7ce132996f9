import { describe, expect, test } from 'bun:test';
import { contextStrength, contextWords, hasContext } from '../../src/firewall/detectors/context-words.ts';

const words = contextWords('phone|telefon*|date of birth|a c|电话|téléphone');

function strength(text: string): number {
  const start = text.indexOf('#');
  return contextStrength(text, start, text.lastIndexOf('#') + 1, words);
}

describe('words of context', () => {
  test('before the value weighs more than after it', () => {
    expect(strength('my phone is ###')).toBe(2);
    expect(strength('### is my phone')).toBe(1);
    expect(strength('nothing is ###')).toBe(0);
  });
  test('whole words, stems and phrases', () => {
    expect(strength('microphones ###')).toBe(0);
    expect(strength('phoney ###')).toBe(0);
    expect(strength('Telefonnummer ###')).toBe(2);
    expect(strength('Date of Birth: ###')).toBe(2);
    expect(strength('date of arrival: ###')).toBe(0);
  });
  test('keys in camel and snake case', () => {
    expect(strength('"homePhone":"###"')).toBe(2);
    expect(strength('user_phone_no=###')).toBe(2);
    expect(strength('dateOfBirth = ###')).toBe(2);
  });
  test('single letters stand together', () => {
    expect(strength('a/c ###')).toBe(2);
    expect(strength('plan a c ###')).toBe(0);
  });
  test('accents and scripts without blanks', () => {
    expect(strength('TÉLÉPHONE ###')).toBe(2);
    expect(strength('我的电话是###')).toBe(2);
  });
  test('a label of its own keeps the words of earlier values out', () => {
    expect(strength('Phone: 1, Order: ###')).toBe(0);
    expect(strength('Phone: 1\nOrder no: ###')).toBe(0);
    expect(strength('by phone, number: ###')).toBe(2);
  });
  test('a blank line, the window and the next label end it', () => {
    expect(strength('phone\n\n###')).toBe(0);
    expect(strength(`phone ${'- '.repeat(40)}###`)).toBe(0);
    expect(strength('### \nphone: 1')).toBe(0);
    expect(strength('### phone: 1')).toBe(0);
    expect(hasContext('phone - - - - ###', 14, 17, words, 8)).toBe(false);
  });
  test('letters behind a digit belong to a code', () => {
    expect(strength('9phone ###')).toBe(0);
  });
});
