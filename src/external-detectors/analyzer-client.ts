import { isObject, type JsonValue, numberOf, parseJson } from '../chat/json.ts';
import type { Finding } from '../firewall/finding.ts';
import type { HttpClient } from '../platform/http-client.ts';
import { ANALYZER_KINDS } from './analyzer-kinds.ts';
import { type ExternalDetector, ExternalDetectorFailure } from './external-detector.ts';

/** A service that speaks Presidio's analyze API (github.com/microsoft/presidio, docs/api-docs): POST {text, language}. */
export interface AnalyzerSettings {
  /** The whole address: `http://analyzer:3000/analyze`. */
  readonly url: string;
  readonly language: string;
  /** Its entity types to our kinds, beside the usual ones. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly deadlineMs: number;
  /** True where the operator says that the address is inside his own network. */
  readonly internal: boolean;
}

/** Texts under way at once. */
const CONCURRENT = 8;
/** Characters of an answer that are read. */
const MAX_ANSWER = 16 * 1024 * 1024;

export function createAnalyzerClient(settings: AnalyzerSettings, http: HttpClient): ExternalDetector {
  const kinds = new Map([...Object.entries(ANALYZER_KINDS), ...Object.entries(settings.kinds)]);

  const analyze = async (text: string, signal: AbortSignal): Promise<readonly Finding[]> => {
    const response = await http.send({
      url: settings.url,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'OneFirewall' },
      body: JSON.stringify({ text, language: settings.language, score_threshold: settings.threshold }),
      signal,
      internal: settings.internal,
      connectTimeoutMs: settings.deadlineMs,
    });
    if (response.status !== 200) {
      await response.body.cancel();
      throw new ExternalDetectorFailure(`the analyzer answered with status ${response.status}`);
    }
    const answer = await response.text();
    if (answer.length > MAX_ANSWER) throw new ExternalDetectorFailure('the analyzer gave an answer that is too large');
    return readFindings(parseJson(answer), text, kinds).filter(({ score }) => score >= settings.threshold);
  };

  return {
    name: 'analyzer',
    deadlineMs: settings.deadlineMs,
    async detect(texts, signal) {
      const found: (readonly Finding[])[] = [];
      let next = 0;
      const work = async (): Promise<void> => {
        for (let at = next++; at < texts.length; at = next++) found[at] = await analyze(texts[at] ?? '', signal);
      };
      try {
        await Promise.all(Array.from({ length: Math.min(CONCURRENT, texts.length) }, work));
      } catch (error) {
        // What is still to be asked is not asked any more.
        next = texts.length;
        if (error instanceof ExternalDetectorFailure) throw error;
        throw new ExternalDetectorFailure('the analyzer could not be asked', error);
      }
      return found;
    },
  };
}

/** Checks an answer and turns it into findings. Throws ExternalDetectorFailure for anything but a list of entities within the text. */
function readFindings(answer: JsonValue, text: string, kinds: ReadonlyMap<string, string>): readonly Finding[] {
  if (!Array.isArray(answer)) throw new ExternalDetectorFailure('the analyzer gave no list');
  const offsets = createOffsets(text);
  return answer.flatMap((entry) => {
    if (!isObject(entry)) throw new ExternalDetectorFailure('the analyzer gave an entity that is no object');
    const { entity_type: type } = entry;
    const [from, to, score] = [numberOf(entry.start), numberOf(entry.end), numberOf(entry.score)];
    if (typeof type !== 'string' || from === undefined || to === undefined || score === undefined) {
      throw new ExternalDetectorFailure('the analyzer gave an entity without type, offsets or score');
    }
    const [start, end] = [offsets(from), offsets(to)];
    if (start === undefined || end === undefined || start >= end || !(score >= 0 && score <= 1)) {
      throw new ExternalDetectorFailure('the analyzer gave offsets or a score out of range');
    }
    const kind = kinds.get(type);
    return kind === undefined ? [] : [{ start, end, kind, type, score, tier: 'T2' as const }];
  });
}

/** Turns an offset in Unicode code points (Python's) into one in UTF-16 code units; undefined outside the text. */
function createOffsets(text: string): (codePoints: number) => number | undefined {
  const isInside = (offset: number, length: number): boolean =>
    Number.isInteger(offset) && offset >= 0 && offset <= length;
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => (isInside(offset, text.length) ? offset : undefined);
  const units = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units[count++] = at;
  units[count] = text.length;
  return (offset) => (isInside(offset, count) ? units[offset] : undefined);
}
