import { isObject, type JsonObject, MAX_ANSWER_DEPTH, nestsDeeperThan, numberOf } from '../chat/json.ts';
import { createEventReader, type ServerSentEvent } from '../chat/sse.ts';
import { type ErrorBody, GatewayError } from '../errors.ts';
import { createHalfJoiner } from './join-halves.ts';
import type { RelayOptions, StreamOutcome } from './relay-options.ts';

export interface Ending {
  readonly ended: StreamOutcome['ended'];
  readonly code: string | null;
}

/** Turns what a provider streams into what the client gets. Every method gives text to write, empty for none. */
export interface RelayFrames {
  /** Throws RangeError for an event that is too long. */
  take(segment: Uint8Array | string): string;
  /** The upstream closed its stream. */
  finish(): string;
  fail(body: ErrorBody): string;
  /** Set once the stream is over: what was given last is all. */
  ending(): Ending | undefined;
  inputTokens(): number | undefined;
  outputTokens(): number | undefined;
}

/** One event may be this long (UTF-16 code units): images and audio come as one event. */
const MAX_EVENT_LENGTH = 32 * 1024 * 1024;

export function createRelayFrames(options: RelayOptions): RelayFrames {
  const events = createEventReader(MAX_EVENT_LENGTH);
  const joinHalves = createHalfJoiner();
  /** Choices that began and have not said why they ended. */
  const open = new Set<number>();
  /** What comes after a choice's end (usage, filter results) does not begin it anew. */
  const finished = new Set<number>();
  let ending: Ending | undefined;
  let inputTokens: number | undefined;
  let outputTokens: number | undefined;

  const receipt = (): string => options.receipt?.() ?? '';
  const done = (): string => {
    let rest: readonly JsonObject[];
    try {
      rest = options.chunks.end();
    } catch (error) {
      return refuse(error);
    }
    ending = { ended: 'complete', code: null };
    return `${rest.map(frame).join('')}${receipt()}data: [DONE]\n\n`;
  };
  const fail = (body: ErrorBody): string => {
    ending = { ended: 'error', code: body.error.code ?? 'upstream_error' };
    return `${receipt()}data: ${JSON.stringify(body)}\n\n`;
  };
  /** The firewall ends the stream. */
  const refuse = (error: unknown): string => {
    if (options.onFailure === undefined) throw error;
    return fail(options.onFailure(error));
  };

  const noteUsage = ({ usage }: JsonObject): void => {
    if (!isObject(usage)) return;
    inputTokens = numberOf(usage.prompt_tokens) ?? inputTokens;
    outputTokens = numberOf(usage.completion_tokens) ?? outputTokens;
  };

  const noteChoices = (choices: readonly unknown[]): void => {
    for (const choice of choices) {
      if (!isObject(choice)) continue;
      const index = numberOf(choice.index) ?? 0;
      // An empty reason is none: some servers say it with every chunk.
      if (choice.finish_reason) {
        open.delete(index);
        finished.add(index);
      } else if (!finished.has(index)) open.add(index);
    }
  };

  /** The client's frames for a chunk that is shaped. */
  const giveChunk = (chunk: JsonObject): string => {
    let chunks: readonly JsonObject[];
    try {
      chunks = options.chunks.transform(chunk);
    } catch (error) {
      return refuse(error);
    }
    let text = '';
    for (const each of chunks) text += frame(each);
    return text;
  };

  const takeEvent = ({ name, data }: ServerSentEvent): string => {
    // Blanks behind it, and events without data, are what some servers keep connections alive with.
    if (data.startsWith('[DONE]')) return done();
    if (data === '') return '';
    let chunk: unknown;
    try {
      chunk = JSON.parse(data);
    } catch {
      return fail(
        new GatewayError('upstream_error', { message: 'The provider streamed an event that is not JSON.' }).body(),
      );
    }
    if (!isObject(chunk)) return '';
    if (nestsDeeperThan(MAX_ANSWER_DEPTH, chunk)) {
      return fail(
        new GatewayError('upstream_error', {
          message: 'The provider streamed an event that is nested too deep.',
        }).body(),
      );
    }
    if (name === 'error' || (chunk.error !== undefined && chunk.error !== null)) return fail(options.readError(chunk));
    noteUsage(chunk);
    const choices = shapeChunk(chunk, options);
    if (choices === undefined) return '';
    noteChoices(choices);
    joinHalves(data, choices);
    return giveChunk(chunk);
  };

  const takeAll = (list: readonly ServerSentEvent[]): string => {
    let text = '';
    for (let i = 0; i < list.length && ending === undefined; i++) text += takeEvent(list[i] ?? NOTHING);
    return text;
  };

  return {
    take: (segment) => takeAll(events.push(segment)),
    finish() {
      const last = takeAll(events.end());
      if (ending !== undefined) return last;
      return last + (finished.size > 0 && open.size === 0 ? done() : fail(brokenOff()));
    },
    fail,
    ending: () => ending,
    inputTokens: () => inputTokens,
    outputTokens: () => outputTokens,
  };
}

const NOTHING: ServerSentEvent = { name: undefined, data: '' };

export const brokenOff = (): ErrorBody =>
  new GatewayError('upstream_error', { message: 'The provider broke off its answer.' }).body();

const frame = (chunk: JsonObject): string => `data: ${JSON.stringify(chunk)}\n\n`;

/**
 * Makes a chunk one that every client reads, in place: our model name, no `error` key, a `choices` array. Gives its choices;
 * undefined where the client gets nothing (no choices and nothing asked for).
 */
function shapeChunk(chunk: JsonObject, options: RelayOptions): readonly unknown[] | undefined {
  if ('error' in chunk) delete chunk.error;
  chunk.model = options.model;
  const hasUsage = isObject(chunk.usage);
  if (!hasUsage && !options.includeUsage && 'usage' in chunk) delete chunk.usage;
  if (!Array.isArray(chunk.choices)) {
    if (!hasUsage) return undefined;
    chunk.choices = [];
  }
  if (chunk.choices.length > 0) return chunk.choices;
  return options.includeUsage && hasUsage ? chunk.choices : undefined;
}
