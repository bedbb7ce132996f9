import { describe, expect, test } from 'bun:test';
import { InspectionTimeout, inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { hostileTexts } from './hostile-texts.ts';

/** A quarter of the size the promise is made for (1 MB in 2 s), and of its time, with room for a busy machine. */
const LENGTH = 250_000;
const MOST_MS = 1500;

describe('hostile text costs linear time', () => {
  for (const { name, text } of hostileTexts(LENGTH)) {
    test(name, () => {
      const startedAt = performance.now();
      inspectText(text, defaultDetectionPolicy);
      expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
    }, 30_000);
  }

  test('a deadline ends an inspection', () => {
    expect(() => inspectText('anna@posteo.de', { ...defaultDetectionPolicy, expired: () => true })).toThrow(
      InspectionTimeout,
    );
  });
});
