import { describe, expect, test } from 'bun:test';
import { InspectionTimeout, inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';
import { hostileTexts } from './hostile-texts.ts';

const LENGTH = 250_000;

describe('hostile text costs linear time', () => {
  for (const { name, text } of hostileTexts(LENGTH)) {
    test(name, () => {
      const spent = startCpuClock();
      inspectText(text, defaultDetectionPolicy);
      expect(spent()).toBeLessThan(BLOW_UP_MS);
    });
  }

  test('a deadline ends an inspection', () => {
    expect(() => inspectText('anna@posteo.de', { ...defaultDetectionPolicy, expired: () => true })).toThrow(
      InspectionTimeout,
    );
  });
});
