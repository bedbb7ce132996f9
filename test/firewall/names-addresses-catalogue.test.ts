import { describe, expect, test } from 'bun:test';
import { addressesDetector } from '../../src/firewall/detectors/addresses/addresses-detector.ts';
import { namesDetector } from '../../src/firewall/detectors/names/names-detector.ts';
import { namesAddressesExamples } from './catalogue/names-addresses.ts';

const detectors = [namesDetector, addressesDetector];

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

function find(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const detector of detectors) {
    detector.detect(
      text,
      (start, end, _kind, type, score) => {
        if (score >= 0.5) hits.push({ start, end, type });
      },
      { regions: [] },
    );
  }
  return hits;
}

for (const { type, examples, nearMisses } of namesAddressesExamples) {
  describe(type, () => {
    test.each([...examples])('finds %j', (marked) => {
      const start = marked.indexOf('⟦');
      const end = marked.indexOf('⟧') - 1;
      expect(start).toBeGreaterThanOrEqual(0);
      const text = marked.replace('⟦', '').replace('⟧', '');
      const found = find(text)
        .filter((hit) => hit.type === type)
        .map((hit) => text.slice(hit.start, hit.end));
      expect(found).toContain(text.slice(start, end));
    });
    test.each([...nearMisses])('is silent on %j', (text) => {
      expect(
        find(text)
          .filter((hit) => hit.type === type)
          .map((hit) => text.slice(hit.start, hit.end)),
      ).toEqual([]);
    });
  });
}

test('every type a detector declares has examples and near misses', () => {
  const covered = new Map(namesAddressesExamples.map((entry) => [entry.type, entry]));
  for (const { type } of detectors.flatMap((detector) => detector.types)) {
    expect(covered.get(type)?.examples.length ?? 0).toBeGreaterThan(0);
    expect(covered.get(type)?.nearMisses.length ?? 0).toBeGreaterThan(0);
  }
});
