import { createHmac, randomBytes } from 'node:crypto';
import type { Finding } from '../firewall/finding.ts';
import type { ExternalDetector } from './external-detector.ts';

/** Texts whose findings are kept; and findings of one text, above which it is asked again. */
const TEXTS = 5000;
const FINDINGS = 200;

/**
 * The detector, asked only for texts it has not seen lately: a chat sends its history again with every turn. Keys are HMACs under a key of
 * this thread; no text is kept. A request that fails leaves nothing behind.
 */
export function rememberFindings(detector: ExternalDetector, most = TEXTS): ExternalDetector {
  const secret = randomBytes(32);
  const kept = new Map<string, readonly Finding[]>();
  const keyOf = (text: string): string => createHmac('sha256', secret).update(text).digest('base64');
  const keep = (key: string, findings: readonly Finding[]): void => {
    // A Map keeps insertion order: the first is the one that was not used for the longest time.
    kept.delete(key);
    kept.set(key, findings);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return {
    name: detector.name,
    deadlineMs: detector.deadlineMs,
    async detect(texts, signal) {
      const keys = texts.map(keyOf);
      const found = keys.map((key) => kept.get(key));
      const missing = texts.filter((_text, index) => found[index] === undefined);
      const lists = missing.length === 0 ? [] : await detector.detect(missing, signal);
      let next = 0;
      // Where the detector leaves a text out the caller notices by the length.
      if (lists.length !== missing.length) return lists;
      return found.map((known, index) => {
        const findings = known ?? lists[next++] ?? [];
        const key = keys[index];
        if (key !== undefined && findings.length <= FINDINGS) keep(key, findings);
        return findings;
      });
    },
  };
}
