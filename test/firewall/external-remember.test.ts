import { describe, expect, test } from 'bun:test';
import { type ExternalDetector, ExternalDetectorFailure } from '../../src/external-detectors/external-detector.ts';
import { rememberFindings } from '../../src/external-detectors/remember-findings.ts';

/** Finds every `x`, and counts what it is asked. */
function counting() {
  const asked: string[] = [];
  const detector: ExternalDetector = {
    name: 'analyzer',
    deadlineMs: 1000,
    async detect(texts) {
      if (texts.includes('fail')) throw new ExternalDetectorFailure('told to');
      asked.push(...texts);
      return texts.map((text) =>
        [...text.matchAll(/x/g)].map(({ index }) => ({
          start: index,
          end: index + 1,
          kind: 'PERSON',
          type: 'X',
          score: 1,
          tier: 'T2' as const,
        })),
      );
    },
  };
  return { asked, detector };
}
const never = new AbortController().signal;
const starts = async (detector: ExternalDetector, texts: readonly string[]) =>
  (await detector.detect(texts, never)).map((list) => list.map(({ start }) => start));

describe('a detector that remembers', () => {
  test('is asked for what is new, and keeps the order', async () => {
    const { asked, detector } = counting();
    const remembering = rememberFindings(detector);
    expect(await starts(remembering, ['ax', 'none', 'bbx'])).toEqual([[1], [], [2]]);
    expect(await starts(remembering, ['x', 'bbx', 'none', 'axx', 'ax'])).toEqual([[0], [2], [], [1, 2], [1]]);
    expect(asked).toEqual(['ax', 'none', 'bbx', 'x', 'axx']);
  });

  test('keeps nothing of a request that failed', async () => {
    const { asked, detector } = counting();
    const remembering = rememberFindings(detector);
    await expect(remembering.detect(['ax', 'fail'], never)).rejects.toThrow('told to');
    await starts(remembering, ['ax']);
    expect(asked).toEqual(['ax']);
  });

  test('forgets what was not used for the longest time', async () => {
    const { asked, detector } = counting();
    const remembering = rememberFindings(detector, 2);
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await starts(remembering, [text]);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  test('passes on that a text was left out', async () => {
    const short: ExternalDetector = { name: 'onnx', deadlineMs: 1, detect: async () => [] };
    expect(await rememberFindings(short).detect(['a', 'b'], never)).toHaveLength(0);
  });
});
