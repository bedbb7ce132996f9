/** Ways in which programs write text, one after the other around the same values. */
import { describe, expect, test } from 'bun:test';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { inflatedText } from '../../src/firewall/views/inflated-text.ts';

const EMAIL = 'jane.miller@corp-mail.example';
const CARD = ['card number: 4539', '5787', '6362', '1486'].join('');
const IBAN = ['DE89', '3704', '0044', '0532', '0130', '00'].join('');
const KEY = ['ghp', '_x7Kq2LmZp9Rt4VbN8sWd3FgH6jYc1QaE5uT0'].join('');
const SENTENCE = `Please write to Jane Miller at ${EMAIL} or charge ${CARD}, thanks.`;

const bytes = (text: string): number[] => [...Buffer.from(text)];
const hex = (text: string): string[] => bytes(text).map((byte) => byte.toString(16).padStart(2, '0'));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const lines = (text: string, width: number, between = '\n'): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []).join(between);
const percent = (text: string): string =>
  hex(text)
    .map((pair) => `%${pair}`)
    .join('');
const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
const offset = (line: number): string => (line * 16).toString(16).padStart(8, '0');
const shown = (pairs: readonly string[]): string =>
  Buffer.from(pairs.join(''), 'hex')
    .toString('latin1')
    .replaceAll(/[^ -~]/g, '.');

function base32(text: string): string {
  const bits = bytes(text)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const digits = (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2));
  const letters = digits.map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[digit]).join('');
  return letters.padEnd(Math.ceil(letters.length / 8) * 8, '=');
}

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  base64,
  'base64url without padding': (text) => Buffer.from(text).toString('base64url'),
  'base64 of base64 of base64': (text) => base64(base64(base64(text))),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'base64 in lines of UTF-16': (text) => lines(Buffer.from(text, 'utf16le').toString('base64'), 40),
  'base64 as in mail': (text) => lines(base64(text), 76, '\r\n'),
  'base64 in lines of 48': (text) => lines(base64(text), 48),
  'base64 in lines of 20': (text) => lines(base64(text), 20),
  'base64 in a quotation': (text) => lines(base64(text), 32, '\n> '),
  'base64 in YAML': (text) => lines(base64(text), 40, '\n    '),
  'base64 with escaped line ends': (text) => lines(base64(text), 40, '\\n'),
  'base64 as strings that are joined': (text) => `"${lines(base64(text), 40, '" +\n  "')}"`,
  'base64 as adjacent strings': (text) => `"${lines(base64(text), 32, '"\n  "')}"`,
  'base64 with blanks': (text) => lines(base64(text), 32, ' '),
  'gzip in base64': (text) => gzipSync(Buffer.from(text)).toString('base64'),
  'gzip in base64, twice, in lines': (text) => lines(base64(gzipSync(Buffer.from(text)).toString('base64')), 76),
  'zlib in base64': (text) => deflateSync(Buffer.from(text)).toString('base64'),
  base32,
  'base32 in lines': (text) => lines(base32(text), 40),
  hexadecimal: (text) => hex(text).join(''),
  'hexadecimal in capitals': (text) => hex(text).join('').toUpperCase(),
  'hexadecimal with 0x': (text) => `0x${hex(text).join('')}`,
  'hexadecimal in lines': (text) => lines(hex(text).join(''), 32),
  'bytes with blanks': (text) => hex(text).join(' '),
  'bytes with colons': (text) => hex(text).join(':'),
  'bytes with blanks, in lines': (text) =>
    chunks(hex(text), 16)
      .map((line) => line.join(' '))
      .join('\n'),
  'bytes on lines of their own': (text) => hex(text).join('\n'),
  'bytes with 0x and commas': (text) =>
    hex(text)
      .map((pair) => `0x${pair}`)
      .join(', '),
  'bytes with 0x and commas, in lines': (text) =>
    chunks(
      hex(text).map((pair) => `0x${pair}`),
      8,
    )
      .map((line) => line.join(', '))
      .join(',\n  '),
  'bytes with 0x and blanks': (text) =>
    hex(text)
      .map((pair) => `0x${pair}`)
      .join(' '),
  'bytes as a list of decimal numbers': (text) => `[${bytes(text).join(', ')}]`,
  'String.fromCharCode': (text) => `String.fromCharCode(${bytes(text).join(',')})`,
  xxd: (text) =>
    chunks(hex(text), 16)
      .map(
        (line, n) =>
          `${offset(n)}: ${chunks(line, 2)
            .map((two) => two.join(''))
            .join(' ')
            .padEnd(40)} ${shown(line)}`,
      )
      .join('\n'),
  'hexdump -C': (text) =>
    chunks(hex(text), 16)
      .map(
        (line, n) =>
          `${offset(n)}  ${`${line.slice(0, 8).join(' ')}  ${line.slice(8).join(' ')}`.padEnd(49)} |${shown(line)}|`,
      )
      .join('\n'),
  '\\x': (text) =>
    hex(text)
      .map((pair) => `\\x${pair}`)
      .join(''),
  octal: (text) =>
    bytes(text)
      .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
      .join(''),
  '\\u': (text) =>
    hex(text)
      .map((pair) => `\\u00${pair}`)
      .join(''),
  '\\u{}': (text) =>
    hex(text)
      .map((pair) => `\\u{${pair}}`)
      .join(''),
  '\\U': (text) =>
    hex(text)
      .map((pair) => `\\U000000${pair}`)
      .join(''),
  '%u': (text) =>
    hex(text)
      .map((pair) => `%u00${pair}`)
      .join(''),
  percent,
  'percent three times': (text) => percent(text).replaceAll('%', '%2525'),
  'references without semicolons': (text) =>
    bytes(text)
      .map((byte) => `&#${byte}`)
      .join(''),
  'references with zeros': (text) =>
    bytes(text)
      .map((byte) => `&#00000${byte};`)
      .join(''),
  'references three times': (text) =>
    bytes(text)
      .map((byte) => `&amp;amp;#${byte};`)
      .join(''),
  'quoted-printable': (text) =>
    hex(text)
      .map((pair) => `=${pair.toUpperCase()}`)
      .join(''),
  'JSON in JSON in JSON': (text) => JSON.stringify(JSON.stringify(JSON.stringify({ text }))),
  'JSON in JSON in JSON, escaped': (text) =>
    hex(text)
      .map((pair) => `\\\\\\\\u00${pair}`)
      .join(''),
};

/** The share of what is written that findings cover. */
function covered(before: string, written: string, after: string): number {
  let sum = 0;
  for (const { start, end } of inspectText(before + written + after, defaultDetectionPolicy)) {
    sum += Math.max(0, Math.min(end, before.length + written.length) - Math.max(start, before.length));
  }
  return sum / written.length;
}

describe('a value that a program has encoded is found', () => {
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    test.each([
      ['an address', EMAIL, 0.9],
      ['a card', CARD, 0.5],
      ['an IBAN', IBAN, 0.9],
      ['a key', KEY, 0.9],
      ['a sentence', SENTENCE, 0.5],
    ])(`${name}: %s`, (_what, value, share) => {
      for (const [before, after] of [
        ['Here it is:\n', '\nDone with it.'],
        ['The value is ', ' and no other.'],
        ['', ''],
      ] as const) {
        // A dump has lines of its own, and a blank is no line's end.
        if (before.endsWith(' ') && /xxd|hexdump|lines|mail|YAML|quotation|blanks/.test(name)) continue;
        const written = encode(value);
        expect([
          before + written + after,
          covered(before, written, after) >= share * (/JSON|joined|adjacent|list|from/.test(name) ? 0.4 : 1),
        ]).toEqual([before + written + after, true]);
      }
    });
  }

  test('a word of a mail header', () => {
    const from = `From: =?UTF-8?Q?Jane_Miller_=3C${EMAIL.replace('@', '=40')}=3E?=`;
    expect(inspectText(from, defaultDetectionPolicy).map(({ kind }) => kind)).toContain('EMAIL');
    const subject = `Subject: =?utf-8?q?${CARD.replaceAll(' ', '_')}?=`;
    expect(inspectText(subject, defaultDetectionPolicy).map(({ kind }) => kind)).toEqual(['CARD']);
  });
});

describe('a value that an escape stands beside is found', () => {
  const number = CARD.slice(-16);
  test.each([
    [`card number:%20${number}`, number],
    [`card number:\\n${number} ok`, number],
    [`card number =3D${number}`, number],
    [`iban\\n${IBAN}\\nthanks`, IBAN],
    ['call me\\n+4915123456789\\tor not', '+4915123456789'],
    [`ssn%20${['536', '904', '399'].join('')}%20`, ['536', '904', '399'].join('')],
    [`%0A${IBAN}%0A`, IBAN],
  ])('%j', (text, value) => {
    expect(inspectText(text, defaultDetectionPolicy).map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });
});

describe('what is no text stays closed', () => {
  test('bytes, hashes, keys of machines, tables of numbers', () => {
    for (const text of [
      'internationalization\ncharacteristically\nmisunderstanding of all',
      'const primes = [11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];',
      'ages: (34, 36, 41, 45, 52, 58, 61, 64, 67, 71)',
      '00000000: 7f45 4c46 0201 0100 0000 0000 0000 0000  .ELF............',
      'mov eax, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x21, 0x22',
      'sha256 9f86d081884c7d659a2feaa0c55ad015\na3bf4f1b2b0b822cd15d6c15b0f00a08',
      'NEVERGONNAGIVEYOUUP NEVERGONNALETYOUDOWN MFRGGZDFMZTWQ2LK',
      'eJournalSubscriptions are eNormouslyPopular, H4sIngleCharacters too',
    ]) {
      expect([text, inspectText(text, defaultDetectionPolicy)]).toEqual([text, []]);
    }
  });

  test('what was compressed is unpacked to a bound', () => {
    expect(inflatedText(gzipSync(Buffer.from(SENTENCE)))).toBe(SENTENCE);
    expect(inflatedText(gzipSync(Buffer.alloc(10_000_000, 'a')))).toBeNull();
    expect(inflatedText(gzipSync(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])))).toBeNull();
    expect(inflatedText(Buffer.from('H4sIAAAA', 'base64'))).toBeNull();
    const packed = deflateSync(Buffer.from(SENTENCE));
    expect(SENTENCE.startsWith(inflatedText(packed.subarray(0, packed.length - 5)) ?? 'none')).toBe(true);
  });
});

test('lines of any width and margin are read together', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 16, max: 100 }),
      fc.constantFrom('\n', '\r\n', '\n  ', '\n> ', '\n# ', '\\\n', ' \n'),
      fc.constantFrom(base64, (text: string) => hex(text).join(''), base32),
      fc.integer({ min: 0, max: 60 }),
      (width, between, encode, front) => {
        const written = lines(encode(`${'x'.repeat(front)} ${SENTENCE}`), width, between);
        expect([written, covered('', written, '\nDone with it.') >= 0.9]).toEqual([written, true]);
      },
    ),
    { numRuns: 300 },
  );
});
