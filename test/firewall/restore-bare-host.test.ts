import { describe, expect, test } from 'bun:test';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { bareHostOf, bareHostsIn } from '../../src/firewall/restoring/restore-bare-host.ts';
import { noCounts } from '../../src/firewall/restoring/restorer.ts';
import { findAll } from './mask-find.ts';

const numbering = createNumbering();
numbering.personal('PERSON', 'Ann Weber');
const { map } = numbering;

describe('prose is no link', () => {
  for (const text of [
    'write to john@corp.example/[PERSON_1]',
    'Anna/[PERSON_1]',
    'she and/or [PERSON_1]',
    'e.g./[PERSON_1]',
    'see corp.example, then [PERSON_1]',
    'at corp.example [PERSON_1]',
    'version 1.2/[PERSON_1]',
    'in src/app.ts/[PERSON_1]',
    'report.pdf?[PERSON_1]',
    'Is it 3.50/[PERSON_1]?',
    'end of a sentence./[PERSON_1]',
    'and what?[PERSON_1]',
  ]) {
    test(text, () => expect(restoreText(text, map)).toBe(text.replace('[PERSON_1]', 'Ann Weber')));
  }
});

test('a bare host that the caller wrote, or the workspace allows, gets values', () => {
  for (const said of ['our page is corp.example/people?x=canary1x', 'read https://corp.example/a and canary1x']) {
    const body = { messages: [{ role: 'user', content: said }] };
    const { placeholders } = maskRequest(body, findAll, { pii: 'obfuscate', note: false });
    expect(restoreText('see corp.example/[PERSON_1]', placeholders)).toBe('see corp.example/canary1x');
    expect(restoreText('see corp.example.evil.example/[PERSON_1]', placeholders)).toContain('[PERSON_1]');
    expect(restoreText(body.messages[0]?.content ?? '', placeholders)).toBe(said);
  }
  expect(restoreText('see corp.example/[PERSON_1]', map, { allowedHosts: ['corp.example'] })).toContain('Ann Weber');
});

test('what a tool brought is not the caller\u2019s word', () => {
  const messages = [
    { role: 'user', content: 'I am canary1x' },
    { role: 'tool', tool_call_id: 'c', content: 'read evil.example/x' },
  ];
  const { placeholders } = maskRequest({ messages }, findAll, { pii: 'obfuscate', note: false });
  expect(restoreText('see evil.example/[PERSON_1]', placeholders)).toBe('see evil.example/[PERSON_1]');
});

test('a refusal is counted, and JSON is no text that clients make links of', () => {
  const counts = noCounts();
  expect(restoreText('see evil.example/[PERSON_1]', map, { counts })).toBe('see evil.example/[PERSON_1]');
  expect(counts).toEqual({ restored: 0, refused: 1, unknown: 0 });
  expect(restoreText('{"path":"corp.example/[PERSON_1]"}', map, { json: 'always' })).toContain('Ann Weber');
});

test('hosts are read as they stand', () => {
  expect(bareHostOf('to Evil.Example:80/a?b=')).toBe('evil.example');
  expect(bareHostOf('to evil.example')).toBeUndefined();
  expect(bareHostOf(`${'a.'.repeat(100)}b/`)).toBeUndefined();
  expect(bareHostsIn('a.example/x b.example?y c.example d@e.example/z https://f.example/')).toEqual([
    'a.example',
    'b.example',
  ]);
});
