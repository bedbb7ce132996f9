import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { createEventReader, type ServerSentEvent } from '../../src/chat/sse.ts';

/** The algorithm of WHATWG HTML, 9.2.6, on a whole text; what is not closed by a blank line counts here too. */
function readWhole(text: string): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  let data: string | undefined;
  let name: string | undefined;
  const dispatch = (): void => {
    if (data !== undefined) events.push({ name, data });
    data = undefined;
    name = undefined;
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const line of lines) {
    if (line === '') {
      dispatch();
      continue;
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?)?(.*)$/s.exec(line) ?? [];
    if (line.startsWith(':')) continue;
    if (field === 'data') data = data === undefined ? value : `${data}\n${value}`;
    else if (field === 'event') name = value;
  }
  dispatch();
  return events;
}

const piece = fc.constantFrom(
  'data',
  'data:',
  'data: ',
  'data:  ',
  'event: ',
  'event:',
  'id: 7',
  'retry: 10',
  ': comment',
  ':',
  ' ',
  'x',
  '{"a":1}',
  '[DONE]',
  '\n',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\r\n\r\n',
  '\r\r',
  '\uFEFF',
  'é',
  '😀',
  '\u2028',
  '\u0000',
  'datax: y',
  'Data: z',
);

test('any text, cut anywhere in its bytes, gives the events of the standard', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.array(fc.nat({ max: 200 }), { maxLength: 8 }),
      (pieces, cuts) => {
        const text = pieces.join('');
        const bytes = new TextEncoder().encode(text);
        const reader = createEventReader(1_000_000);
        const positions = [...new Set(cuts.filter((cut) => cut <= bytes.length))].sort((a, b) => a - b);
        const events: ServerSentEvent[] = [];
        let from = 0;
        for (const to of [...positions, bytes.length]) {
          events.push(...reader.push(bytes.subarray(from, to)));
          from = to;
        }
        events.push(...reader.end());
        expect(events).toEqual(readWhole(text));
      },
    ),
    { numRuns: 5000 },
  );
});

test('any text, decoded and cut anywhere in its characters, gives the same; whole events take the short way', () => {
  const whole = fc.constantFrom('data: {"a":1}\n\n', 'data: \n\n', 'data: x\r\n\n', 'data: [DONE]\n\n', 'data: é\n\n');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, whole), { maxLength: 30 }), (drawn) => {
      const segments: string[] = [...drawn];
      const reader = createEventReader(1_000_000);
      // A decoder drops the mark at the beginning of a stream, as Bun's does.
      if (segments[0]?.startsWith('\uFEFF') === true) segments[0] = segments[0].slice(1);
      const events = segments.flatMap((segment) => [...reader.push(segment)]);
      events.push(...reader.end());
      const text = segments.join('');
      expect(events).toEqual(readWhole(text.startsWith('\uFEFF') ? `\uFEFF${text}` : text));
    }),
    { numRuns: 5000 },
  );
});

test('an event that is too long ends the stream, however it comes', () => {
  const line = new TextEncoder().encode('data: 0123456789\n');
  const long = (): void => {
    const reader = createEventReader(50);
    for (let i = 0; i < 20; i++) reader.push(line);
  };
  expect(long).toThrow(RangeError);
  expect(() => createEventReader(50).push(new TextEncoder().encode(`data: ${'x'.repeat(60)}`))).toThrow(RangeError);
  const short = createEventReader(50);
  for (let i = 0; i < 20; i++) expect(short.push(new TextEncoder().encode('data: 0123456789\n\n'))).toHaveLength(1);
});
