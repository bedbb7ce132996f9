import { expect, test } from 'bun:test';
import { addressesDetector } from '../../src/firewall/detectors/addresses/addresses-detector.ts';
import { namesDetector } from '../../src/firewall/detectors/names/names-detector.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

const units = [
  'a@',
  '1 ',
  '1-',
  '(',
  'aB3x',
  'a',
  'A',
  'Aa ',
  'Aa 1 ',
  '12 Aa Bb Cc ',
  '12 Main Street, ',
  '12 rue de ',
  'Calle Aa ',
  'name: ',
  'Mr. ',
  '\n',
  ' ',
  'address: ',
  '王',
  '约·',
  '斯',
  '田中',
  'カ',
  '東京都1',
  '路1号',
  '김',
  '길 1 ',
  'اسمي ',
  'שמי ',
  'मेरा नाम ',
  'ก',
  'ชื่อ',
  'Аа ',
  'P.O. Box ',
  'APO AE 12345 ',
  'SW1A 1AA ',
  'Aastraße 1 ',
  'Name:\t',
  '"name":"Aa",',
  'Mr. Aa von ',
  'Regards,\n',
];

test.each(units)('100 kB of %j take linear time', (unit) => {
  const time = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const spent = startCpuClock();
    for (const detector of [namesDetector, addressesDetector]) detector.detect(text, () => {}, { regions: [] });
    return spent();
  };
  time(20_000);
  expect(time(100_000)).toBeLessThan(BLOW_UP_MS);
});

test('offsets are UTF-16 and lie inside the text', () => {
  const text = '😀 Mr. Aldous Finch 😀 lives at 12 Marrow Street, 😀';
  const seen: string[] = [];
  for (const detector of [namesDetector, addressesDetector]) {
    detector.detect(text, (start, end) => seen.push(text.slice(start, end)), { regions: [] });
  }
  expect(seen).toContain('Aldous Finch');
  expect(seen).toContain('12 Marrow Street');
});
