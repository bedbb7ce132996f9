import { describe, expect, test } from 'bun:test';
import { createPhoneBook } from '../../src/firewall/masking/canonical-phone.ts';
import { canonicalValue } from '../../src/firewall/masking/canonical-value.ts';

const CARD = ['4556', '7375', '8689', '9855'];

describe('one value, several spellings', () => {
  test.each([
    [
      'EMAIL',
      [
        'Jane.Doe@Corp.Test',
        'jane.doe@corp.test',
        'jane.doe＠corp.test',
        'jane​.doe@corp.test',
        'jane.doe at corp dot test',
      ],
    ],
    [
      'CARD',
      [
        CARD.join(' '),
        CARD.join('-'),
        CARD.join(''),
        CARD.join('').replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
      ],
    ],
    ['IBAN', ['DE89 3704 0044 0532 0130 00', 'de89370400440532013000', 'DE89-3704-0044-0532-0130-00']],
    ['ID', ['536-22-8145', '536 22 8145', '536228145']],
    ['TAX_ID', ['123.456.789-09', '12345678909']],
    ['PERSON', ['Jane  Doe', 'JANE DOE', 'jane\u00a0doe', 'Jane\nDoe']],
    ['PERSON', ['Zoë', 'Zoe\u0308']],
    ['ADDRESS', ['Hauptstr. 5, 10115 Berlin', 'Hauptstr. 5\n10115 Berlin']],
    ['IP', ['2001:db8::1', '2001:0DB8:0:0:0:0:0:1', '[2001:db8::1]']],
    ['MAC', ['00:1A:2B:3C:4D:5E', '00-1a-2b-3c-4d-5e', '001A.2B3C.4D5E']],
    ['VEHICLE', ['B-AB 1234', 'b ab 1234']],
  ])('%s: %j', (kind, spellings) => {
    expect(new Set(spellings.map((spelling) => canonicalValue(kind, spelling))).size).toBe(1);
  });
});

describe('values that are not one', () => {
  test.each([
    ['EMAIL', ['jane@corp.test', 'jane@corp.test.test', 'jan.e@corp.test', 'jane+1@corp.test', 'jane%40corp.test']],
    ['EMAIL', ['(', ')', '', ' ', '[EMAIL_1]', '[email_1]']],
    ['ID', ['-', '/', '12', '1-2', '536228145', '536228146', '+536228145', '(536228145)']],
    ['PERSON', ['Jane Doe', 'Jane', 'Janedoe', "Jane D'oe", '-', '.']],
    ['VEHICLE', ['B-AB 12', 'BA-B 12']],
    ['DATE_OF_BIRTH', ['03.04.1985', '04.03.1985', '03/04/1985']],
    ['IP', ['10.0.0.1', '10.0.0.10', '100.0.1', '2001:db8::1', '2001:db8::1/64', 'fe80::1%eth0']],
    ['CRYPTO_WALLET', ['1BoatSLRHtKNngkdXEeobR76b53LETtpyT', '1boatslrhtknngkdxeeobr76b53lettpyt']],
    ['URL_CREDENTIALS', ['Abc', 'abc']],
    ['MY_KIND', ['A-1', 'a-1', 'A1']],
  ])('%s: %j', (kind, values) => {
    expect(new Set(values.map((value) => canonicalValue(kind, value))).size).toBe(values.length);
  });
});

describe('telephone numbers', () => {
  /** Which of the numbers share a name, as an index of the first. */
  const grouped = (...values: string[]): number[] => {
    const book = createPhoneBook();
    return values.map((value, index) => {
      const known = book.find(value);
      if (known === undefined) book.add(value, String(index));
      return Number(known ?? index);
    });
  };

  test.each([
    [
      [
        '+49 170 1234567',
        '+491701234567',
        '0049 170 1234567',
        '+49 (0)170 1234567',
        '0170/1234567',
        '0170-123 45 67',
        '+４９ 170 1234567',
      ],
    ],
    [['0170 1234567', '+49 170 1234567', '00491701234567']],
    [
      [
        '+1 212-555-0199',
        '(212) 555-0199',
        '212.555.0199',
        '1-212-555-0199',
        '12125550199',
        '+12125550199',
        '011 1 212 555 0199',
      ],
    ],
    [['+44 20 7946 0958', '+44 (0)20 7946 0958', '020 7946 0958']],
    [['+39 06 6982 1234', '06 6982 1234']],
    [['+7 916 123-45-67', '8 (916) 123-45-67']],
    [['+86 138 1234 5678', '138 1234 5678']],
    [['+1 212 555 0199 ext. 12', '(212) 555-0199 x12']],
  ])('%j are one', (values) => {
    expect(grouped(...values)).toEqual(values.map(() => 0));
    expect(new Set(grouped(...values.toReversed())).size).toBe(1);
  });

  test.each([
    [['+49 170 1234567', '+43 170 1234567', '+49 170 1234568', '+49 171 1234567']],
    [['(212) 555-0199', '(212) 555-0199 x12', '(212) 555-0198']],
    [['12345', '123456', '', '+']],
  ])('%j are several', (values) => {
    expect(grouped(...values)).toEqual(values.map((_value, index) => index));
  });

  test('a national form is the first number that ends in its digits; another country stays another', () => {
    expect(grouped('0170 1234567', '+49 170 1234567', '+43 170 1234567', '170 1234567', '+43 (0)170 1234567')).toEqual([
      0, 0, 2, 0, 2,
    ]);
  });
});
