import type { JsonObject } from '../chat/json.ts';
import { isPlainKey } from '../chat/slot-place.ts';
import { listTextSlots } from '../chat/text-slots.ts';
import { GatewayError } from '../errors.ts';
import { type ExternalDetector, ExternalDetectorFailure } from '../external-detectors/external-detector.ts';
import type { Find, Finding } from '../firewall/finding.ts';
import { resolveOverlaps } from '../firewall/overlaps.ts';
import { countsUnder, type DetectionPolicy } from '../firewall/policy.ts';

export interface ExternalCall {
  readonly detectors: readonly ExternalDetector[];
  /** Milliseconds that are left for the request. */
  readonly remainingMs: number;
}

/**
 * `find` with what external detectors say: they get every text of the request once, in one batch, before masking begins. Throws
 * GatewayError `firewall_unavailable` where one fails, says something that makes no sense, or takes too long.
 */
export async function findWithExternal(
  body: JsonObject,
  find: Find,
  policy: DetectionPolicy,
  { detectors, remainingMs }: ExternalCall,
): Promise<Find> {
  const texts = textsOf(body);
  const found = new Map<string, Finding[]>();
  for (const list of await Promise.all(detectors.map((detector) => ask(detector, texts, remainingMs)))) {
    texts.forEach((text, index) => {
      const wanted = (list[index] ?? []).filter(
        ({ start, end, kind, score }) =>
          countsUnder(policy, kind, score) && !policy.allow.allows(kind, text.slice(start, end)),
      );
      if (wanted.length > 0) found.set(text, [...(found.get(text) ?? []), ...wanted]);
    });
  }
  return (text) => {
    const external = found.get(text);
    return external === undefined ? find(text) : resolveOverlaps(text, [...find(text), ...external]);
  };
}

/** Every text once; names of fields that are plain words hold no data. */
function textsOf(body: JsonObject): readonly string[] {
  const texts = new Set<string>();
  for (const { kind, text, structural } of listTextSlots(body).slots) {
    if (kind === 'text' && text.trim() !== '' && !(structural && isPlainKey(text))) texts.add(text);
  }
  return [...texts];
}

async function ask(
  detector: ExternalDetector,
  texts: readonly string[],
  remainingMs: number,
): Promise<readonly (readonly Finding[])[]> {
  if (texts.length === 0) return [];
  const signal = AbortSignal.timeout(Math.max(1, Math.min(detector.deadlineMs, Math.floor(remainingMs))));
  try {
    const lists = await detector.detect(texts, signal);
    if (lists.length !== texts.length) throw new ExternalDetectorFailure('it left texts out');
    lists.forEach((list, index) => {
      const { length } = texts[index] ?? '';
      for (const { start, end } of list) {
        if (!(start >= 0 && start < end && end <= length)) throw new ExternalDetectorFailure('wrong offsets');
      }
    });
    return lists;
  } catch (error) {
    const reason = signal.aborted ? 'did not answer in time' : 'failed';
    throw new GatewayError('firewall_unavailable', {
      message: `The external detector \`${detector.name}\` ${reason}, so the request was not forwarded.`,
      cause: error,
    });
  }
}
