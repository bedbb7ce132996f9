import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import type { Finding } from '../../src/firewall/finding.ts';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

/** Finds what stands behind a label and nothing else: `EMAIL:<jane@x.example>`. */
const find = (text: string): Finding[] =>
  [...text.matchAll(/(?<![A-Z_])([A-Z_]{1,20}):<([^<>]+)>/g)].map((match) => {
    const start = match.index + (match[1]?.length ?? 0) + 2;
    const kind = match[1] ?? '';
    return { start, end: start + (match[2]?.length ?? 0), kind, type: kind, score: 1, tier: 'T0' };
  });

const user = (...contents: string[]): JsonObject => ({
  messages: contents.map((content) => ({ role: 'user', content })),
});
const contents = (body: JsonObject): string[] => (body.messages as { content: string }[]).map((m) => m.content);

/** What becomes of `text` beside a request that holds the value with its label. */
function swept(label: string, text: string, restored = text): string {
  const body = user(label, text);
  const { placeholders } = maskRequest(body, find, { pii: 'obfuscate', note: false, secrets: 'mask' });
  const [, masked = ''] = contents(body);
  // What is encoded or written in another way comes back as it was, another spelling as the first.
  if (!label.startsWith('SECRET')) expect(restoreText(masked, placeholders)).toBe(restored);
  return masked;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const JANE = 'EMAIL:<jane.doe@x.example>';

/** Where a value was found, another text of the request, that text masked, and what it comes back as where it is not the same. */
const AGAIN: [label: string, text: string, masked: string, restored: string | undefined][] = (
  [
    [JANE, 'x?to=jane.doe@x.example&y', 'x?to=[EMAIL_1]&y'],
    [JANE, 'mary-jane.doe@x.example.org', 'mary-[EMAIL_1].org'],
    [JANE, 'xjane.doe@x.examples', 'x[EMAIL_1]s'],
    [JANE, `ff+${hex('jane.doe@x.example')}+ff`, 'ff+[EMAIL_2]+ff'],
    ['PERSON:<Jane Doe>', 'Jane Does Auto', '[PERSON_1]s Auto'],
    [JANE, 'JANE.DOE@X.EXAMPLE', '[EMAIL_1]', 'jane.doe@x.example'],
    [JANE, 'https://x.example/?to=jane.doe%40x.example&y=1', 'https://x.example/?to=%5BEMAIL_1%5D&y=1'],
    [JANE, '<p>jane.doe&#64;x.example</p>', '<p>[EMAIL_2]</p>'],
    [JANE, '"jane.doe\\u0040x.example"', '"[EMAIL_2]"'],
    [JANE, '\\njane.doe@x.example', '\\n[EMAIL_1]'],
    [JANE, 'jane.doe＠x.example', '[EMAIL_1]', 'jane.doe@x.example'],
    [JANE, `token ${base64('jane.doe@x.example')}!`, 'token [EMAIL_2]!'],
    [JANE, `token ${base64('{"user":"jane.doe@x.example"}')}`, 'token [EMAIL_2]'],
    [JANE, `token ${base64('ab\u0000\u00ff jane.doe@x.example\u0001')}`, 'token [EMAIL_2]'],
    [JANE, `x${base64(' jane.doe@x.example ')}`, '[EMAIL_2]'],
    [JANE, `token ${base64(base64('jane.doe@x.example'))}`, 'token [EMAIL_2]'],
    [JANE, `token ${base64('jane.doe%40x.example')}`, 'token [EMAIL_2]'],
    [JANE, `token ${hex('jane.doe@x.example')}`, 'token [EMAIL_2]'],
    [JANE, `bytes ${hex('jane.doe@x.example').replace(/..(?=.)/g, '$& ')}`, 'bytes [EMAIL_2]'],
    ['PHONE:<+49 170 1234567>', 'tel:+491701234567', 'tel:[PHONE_1]', 'tel:+49 170 1234567'],
    ['PHONE:<+49 170 1234567>', 'id=01701234567;', 'id=[PHONE_1];', 'id=+49 170 1234567;'],
    ['PHONE:<(212) 555-0199>', 'x12125550199', 'x[PHONE_1]', 'x(212) 555-0199'],
    ['CARD:<4556 7375 8689 9855>', '?no=4556%207375%208689%209855', '?no=%5BCARD_1%5D'],
    [JANE, 'mail =6Aane.doe=40x.example', 'mail [EMAIL_2]'],
    ['IBAN:<DE89 3704 0044 0532 0130 00>', 'DE89370400440532013000', '[IBAN_1]', 'DE89 3704 0044 0532 0130 00'],
    ['ID:<536-22-8145>', 'key_536228145_a', 'key_[ID_1]_a', 'key_536-22-8145_a'],
    ['PERSON:<Jane Doe>', '/users/jane-doe/edit', '/users/[PERSON_2]/edit'],
    [
      'PERSON:<Jane Doe>',
      'JANE DOE, jane_doe, janedoe',
      '[PERSON_1], [PERSON_2], [PERSON_3]',
      'Jane Doe, jane_doe, janedoe',
    ],
    ['PERSON:<Jane Doe>', 'q=Jane+Doe', 'q=[PERSON_2]'],
    ['PERSON:<Jane Doe>', 'q=Jane%20Doe', 'q=%5BPERSON_1%5D'],
    ['PERSON:<Zoë Müller>', 'q=Zo%C3%AB%20M%C3%BCller', 'q=%5BPERSON_1%5D'],
    ['PERSON:<Zoë Müller>', 'Zoe\u0308 Mu\u0308ller', '[PERSON_1]', 'Zoë Müller'],
    ["PERSON:<Jane O'Neil>", '<b>Jane O&#39;Neil</b>', '<b>&#91;PERSON_1&#93;</b>'],
    ['PERSON:<Miller>', 'ask Miller, MILLER.', 'ask [PERSON_1], [PERSON_1].', 'ask Miller, Miller.'],
    ['PERSON:<王小明>', '王小明,', '[PERSON_1],'],
    ['IP:<2001:db8::1>', 'host [2001:DB8::1]', 'host [[IP_1]]', 'host [2001:db8::1]'],
    ['IP:<2001:db8::1> IP:<2001:db8:0:0:0:0:0:1>', 'at 2001:DB8:0:0:0:0:0:1', 'at [IP_1]', 'at 2001:db8::1'],
    ['MAC:<00:1A:2B:3C:4D:5E>', '00-1a-2b-3c-4d-5e', '[MAC_1]', '00:1A:2B:3C:4D:5E'],
    ['SECRET:<h7Kq-2vXw>', 'pw h7Kq-2vXw!', 'pw [SECRET_1]!'],
    ['CASE_NO:<Falcon-7>', 'see Falcon-7.', 'see [CASE_NO_1].'],
  ] as const
).map(([label, text, masked, restored]) => [label, text, masked, restored]);

describe('a value found elsewhere is masked', () => {
  test.each(AGAIN)('%s in %j', (label, text, masked, restored = text) => {
    expect(swept(label, text, restored)).toBe(masked);
  });

  test('in front of where it was found, and no number moves', () => {
    const early = user('jane.doe@x.example and EMAIL:<bob@x.example>', 'EMAIL:<cid@x.example>');
    maskRequest(early, find, { pii: 'obfuscate', note: false });
    expect(contents(early)).toEqual(['jane.doe@x.example and EMAIL:<[EMAIL_1]>', 'EMAIL:<[EMAIL_2]>']);
    const late = user(
      'jane.doe@x.example and EMAIL:<bob@x.example>',
      'EMAIL:<cid@x.example>',
      JANE,
      'EMAIL:<dan@x.example>',
    );
    maskRequest(late, find, { pii: 'obfuscate', note: false });
    expect(contents(late)).toEqual([
      '[EMAIL_3] and EMAIL:<[EMAIL_1]>',
      'EMAIL:<[EMAIL_2]>',
      'EMAIL:<[EMAIL_3]>',
      'EMAIL:<[EMAIL_4]>',
    ]);
  });

  test('whole, where a detector saw but a part of it', () => {
    const texts = ['Jane Doe, PERSON:<Bob>', 'PERSON:<Jane Doe>'];
    const half = (text: string): Finding[] =>
      text.startsWith('Jane')
        ? [{ start: 0, end: 4, kind: 'PERSON', type: 'PERSON', score: 1, tier: 'T0' }, ...find(text)]
        : find(text);
    const both = user(...texts);
    const { placeholders } = maskRequest(both, half, { pii: 'obfuscate', note: false });
    // `Jane` keeps the number it had before the full name was known.
    expect(contents(both)).toEqual(['[PERSON_3], PERSON:<[PERSON_2]>', 'PERSON:<[PERSON_3]>']);
    expect(placeholders.values.get('PERSON_3')).toBe('Jane Doe');
  });

  test('in every slot, names of fields too, and it is counted', () => {
    const body: JsonObject = {
      user: 'jane.doe@x.example',
      metadata: { 'jane.doe@x.example': 'id jane.doe@x.example' },
      messages: [
        { role: 'user', content: JANE, name: 'jane.doe@x.example' },
        {
          role: 'assistant',
          tool_calls: [
            {
              id: 'c',
              type: 'function',
              function: { name: 'f', arguments: '{"jane.doe@x.example":["JANE.DOE@x.example"]}' },
            },
          ],
        },
      ],
    };
    const { findings } = maskRequest(body, find, { pii: 'obfuscate', note: false });
    expect(JSON.stringify(body)).not.toMatch(/jane/i);
    expect(findings.get('EMAIL')).toBe(7);
  });
});

describe('ordinary words and other values stay', () => {
  test.each([
    [JANE, 'jane.doe@y.example jane_doe@x.example jane.doe @x.example doe@x.example'],
    ['PERSON:<Mark>', 'Mark the day'],
    ['PERSON:<Grace>', 'grace period'],
    ['PERSON:<Message>', 'Message sent'],
    ['PERSON:<Will Smith>', 'He will, Smith said; goodwill smithy'],
    ['PERSON:<Ann Otto>', 'an notto, mannotto'],
    ['PERSON:<Miller>', 'Millers millers miller Millerite'],
    ['PHONE:<555 0199>', '5550199123 and 15550199 and 555, 019, 9'],
    ['ID:<536-22-8145>', '536-22-8146, 536_228, 145'],
    ['ID:<536-2281>', '15362281, 53622810'],
    ['ID:<12345>', 'line 12345'],
    ['IP:<10.0.0.1>', '10.0.0.12 110.0.0.1'],
    ['SECRET:<dragon>', 'a dragon'],
    ['DATE_OF_BIRTH:<3 May>', '3 May'],
  ])('%s in %j', (label, text) => {
    expect(swept(label, text)).toBe(text);
  });
});

describe('hostile texts', () => {
  test.each([
    ['a a a ', ['aaaa@a.example']],
    ['jane ', ['jane doe', ...Array.from({ length: 2000 }, (_unused, i) => `jane doe ${'x'.repeat(i % 90)}${i}`)]],
    ['user1@x.example1 ', Array.from({ length: 3000 }, (_unused, i) => `user${i}@x.example`)],
    ['Aaa Bbb ', ['Aaa Bbb '.repeat(15_000).trim()]],
    ['Aaa Bbb ', [`${'Aaa Bbb '.repeat(400)}C`, `${'Aaa Bbb '.repeat(40)}C`]],
    ['QUFB', ['jane doe']],
    ['%41%41', ['jane doe']],
    ['amFuZSBkb', ['jane doe']],
    ['61 6a ', ['jane doe']],
    ['&#97;\\u0061', ['jane doe']],
  ])('%s repeated takes no longer than its length allows', (bait, values) => {
    const body = user(
      values.map((value) => `${value.includes('@') ? 'EMAIL' : 'PERSON'}:<${value}>`).join(' '),
      bait.repeat(Math.ceil(1_000_000 / bait.length)),
    );
    const spent = startCpuClock();
    maskRequest(body, find, { pii: 'obfuscate', note: false });
    expect(spent()).toBeLessThan(BLOW_UP_MS);
  });
});
