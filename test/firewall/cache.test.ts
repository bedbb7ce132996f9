import { describe, expect, test } from 'bun:test';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { createInspectionCache } from '../../src/firewall/inspection-cache.ts';
import { compileDetectionPolicy, defaultDetectionPolicy, secretsOnly } from '../../src/firewall/policy.ts';

const long = (tail: string): string =>
  `${'Nothing to see in this sentence, it is only here to be long. '.repeat(5)}${tail}`;

describe('the inspection cache', () => {
  test('gives what an inspection gives, the second time from memory', () => {
    const cache = createInspectionCache();
    const text = long('Write to anna@posteo.de today.');
    const plain = inspectText(text, defaultDetectionPolicy);
    expect(plain.length).toBeGreaterThan(0);
    expect(cache.inspect(text, defaultDetectionPolicy)).toEqual(plain);
    expect(cache.inspect(text, defaultDetectionPolicy)).toEqual(plain);
    expect(cache.stats()).toMatchObject({ entries: 1, hits: 1, misses: 1 });
  });

  test('keeps policies, and what is asked of them, apart', () => {
    const cache = createInspectionCache();
    // Long enough to be kept where only secrets are looked for, too.
    const text = long('Write to anna@posteo.de today. ').repeat(40);
    const without = compileDetectionPolicy({ kinds: { EMAIL: 'off' } });
    expect(cache.inspect(text, defaultDetectionPolicy).map((finding) => finding.kind)).toContain('EMAIL');
    expect(cache.inspect(text, without).map((finding) => finding.kind)).not.toContain('EMAIL');
    expect(cache.inspect(text, secretsOnly(defaultDetectionPolicy))).toEqual([]);
    expect(cache.stats().misses).toBe(3);
  });

  test('reads short texts anew', () => {
    const cache = createInspectionCache();
    cache.inspect('hello', defaultDetectionPolicy);
    expect(cache.stats()).toEqual({ entries: 0, bytes: 0, hits: 0, misses: 0 });
  });

  test('drops the least recently used beyond its bounds', () => {
    const cache = createInspectionCache({ entries: 2 });
    const [a, b, c] = [long('one'), long('two'), long('three')] as const;
    for (const text of [a, b, a, c, a]) cache.inspect(text, defaultDetectionPolicy);
    expect(cache.stats()).toMatchObject({ entries: 2, hits: 2, misses: 3 });
    cache.inspect(b, defaultDetectionPolicy);
    expect(cache.stats().misses).toBe(4);
  });

  test('stays below its bytes and counts them back to nothing', () => {
    const cache = createInspectionCache({ bytes: 20_000 });
    for (let i = 0; i < 300; i++) cache.inspect(long(`a${i}@posteo.de`), defaultDetectionPolicy);
    const { bytes, entries } = cache.stats();
    expect(bytes).toBeLessThanOrEqual(20_000);
    expect(entries).toBeGreaterThan(20);
  });

  test('does not keep an inspection that failed', () => {
    const cache = createInspectionCache();
    const expired = { ...defaultDetectionPolicy, expired: () => true };
    const text = long('x');
    expect(() => cache.inspect(text, expired)).toThrow();
    expect(cache.stats().entries).toBe(0);
    expect(cache.inspect(text, defaultDetectionPolicy)).toEqual([]);
  });

  test('gives findings nobody can change', () => {
    const cache = createInspectionCache();
    const findings = cache.inspect(long('anna@posteo.de'), defaultDetectionPolicy);
    expect(Object.isFrozen(findings)).toBe(true);
  });
});
