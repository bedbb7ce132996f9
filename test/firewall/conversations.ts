import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';

/** Conversations with values in every slot of a request, written and encoded in every way: for properties of what leaves. */

export interface Planted {
  readonly value: string;
  /** A sentence in which the detectors find it. */
  readonly told: string;
}

const FIRST = ['Anna', 'Jane', 'Zoë', 'Łukasz', 'Maria', 'Jonathan'] as const;
const LAST = ['Weber', 'Doe', "O'Neil", 'Kowalska', 'Ferrándiz', 'Weber-Lang', 'Miller'] as const;

const person = fc
  .tuple(fc.constantFrom(...FIRST), fc.constantFrom(...LAST))
  .map(([first, last]): Planted => ({ value: `${first} ${last}`, told: `My name is ${first} ${last}.` }));

const local = fc.constantFrom(
  'jane.doe',
  'a.weber',
  'anna',
  "pat.o'hara",
  'anna+1',
  'anna+10',
  'x_1',
  'Jane.Doe',
  'ann.a',
);
const host = fc.constantFrom('corp.test', 'mail.corp.test', 'example-shop.de', 'x1.io');
const email = fc
  .tuple(local, host)
  .map(([name, at]): Planted => ({ value: `${name}@${at}`, told: `Please write to ${name}@${at} today.` }));

const phone = fc
  .tuple(fc.constantFrom('+49 170 ', '+49 30 ', '+44 20 79', '+34 612 '), fc.integer({ min: 100000, max: 999999 }))
  .map(([area, rest]): Planted => ({ value: `${area}${rest}`, told: `Call me at ${area}${rest}, please.` }));

/** Assembled, so that this source holds no number. */
const NUMBERS: readonly Planted[] = [
  { value: ['4556', '7375', '8689', '9855'].join(' '), told: '' },
  { value: ['5425', '2334', '3010', '9903'].join('-'), told: '' },
  { value: ['DE89', '3704', '0044', '0532', '0130', '00'].join(' '), told: '' },
  { value: ['GB82', 'WEST', '1234', '5698', '7654', '32'].join(''), told: '' },
].map(({ value }) => ({ value, told: `The number is ${value}, thanks.` }));
const number = fc.constantFrom(...NUMBERS);

export const planted: fc.Arbitrary<Planted> = fc.oneof(person, email, phone, number);

const html = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char,
  );
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const bytes = (text: string): number[] => [...Buffer.from(text)];
const percent = (text: string): string =>
  bytes(text)
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');

/** How a value may be written. */
const WAYS: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value,
  escaped,
  (value) => escaped(escaped(value)),
  (value) =>
    [...value]
      .map((char) => (char > '~' || char === '@' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char))
      .join(''),
  encodeURIComponent,
  percent,
  html,
  (value) => [...value].map((char) => `&#${char.codePointAt(0)};`).join(''),
  (value) => Buffer.from(value).toString('base64'),
  (value) => Buffer.from(`x=${value};y`).toString('base64'),
  (value) => Buffer.from(`{"a":"${escaped(value)}"}`).toString('base64url'),
  (value) => Buffer.from([0xff, 0x00, ...bytes(` ${value}\u0000`)]).toString('base64'),
  (value) => Buffer.from(value).toString('hex'),
];

/** What stands around a value: prose, links, Markdown, code, tables, right-to-left text. */
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['see ', ' there'],
  ['https://corp.test/p?to=', '&y=1'],
  ['[a](https://corp.test/u/', ')'],
  ['**', '**'],
  ['| a | ', ' | b |'],
  ['const a = "', '";\n'],
  ['{"a": "', '"}'],
  ['<b>', '</b>'],
  ['שלום (', ') مرحبا'],
  ['😀 ', ' 👩‍👩‍👧'],
  ['a,', ',b\n'],
  ['\\n', '\\n'],
  ['`', '`'],
  ["'", "'"],
];

const LITERAL = [
  '[EMAIL_1]',
  'EMAIL_2',
  '[PERSON_10]',
  '(PHONE_1)',
  '[CARD_1]',
  '%5BEMAIL_1%5D',
  '[',
  '](',
  '{"a":"',
  '\\',
  '"',
  '&#91;',
  '\u202e',
  '\ud83d',
];

/** Words in which no detector finds anything, and text that looks like placeholders. */
const filler = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('lorem ipsum ', 'the weather is fine. ', 'ok\n', '- item\n', ' and then ', '3 of 4 '),
  },
  { weight: 2, arbitrary: fc.constantFrom(...LITERAL).map((text) => ` ${text} `) },
);

export interface TextOptions {
  /** Only as it is: for properties that compare what comes back. */
  readonly plain?: boolean;
  readonly literals?: boolean;
}

/** A text with some of the values. */
export function textWith(values: readonly Planted[], options: TextOptions = {}): fc.Arbitrary<string> {
  const written = fc
    .tuple(
      fc.constantFrom(...values),
      fc.constantFrom(...(options.plain ? WAYS.slice(0, 1) : WAYS)),
      fc.constantFrom(...AROUND),
    )
    .map(([{ value }, way, [before, after]]) => before + way(value) + after);
  const told = fc.constantFrom(...values).map((value) => ` ${value.told} `);
  const words =
    options.literals === false ? fc.constantFrom('lorem ipsum ', 'the weather is fine. ', '- item\n') : filler;
  return (
    fc
      .array(
        fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: written }, { weight: 1, arbitrary: told }),
        {
          minLength: 1,
          maxLength: 5,
        },
      )
      .map((pieces) => pieces.join(options.plain ? ' ' : ''))
      // A value that goes on in the next message stands whole in the first of the two: these end like sentences.
      // In arguments a string that begins like JSON is taken for JSON, and what stands in it outside of quotes gets some (restore-json.ts).
      .map((text) => (options.plain ? `${text.replace(/^\s*(?=[[{])/, 'json: ')}\n` : text))
  );
}

export interface Conversation {
  readonly values: readonly Planted[];
  readonly body: JsonObject;
}

const dataUrl = (text: string): string =>
  `data:text/plain;base64,${Buffer.from(text.toWellFormed()).toString('base64')}`;

/** A request with a text in every slot there is; `told` stands in the first message, so that every value is found somewhere. */
export const conversation = (options: TextOptions = {}): fc.Arbitrary<Conversation> =>
  fc.uniqueArray(planted, { minLength: 1, maxLength: 4, selector: ({ value }) => spelling(value) }).chain((values) =>
    fc
      .record({
        texts: fc.array(textWith(values, options), { minLength: 24, maxLength: 24 }),
        toldLast: fc.boolean(),
        fieldsFirst: fc.boolean(),
      })
      .map(({ texts, toldLast, fieldsFirst }) => ({ values, body: bodyOf(values, texts, { toldLast, fieldsFirst }) })),
  );

/** No value is planted in two spellings. */
const spelling = (value: string): string => value.toLowerCase().replace(/[\s-]/g, '');

interface Shape {
  readonly toldLast: boolean;
  readonly fieldsFirst: boolean;
}

function bodyOf(values: readonly Planted[], texts: readonly string[], { toldLast, fieldsFirst }: Shape): JsonObject {
  let used = 0;
  const text = (): string => texts[used++ % texts.length] ?? '';
  const told: JsonObject = { role: 'user', content: values.map((value) => value.told).join('\n') };
  const messages: JsonValue[] = [
    { role: 'system', content: text() },
    { role: 'user', content: text(), name: 'caller' },
    {
      role: 'user',
      content: [
        { type: 'text', text: text() },
        { type: 'text', text: text() },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'file', file: { filename: `${text().slice(0, 200)}.txt`, file_data: dataUrl(text()) } },
        { type: 'image_url', image_url: { url: `https://corp.test/i?q=${encodeURIComponent(text().toWellFormed())}` } },
      ],
    },
    {
      role: 'assistant',
      content: text(),
      reasoning_content: text(),
      tool_calls: [
        {
          id: 'call_1',
          type: 'function',
          function: {
            name: 'send',
            arguments: JSON.stringify({
              to: text(),
              [text()]: [text(), 1.5, null],
              inner: JSON.stringify({ deep: [text()], n: 7 }),
            }),
          },
        },
      ],
    },
    { role: 'tool', tool_call_id: 'call_1', content: JSON.stringify({ rows: [text()], ok: true }) },
    { role: 'user', content: text() },
  ];
  if (toldLast) messages.push(told);
  else messages.splice(1, 0, told);
  const fields: JsonObject = {
    tools: [
      {
        type: 'function',
        function: {
          name: 'send',
          description: text(),
          parameters: {
            type: 'object',
            properties: {
              to: { type: 'string', description: text(), enum: [text()], default: text(), examples: [text()] },
            },
            required: ['to'],
          },
        },
      },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'answer',
        schema: { type: 'object', properties: { a: { enum: [text()], description: text() } } },
      },
    },
  };
  const rest: JsonObject = {
    metadata: { note: text(), nested: { deep: [text()] } },
    user: text(),
    stop: [text(), 'END'],
    prediction: { type: 'content', content: text() },
    temperature: 0.5,
    seed: 12345,
    vendor_extension: { list: [{ text: text(), flag: true, none: null }] },
  };
  return fieldsFirst
    ? { model: 'my-team', ...fields, messages, ...rest }
    : { model: 'my-team', messages, ...rest, ...fields };
}

/** Every form in which a value could still be read in what left. */
export function formsOf(value: string): string[] {
  const forms = new Set([
    value,
    escaped(value),
    escaped(escaped(value)),
    encodeURIComponent(value),
    percent(value),
    percent(value).toLowerCase(),
    html(value),
    [...value].map((char) => `&#${char.codePointAt(0)};`).join(''),
    Buffer.from(value).toString('hex'),
    ...base64Forms(value, 'base64'),
    ...base64Forms(value, 'base64url'),
  ]);
  return [...forms];
}

/** What of the value's base64 does not depend on what stands in front and behind, in each of the three alignments. */
function base64Forms(value: string, alphabet: 'base64' | 'base64url'): string[] {
  const length = Buffer.byteLength(value);
  return [0, 1, 2].map((pad) =>
    Buffer.from('\0'.repeat(pad) + value)
      .toString(alphabet)
      .slice(Math.ceil((8 * pad) / 6), Math.floor((8 * (pad + length)) / 6)),
  );
}

/** Every string of a JSON value, names of fields too, decoded JSON strings and text files as well. */
export function stringsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
}
