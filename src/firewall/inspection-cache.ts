import { randomBytes } from 'node:crypto';
import type { Finding } from './finding.ts';
import { inspectText } from './inspect-text.ts';
import type { DetectionPolicy } from './policy.ts';

/**
 * Findings of texts seen before, so that a chat's history costs its hash and no more. The key is an HMAC-SHA256 over policy and
 * text under a key of this process; neither the text nor any value is kept, and an entry says nothing outside the process.
 */
export interface InspectionCache {
  /** As `inspectText`. Throws what it throws; a failed inspection is not kept. */
  inspect(text: string, policy: DetectionPolicy): readonly Finding[];
  stats(): InspectionCacheStats;
}

export interface InspectionCacheStats {
  readonly entries: number;
  /** Estimated memory. */
  readonly bytes: number;
  readonly hits: number;
  readonly misses: number;
}

export interface InspectionCacheLimits {
  readonly entries?: number;
  readonly bytes?: number;
}

/** Shorter texts are read again sooner than they are hashed where only secrets are looked for (measured, bench/detection.ts). */
const SHORTEST = 4096;
/** With the tagger the hash is cheaper from here on. */
const SHORTEST_WITH_TAGGER = 48;

/** Map entry, key and array, in bytes; then each finding. Measured on JavaScriptCore, rounded up. */
const ENTRY_BYTES = 240;
const FINDING_BYTES = 112;

export function createInspectionCache(limits: InspectionCacheLimits = {}): InspectionCache {
  const mostEntries = limits.entries ?? 50_000;
  const mostBytes = limits.bytes ?? 32 * 1024 * 1024;
  const secret = randomBytes(32);
  const kept = new Map<string, readonly Finding[]>();
  let bytes = 0;
  let hits = 0;
  let misses = 0;

  const drop = (key: string, findings: readonly Finding[]): void => {
    kept.delete(key);
    bytes -= sizeOf(findings);
  };
  const keep = (key: string, findings: readonly Finding[]): void => {
    const size = sizeOf(findings);
    if (size > mostBytes / 8) return;
    kept.set(key, findings);
    bytes += size;
    for (const [oldest, old] of kept) {
      if (kept.size <= mostEntries && bytes <= mostBytes) return;
      drop(oldest, old);
    }
  };

  return {
    inspect(text, policy) {
      if (text.length < (policy.personal && policy.tagger ? SHORTEST_WITH_TAGGER : SHORTEST))
        return inspectText(text, policy);
      const key = keyOf(secret, text, policy);
      const known = kept.get(key);
      if (known) {
        hits++;
        // A Map keeps insertion order: put back at the end, the least recently used stays first.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      misses++;
      const findings = Object.freeze(inspectText(text, policy));
      keep(key, findings);
      return findings;
    },
    stats: () => ({ entries: kept.size, bytes, hits, misses }),
  };
}

const sizeOf = (findings: readonly Finding[]): number => ENTRY_BYTES + FINDING_BYTES * findings.length;

/** The fingerprint has a fixed length and the flags one character, so that no two inputs run together. */
function keyOf(secret: Buffer, text: string, policy: DetectionPolicy): string {
  const flags = (policy.personal ? 1 : 0) | (policy.secrets ? 2 : 0) | (policy.tagger ? 4 : 0);
  return new Bun.CryptoHasher('sha256', secret).update(`${policy.fingerprint}${flags}`).update(text).digest('base64');
}
