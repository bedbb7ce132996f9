import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { endOfRow, rowOf, type Sought, type Stretch, unitOf } from '../../src/firewall/masking/mask-rows.ts';
import { createSeeker, ENCODED, ESCAPED, PAIRED, WIDE } from '../../src/firewall/masking/mask-seek.ts';
import { lookAlikesOf } from '../../src/firewall/masking/mask-text.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

interface Value extends Sought {
  readonly name: string;
}

/** Says no to one stretch in a few, as values do. */
const judgeFor =
  (mood: number) =>
  (text: string, start: number, end: number): Stretch | undefined =>
    mood > 0 && (start + end) % mood === 0 ? undefined : { start, end: end + (text[end] === '.' ? 1 : 0) };

/** The same search, one place and one row after the other. */
function seekSlowly(values: readonly Value[], text: string): [number, number, string][] {
  const rows = values
    .flatMap((of) => of.fronts.map((front) => ({ row: front + of.row, of })))
    .sort((a, b) => b.row.length - a.row.length);
  const found: [number, number, string][] = [];
  for (let at = 0; at < text.length; ) {
    let end = -1;
    if (unitOf(text.charCodeAt(at)) !== 0) {
      for (const { row, of } of rows) {
        const rowEnd = endOfRow(text, at, row);
        const stretch = rowEnd < 0 ? undefined : of.judge(text, at, rowEnd);
        if (stretch === undefined) continue;
        found.push([stretch.start, stretch.end, of.name]);
        end = Math.max(rowEnd, stretch.end);
        break;
      }
    }
    at = end < 0 ? at + 1 : end;
  }
  return found;
}

const letters = fc.constantFrom(...'aab1', 'B', '@', '.', ' ', '-', '\n', '\u00e4', '\u0416', '\u4e00');
const word = fc.string({ unit: letters, minLength: 0, maxLength: 14 });
const row = word.map((said) => rowOf(`a${said}b1`));
const fronts = fc.constantFrom([''], ['', '1'], ['', '0', '49', '0049']);
const value = fc.record({ row, fronts, mood: fc.nat({ max: 3 }) });

/** Few values and many that begin alike, in texts made of them. */
const search = fc
  .tuple(fc.array(value, { minLength: 1, maxLength: 40 }), fc.constantFrom('', 'aaaaaaaa', 'aaaaaaaaaaaab'))
  .chain(([values, head]) => {
    const all = values.map(({ row: own, fronts: before, mood }, index): Value => {
      const judge = judgeFor(mood);
      return { name: String(index), row: head + own, fronts: before, judge };
    });
    const spelled = fc
      .tuple(fc.constantFrom(...all), fc.constantFrom('', ' ', '-.', '   ', '    '), fc.nat({ max: 20 }))
      .map(
        ([
          {
            row: own,
            fronts: [, front = ''],
          },
          gap,
          cut,
        ]) =>
          (front + own)
            .slice(0, cut)
            .toUpperCase()
            .concat(gap, (front + own).slice(cut)),
      );
    return fc.record({
      values: fc.constant(all),
      text: fc.array(fc.oneof(spelled, word)).map((said) => said.join('')),
    });
  });

test('finds what comparing every row at every place finds', () => {
  let hits = 0;
  fc.assert(
    fc.property(search, ({ values, text }) => {
      const found: [number, number, string][] = [];
      createSeeker(values).seek(text, ({ start, end }, of) => found.push([start, end, of.name]));
      expect(found).toEqual(seekSlowly(values, text));
      hits += found.length;
    }),
    { numRuns: 2000 },
  );
  expect(hits).toBeGreaterThan(2000);
});

test.each([
  ['plain words, and no more', 0],
  ['na\u00efve', WIDE],
  ['a&b', ESCAPED],
  ['token YWJjZGVm here', ENCODED],
  ['abcdefgh Abcdefgh', 0],
  ['61 6e 6e 61 40 78', PAIRED],
  ['a 61 6e 6e 61 40 b', 0],
])('sees in passing what else %p may need', (text, flags) => {
  const values = [{ name: 'x', row: 'zzz', fronts: [''], judge: judgeFor(0) }];
  expect(createSeeker(values).seek(text, () => {})).toBe(flags);
});

test('takes time in proportion where thousands of values begin alike and nest in each other', () => {
  const values = Array.from({ length: 4000 }, (_, index) => ({
    name: String(index),
    row: `customer${'a'.repeat(index % 300)}${index}`,
    fronts: [''],
    judge: judgeFor(0),
  }));
  const spent = startCpuClock();
  let found = 0;
  createSeeker(values).seek(values.map((each) => each.row).join(' '), () => found++);
  expect(found).toBe(4000);
  expect(spent()).toBeLessThan(BLOW_UP_MS);
});

test('a search that is called off ends', () => {
  const values = [{ name: 'x', row: 'aaaaaaab', fronts: [''], judge: judgeFor(0) }];
  const stop = (): never => {
    throw new Error('time is over');
  };
  expect(() => createSeeker(values, stop).seek('a'.repeat(10_000), () => {})).toThrow('time is over');
});

const kinds = fc.uniqueArray(fc.constantFrom('EMAIL', 'PHONE', 'ID', 'IP', 'BANK_ACCOUNT', 'MY_OWN_KIND2'), {
  minLength: 1,
});
const separator = fc.constantFrom(
  '_',
  '-',
  ' ',
  '\u00a0',
  '\\_',
  '\\\\_',
  '%5f',
  '%5F',
  '&#95;',
  '\u2010',
  '\uff3f',
  '',
);
const bracket = fc.constantFrom(
  '[',
  ']',
  '{{',
  '}}',
  '(',
  ')',
  '<',
  '&#91;',
  '%5b',
  '%5D',
  '&lt;',
  '\u3010',
  ' ',
  '',
  'x',
);

test('a text that holds no look-alike is known without reading it', () => {
  let held = 0;
  fc.assert(
    fc.property(
      kinds,
      fc.array(fc.tuple(bracket, separator, bracket, fc.nat({ max: 120 }), fc.boolean())),
      (all, said) => {
        const { reader, mayHold } = lookAlikesOf(all);
        const text = said
          .map(([open, between, close, number, small], index) => {
            const kind = (all[index % all.length] ?? '').split('_').join(between);
            return `${open}${small ? kind.toLowerCase() : kind}${between}${number}${close}`;
          })
          .join(' ');
        let holds = false;
        for (let at = 0; at < text.length; at++) {
          const read = reader.read(text, at, at === 0 ? 0 : text.charCodeAt(at - 1), true);
          if (read !== undefined && read !== 'partial') holds = true;
        }
        if (holds) held++;
        expect(holds && !mayHold(text)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
  expect(held).toBeGreaterThan(100);
});
