import { expect, test } from 'bun:test';
import { identifiersDetector } from '../../src/firewall/detectors/identifiers/identifiers-detector.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

const MEGABYTE = 1_000_000;

const hostile: Record<string, string> = {
  'single digits': '1 1 1 ',
  'digits and dashes': '1-1-',
  'three groups': '123 456 789 ',
  'nine digits in one line': '123456789,',
  'nine digits in a column': '123456789\n',
  'labels and numbers': 'ssn 123456789 ',
  'capitals and digits': 'A B C 1 ',
  'machine-readable fillers': 'A1<',
  brackets: '((((',
  addresses: 'a@a@a@',
  'table rows': '1|123456789|x\n',
  'one long number': '1',
  'one long word': 'a',
  base64: 'QUJD12xyZZ9',
};

for (const [name, piece] of Object.entries(hostile)) {
  test(`1 MB of ${name} is read in bounded time`, () => {
    const text = piece.repeat(Math.ceil(MEGABYTE / piece.length));
    const spent = startCpuClock();
    identifiersDetector.detect(text, () => {}, { regions: ['US'] });
    expect(spent()).toBeLessThan(BLOW_UP_MS);
  });
}
