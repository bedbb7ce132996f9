/** Texts of `length` characters made to be slow for one detector or view or another. */
export function hostileTexts(length: number): readonly { readonly name: string; readonly text: string }[] {
  return Object.entries(PATTERNS).map(([name, piece]) => ({
    name,
    text: piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
  }));
}

const PATTERNS: Readonly<Record<string, string>> = {
  'at signs': 'a@a@a@',
  'lone digits': '1 1 1 ',
  'lone digits with hyphens': '1-1-',
  'digit groups': '4111 1111 ',
  'digit groups with bars': '4111 | 1111 | ',
  digits: '1234567890',
  'dotted numbers': '10.0.0.',
  brackets: '((((',
  'half tags': '<a<b',
  tags: 'a<b>a</b>',
  'one word': 'abcdefgh',
  'capital words': 'Anna Berg ',
  base64: 'YW5uYUBwb3N0ZW8uZGUg',
  'base64 of base64': Buffer.from(Buffer.from('4 1 1 1 '.repeat(30)).toString('base64'))
    .toString('base64')
    .replace(/=/g, ''),
  hexadecimal: '616e6e61',
  'spaced hexadecimal': '61 6e ',
  percent: '%61%25',
  'entity starts': '&#&#x&a',
  entities: '&#64;&amp;',
  backslashes: '\\\\u00',
  'unicode escapes': '\\u0040',
  'quoted-printable': '=41=\n',
  'at and dot words': 'a at b dot ',
  'bracketed at': '(at)[dot]',
  'digit words': 'one two double ',
  'line ends': '1\n',
  'broken addresses': 'a@b\n',
  'zero-width': 'a\u200b',
  'full width': '\uff11\uff20',
  'combining marks': 'a\u0301\u0301\u0301',
  'mixed scripts': 'a\u0430',
  'variation selectors': '\ufe01',
  'tag characters': '\u{e0061}',
  'lone surrogates': '\ud83d',
  assignments: 'password=a;',
  'assignments without values': 'token: token: ',
  'key starts': 'sk-sk-',
  'pem starts': '-----BEGIN ',
  'url starts': 'https://a:b',
  'colons and slashes': ':/:/',
  json: '{"a":"b","c":[1,2]},',
};
