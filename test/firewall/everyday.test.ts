import { describe, expect, test } from 'bun:test';
import { bankAccountDetector } from '../../src/firewall/detectors/bank-account.ts';
import { cardDetector } from '../../src/firewall/detectors/card.ts';
import { cryptoWalletDetector } from '../../src/firewall/detectors/crypto-wallet.ts';
import { dateOfBirthDetector } from '../../src/firewall/detectors/date-of-birth.ts';
import type { Detector } from '../../src/firewall/detectors/detector.ts';
import { emailDetector } from '../../src/firewall/detectors/email.ts';
import { ibanDetector } from '../../src/firewall/detectors/iban.ts';
import { ipAddressDetector } from '../../src/firewall/detectors/ip-address.ts';
import { macAddressDetector } from '../../src/firewall/detectors/mac-address.ts';
import { phoneDetector } from '../../src/firewall/detectors/phone.ts';
import { urlCredentialsDetector } from '../../src/firewall/detectors/url-credentials.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';
import { everydayExamples } from './catalogue/everyday.ts';

const detectors: readonly Detector[] = [
  emailDetector,
  phoneDetector,
  cardDetector,
  ibanDetector,
  bankAccountDetector,
  ipAddressDetector,
  macAddressDetector,
  urlCredentialsDetector,
  cryptoWalletDetector,
  dateOfBirthDetector,
];

interface Found {
  readonly type: string;
  readonly value: string;
  readonly start: number;
  readonly score: number;
}

function find(text: string, type?: string): Found[] {
  const found: Found[] = [];
  for (const detector of detectors) {
    detector.detect(
      text,
      (start, end, _kind, foundType, score) => {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        if (type === undefined || foundType === type)
          found.push({ type: foundType, value: text.slice(start, end), start, score });
      },
      { regions: [] },
    );
  }
  return found;
}

for (const { type, examples, nearMisses } of everydayExamples) {
  describe(type, () => {
    for (const example of examples) {
      test(`finds ${example}`, () => {
        const start = example.indexOf('«');
        const value = example.slice(start + 1, example.indexOf('»'));
        const text = example.replace('«', '').replace('»', '');
        const hits = find(text, type).filter(({ score }) => score >= 0.5);
        expect(hits.map((hit) => [hit.start, hit.value])).toContainEqual([start, value]);
      });
    }
    for (const miss of nearMisses) {
      test(`leaves ${miss}`, () => {
        expect(find(miss, type).filter(({ score }) => score >= 0.5)).toEqual([]);
      });
    }
  });
}

test('every type the detectors declare has examples', () => {
  const shown = new Set(everydayExamples.map(({ type }) => type));
  const withoutExamples = detectors
    .flatMap(({ types }) => types.map(({ type }) => type))
    .filter((type) => !shown.has(type));
  expect(withoutExamples).toEqual([]);
});

test('every reported type is declared with its kind', () => {
  for (const detector of detectors) {
    const declared = new Map(detector.types.map(({ type, kind }) => [type, kind]));
    for (const { examples } of everydayExamples) {
      for (const example of examples) {
        const report = (_start: number, _end: number, kind: string, type: string) =>
          expect(declared.get(type)).toBe(kind);
        detector.detect(example.replace(/[«»]/g, ''), report, { regions: [] });
      }
    }
  }
});

test('the regions asked for are the national forms that are read', () => {
  const scores = (regions: readonly string[]) => {
    let best = 0;
    phoneDetector.detect('room 06 12 34 56 78 there', (_s, _e, _k, _t, score) => (best = Math.max(best, score)), {
      regions,
    });
    return best;
  };
  expect(scores(['FR'])).toBeGreaterThanOrEqual(0.5);
  expect(scores(['US'])).toBeLessThan(0.5);
});

describe('hostile text of 1 MB', () => {
  const million = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length)).slice(0, 1_000_000);
  const units = [
    'a@a@a@',
    'a.a@a.a.a@',
    '"@',
    '1 1 1 ',
    '1-1-',
    '12 34 56 ',
    '01 23 45 67 89 ',
    '((((',
    '+1 23 456 ',
    '+44 20 7946 0958 ',
    'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo5Njc4',
    'a',
    '1',
    'a:b:',
    '::',
    'ab:',
    '1.1.',
    'http://a@',
    'a://?b=',
    'born 1984 ',
    'born on 12-12-',
    'account 123456 ',
    '4111 ',
    'card 4111-1111-1111-1112 ',
    'iban DE12 3456 7890 1234 5678 90 ',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD ',
    'DEUTDEFF ',
    '电话1234567 ',
  ];
  for (const unit of units) {
    test(`${unit.slice(0, 24)}`, () => {
      const text = million(unit);
      const spent = startCpuClock();
      for (const detector of detectors) detector.detect(text, () => {}, { regions: [] });
      expect(spent()).toBeLessThan(BLOW_UP_MS);
    });
  }
});
