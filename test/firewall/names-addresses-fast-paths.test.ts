import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { LABELS, mayEndLabel } from '../../src/firewall/detectors/addresses/labelled-addresses.ts';
import { LAST_WORDS, mayEndBox } from '../../src/firewall/detectors/addresses/postal-boxes.ts';
import {
  FOREIGN_WORDS,
  LOWER,
  mayBeLower,
  maybeForeign,
} from '../../src/firewall/detectors/addresses/read-number-first.ts';
import { followsPlainWord, readBeforeNumber } from '../../src/firewall/detectors/addresses/read-number-last.ts';
import { NAME_TYPE_NUMBER, SHARED_TYPES, SURE_TYPES } from '../../src/firewall/detectors/addresses/street-types.ts';
import { mayEndPart, PART_ENDS } from '../../src/firewall/detectors/addresses/untyped-street.ts';
import {
  endOfPlainWord,
  INNER_CAPITAL,
  mayBeParticle,
  maySuffix,
  PARTICLE,
  SUFFIX,
  WORD,
} from '../../src/firewall/detectors/names/read-name.ts';

/** Where a look at a letter or two answers instead of a pattern, the pattern would have answered the same. */
const types = [SURE_TYPES, SHARED_TYPES, NAME_TYPE_NUMBER].flatMap((list) => list.replaceAll(/[\\?]/g, '').split('|'));
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.stringMatching(/^[A-Z][a-z]{0,9}$/),
  fc.constantFrom(...types),
  fc.constantFrom(
    'no',
    'nr',
    'kimono',
    'parkno',
    'de',
    'la',
    "l'Étoile",
    'd’Or',
    'Ünter',
    'ét',
    '7',
    'B.',
    'St.',
    'a'.repeat(30),
  ),
);
const blank = fc.oneof(
  { weight: 5, arbitrary: fc.constant(' ') },
  fc.constantFrom(', ', '\n', '. ', '-', '', '  ', '/'),
);
const line = fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 7 }).map((parts) => parts.flat().join(''));
const tail = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    ',',
    '\n',
    '\r\n',
    '\r',
    '\\n',
    '.',
    ' A,',
    ' m. 5',
    ' kv 3',
    ' bis',
    ' Apt',
    ' and',
    ' Ж',
    ' кв',
    ' B 2',
  ),
  fc.string({ maxLength: 6 }),
);

test('no street is read before a number that follows a plain word', () => {
  let plain = 0;
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 9999 }), tail, (before, number, after) => {
      const text = `${before}${number}${after}`;
      if (!followsPlainWord(text, before.length)) return;
      plain++;
      expect(readBeforeNumber(text, before.length, before.length + String(number).length)).toBeUndefined();
    }),
    { numRuns: 4000 },
  );
  expect(plain).toBeGreaterThan(300);
});

test('a place that cannot end the street part is told by its first letters', () => {
  fc.assert(
    fc.property(tail, (after) => {
      if (PART_ENDS.test(after.slice(0, 10))) expect(mayEndPart(after, 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a plain word ends where the pattern ends it', () => {
  const follower = fc.oneof(
    fc.constantFrom('', ' ', ',', '.', "'s", '’s', '-Ann', '‑Ann', '\u0301', 'é', '1', '_', 'B'),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.oneof(word, fc.stringMatching(/^[A-Z][a-z]{18,24}$/)), follower, (first, after) => {
      const text = first + after;
      const end = endOfPlainWord(text, 0);
      if (end === 0) return;
      WORD.lastIndex = 0;
      const found = WORD.exec(text)?.[0] ?? '';
      expect(found).toBe(text.slice(0, end));
      expect(found.replace(/['’]s$/u, '')).toBe(found);
      expect(INNER_CAPITAL.test(found)).toBe(false);
      expect(found.length > 1 && found === found.toUpperCase()).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('particles and suffixes are told by their first letters', () => {
  const words =
    'von der Linde,van de Velde,d’Or,al-Amir,el Greco,y Gasset,zum Berg,af Klint,de l’Isle,bin Ali, Jr., III, PhD, and,, MD,x'.split(
      ',',
    );
  const text = fc.oneof(fc.constantFrom(...words, ', Jr.', ', Esq', ',Jr'), line);
  fc.assert(
    fc.property(text, (after) => {
      PARTICLE.lastIndex = 0;
      if (PARTICLE.test(after)) expect(mayBeParticle(after.charCodeAt(0))).toBe(true);
      SUFFIX.lastIndex = 0;
      if (SUFFIX.test(after)) expect(maySuffix(after, 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('labels, and street types in small letters, are told by two letters', () => {
  const label = fc.constantFrom(...LABELS);
  const written = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => `${text}_`,
    (text: string) => `billing_${text}`,
    (text: string) => `${text.slice(0, -1)}_${text.slice(-1)}`,
  );
  fc.assert(
    fc.property(label, written, (text, write) => expect(mayEndLabel(write(text), write(text).length)).toBe(true)),
    { numRuns: 1000 },
  );
  const type = fc.constantFrom(
    'street',
    'avenue',
    'st',
    'ave',
    'rd',
    'blvd',
    'ln',
    'dr',
    'parkway',
    'terrace',
    'lane',
    'park',
    'court',
  );
  const small = fc.stringMatching(/^[a-z]{1,15}$/);
  const follower = fc.constantFrom('', ' ', ',', 'é', '1', 's');
  fc.assert(
    fc.property(small, fc.oneof(small, type), type, follower, (first, second, third, after) => {
      const text = `${first} ${second} ${third}${after}`;
      LOWER.lastIndex = 0;
      if (LOWER.test(text)) expect(mayBeLower(text, 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  for (const word of FOREIGN_WORDS) {
    if (!/^\p{L}{1,12}$/u.test(word)) continue;
    for (const text of [word, word.toUpperCase()]) {
      if (text.length === word.length) expect(maybeForeign(`${text} `, 0)).toBe(true);
    }
  }
});

test('the words before the number of a box are told by their ends', () => {
  for (const word of LAST_WORDS) {
    expect(mayEndBox(word, 0, word.length)).toBe(true);
    const shouted = word.toUpperCase();
    expect(mayEndBox(shouted, 0, shouted.length)).toBe(true);
  }
});
