import { describe, expect, test } from 'bun:test';
import { createNumbering, type PlaceholderMap } from '../../src/firewall/placeholder.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { createRestorer, noCounts } from '../../src/firewall/restoring/restorer.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

const EMAIL = 'Ann.O"Neil@corp.example';
const ACCOUNT = '12 & 34';

function issued(): PlaceholderMap {
  const numbering = createNumbering();
  numbering.personal('EMAIL', EMAIL);
  numbering.personal('BANK_ACCOUNT', ACCOUNT);
  for (let n = 1; n <= 12; n++) numbering.personal('PERSON', `Person ${n}`);
  return numbering.map;
}

const map = issued();

describe('the same placeholder written another way is restored', () => {
  for (const written of [
    '[EMAIL_1]',
    '(EMAIL_1)',
    '{EMAIL_1}',
    '<EMAIL_1>',
    '{{EMAIL_1}}',
    '【EMAIL_1】',
    '［EMAIL_1］',
    '「EMAIL_1」',
    '〔EMAIL_1〕',
    '⟨EMAIL_1⟩',
    '（EMAIL_1）',
    '[email_1]',
    '[Email_1]',
    '[Email 1]',
    '[EMAIL-1]',
    '[ EMAIL_1 ]',
    '[EMAIL 1]',
    '[EMAIL\\_1]',
    '\\[EMAIL_1\\]',
    '\\[EMAIL\\_1\\]',
    '[EMAIL\u20111]',
    '[EMAIL＿1]',
    'EMAIL_1',
    'EMAIL-1',
    'EMAIL 1',
    'EMAIL\\_1',
    '\\u005bEMAIL_1\\u005d',
    '\\u005BEMAIL_1\\u005D',
    '\\\\u005bEMAIL_1\\\\u005d',
    '\\u005bEMAIL\\u005f1\\u005d',
    '\\u3010EMAIL_1\\u3011',
    '\\u003cEMAIL_1\\u003e',
  ]) {
    test(written, () => expect(restoreText(`to: ${written}, ok`, map)).toBe(`to: ${EMAIL}, ok`));
  }

  test('kinds of two words', () => {
    for (const written of [
      '[BANK_ACCOUNT_1]',
      '[bank account 1]',
      '[Bank-Account-1]',
      'BANK_ACCOUNT_1',
      'BANK ACCOUNT 1',
      '[BANK\\_ACCOUNT\\_1]',
    ]) {
      expect(restoreText(`(${written})`, map)).toContain(ACCOUNT);
      expect(restoreText(`x ${written} y`, map)).toBe(`x ${ACCOUNT} y`);
    }
  });

  test('formatting around it stays', () => {
    expect(restoreText('**[EMAIL_1]** `[EMAIL_1]` `EMAIL_1` _[EMAIL_1]_ "[EMAIL_1]"', map)).toBe(
      `**${EMAIL}** \`${EMAIL}\` \`${EMAIL}\` _${EMAIL}_ "${EMAIL}"`,
    );
  });

  test('one directly behind another', () => {
    expect(restoreText('x[EMAIL_1]PERSON_2(PERSON_1)', map)).toBe(`x${EMAIL}Person 2(Person 1)`);
  });

  test('a string that begins with one is no JSON in JSON', () => {
    expect(JSON.parse(restoreText('{"a":"[EMAIL_1]{\\"b\\": \\"[EMAIL_1]\\"}"}', map, { json: 'always' }))).toEqual({
      a: `${EMAIL}{"b": "${EMAIL}"}`,
    });
  });

  test('calls and links keep their brackets, lists theirs', () => {
    expect(restoreText('send(EMAIL_1)', map)).toBe(`send(${EMAIL})`);
    expect(restoreText('[PERSON_1, PERSON_2]', map)).toBe('[Person 1, Person 2]');
    expect(restoreText('[PERSON_1 and others', map)).toBe('[Person 1 and others');
    expect(restoreText('[[PERSON_1]]', map)).toBe('[Person 1]');
  });

  test('where HTML or a URL escapes the brackets, the value is escaped too', () => {
    expect(restoreText('&#91;BANK_ACCOUNT_1&#93;', map)).toBe('12 &amp; 34');
    expect(restoreText('&lt;BANK_ACCOUNT_1&gt;', map)).toBe('12 &amp; 34');
    expect(restoreText('%5BBANK_ACCOUNT_1%5D', map)).toBe('12%20%26%2034');
    expect(restoreText('%5bBANK%5FACCOUNT%5F1%5d', map)).toBe('12%20%26%2034');
  });
});

describe('what is not that placeholder stays', () => {
  for (const text of [
    '[EMAIL_2]',
    '[EMAIL_01]',
    '[EMAIL_11]',
    'EMAIL_10',
    'XEMAIL_1',
    'EMAIL_1X',
    'EMAIL_1_2',
    'my_EMAIL_1',
    '$EMAIL_1',
    'env.EMAIL_1',
    'email_1',
    'email 1',
    '(email 1)',
    '[EMIAL_1]',
    '[EMAIL_l]',
    '[EMAIL1',
    '[PHONE_1]',
    '[EMAIL_]',
    'EMAIL_',
    '[EMAIL_99999999999999999999]',
    'first email 1 of 2',
  ]) {
    test(text, () => expect(restoreText(`a ${text} b`, map)).toBe(`a ${text} b`));
  }

  test('_1 is not found in _10, in any spelling', () => {
    expect(restoreText('[PERSON_1] [PERSON_10] PERSON_1 PERSON_10 PERSON 12, [person 11]', map)).toBe(
      'Person 1 Person 10 Person 1 Person 10 Person 12, Person 11',
    );
    expect(restoreText('PERSON_13 [PERSON_100]', map)).toBe('PERSON_13 [PERSON_100]');
  });

  test('and is counted when it was never issued', () => {
    const counts = noCounts();
    expect(restoreText('[EMAIL_7] [PHONE_1] [NOTE_1] [x] [EMAIL_1]', map, { counts })).toBe(
      `[EMAIL_7] [PHONE_1] [NOTE_1] [x] ${EMAIL}`,
    );
    expect(counts).toEqual({ restored: 1, refused: 0, unknown: 2 });
    const streamed = noCounts();
    const restorer = createRestorer(map, { counts: streamed });
    for (const char of '[EMAIL_7] [PHONE_1] [NOTE_1] [x] [EMAIL_1]') restorer.push(char);
    restorer.flush();
    expect(streamed).toEqual(counts);
  });
});

describe('a restorer holds what may still become a placeholder, and no more', () => {
  const heldAfter = (text: string): number => {
    const restorer = createRestorer(map);
    restorer.push(text);
    return restorer.held();
  };

  test('holds a beginning', () => {
    for (const beginning of [
      '[',
      '[E',
      '[EMAIL',
      '[EMAIL_',
      '[EMAIL_1',
      'EMAIL_1',
      'PERSON_',
      '[per',
      '\\[',
      '&#9',
      '%5',
      '&lt;EMAIL',
      '[EMAIL\\',
      '[ ',
      '\\u00',
      '\\\\u005bEMAIL_1\\\\',
    ]) {
      expect(heldAfter(`text ${beginning}`)).toBe(beginning.length);
    }
  });

  test('lets go what cannot be one', () => {
    for (const text of [
      '\\u0041',
      '\\users',
      '\\\\n',
      '[x',
      '[EMAIL_2',
      '[EMAIL_11',
      '[PHONE',
      'XEMAIL_1',
      '&amp;',
      '%20',
      'plain',
      '[1',
      'EX',
    ])
      expect(heldAfter(`text ${text}`)).toBe(0);
    expect(heldAfter('[[[[[[[[')).toBe(1);
    expect(heldAfter('[EMAIL_1 PERSON_1')).toBe('PERSON_1'.length);
  });

  test('never holds more than the longest spelling', () => {
    for (const bait of [
      '[',
      '\\',
      '&',
      '%',
      '{',
      '[ ',
      '\\\\',
      '\\u',
      '\\u005b',
      '[[',
      '&#91;',
      '[EMAIL_',
      'EMAIL\\',
    ]) {
      const restorer = createRestorer(map);
      for (let i = 0; i < 2000; i++) {
        restorer.push(bait);
        expect(restorer.held()).toBeLessThan(64);
      }
    }
  });

  test('a placeholder cut off by max_tokens leaves as it stands', () => {
    const restorer = createRestorer(map);
    expect(restorer.push('mail [EMAI') + restorer.flush()).toBe('mail [EMAI');
    expect(restorer.push('mail [EMAIL_1') + restorer.flush()).toBe(`mail [${EMAIL}`);
  });

  test('half a character waits for its other half', () => {
    const restorer = createRestorer(map);
    expect(restorer.push('a\ud83d')).toBe('a');
    expect(restorer.push('\ude00')).toBe('\ud83d\ude00');
  });
});

test('restored text is not read again', () => {
  const numbering = createNumbering();
  numbering.personal('PERSON', '[EMAIL_1] EMAIL_1');
  numbering.personal('EMAIL', 'x');
  expect(restoreText('[PERSON_1][EMAIL_1]', numbering.map)).toBe('[EMAIL_1] EMAIL_1x');
});

test('two people with one first name stay apart', () => {
  const numbering = createNumbering();
  const names = ['Anna Weber', 'Anna', 'Anna Weber-Lang', 'Anna Webers'];
  const placeholders = names.map((name) => numbering.personal('PERSON', name));
  expect(new Set(placeholders).size).toBe(4);
  expect(restoreText(placeholders.join(' | '), numbering.map)).toBe(names.join(' | '));
});

describe('hostile text takes linear time', () => {
  for (const bait of [
    '[',
    '[EMAIL_',
    '\\',
    '](',
    'https://a',
    '<a href="',
    'EMAIL 1 ',
    '&#91;',
    '%5B',
    '"\\"',
    '{"{\\"',
    'www.',
    '[x]: ',
    'a@a@a@',
    'PERSON_',
    '😀',
    '\ud83d',
  ]) {
    test(JSON.stringify(bait), () => {
      const text = bait.repeat(Math.ceil(1_000_000 / bait.length));
      const spent = startCpuClock();
      restoreText(text, map);
      restoreText(text, map, { json: 'always' });
      expect(spent()).toBeLessThan(BLOW_UP_MS);
    });
  }
});
