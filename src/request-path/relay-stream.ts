import { isObject, type JsonObject, numberOf } from '../chat/json.ts';
import { createEventReader, type EventReader } from '../chat/sse.ts';
import { type ErrorBody, GatewayError } from '../errors.ts';
import type { HttpBody } from '../platform/http-reply.ts';
import type { UpstreamTimeouts } from '../providers/provider.ts';
import { watchStream } from './stream-watch.ts';

/** How a streamed exchange went, for the record. */
export interface StreamOutcome {
  readonly ended: 'complete' | 'error' | 'client_left';
  readonly code: string | null;
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

/** Rewrites parsed chunks (restoration); `end` gives what was still held when a stream ends without a finish frame. */
export interface ChunkTransform {
  transform(chunk: JsonObject): readonly JsonObject[];
  end(): readonly JsonObject[];
}

export interface RelayOptions {
  readonly upstream: HttpBody;
  /** What the client sees as the model: the workspace's name. */
  readonly model: string;
  /** The client asked for the usage chunk. */
  readonly includeUsage: boolean;
  readonly chunks: ChunkTransform;
  readonly timeouts: UpstreamTimeouts;
  /** Aborts the provider's connection. */
  readonly abort: () => void;
  /** Turns a provider's error event into our envelope. */
  readonly readError: (event: JsonObject) => ErrorBody;
  /** Turns what the chunks' transform throws into our envelope; without it the provider's answer counts as broken off. */
  readonly onFailure?: (error: unknown) => ErrorBody;
  /** A comment, blank line included, before the end of the stream, whatever that is. */
  readonly receipt?: () => string;
  /** Called exactly once. */
  readonly onEnd: (outcome: StreamOutcome) => void;
}

/** One event may be this long (UTF-16 code units): images and audio come as one event. */
const MAX_EVENT_LENGTH = 32 * 1024 * 1024;

const encoder = new TextEncoder();
const HELLO = encoder.encode(': connected\n\n');
const KEEP_ALIVE = encoder.encode(': keep-alive\n\n');

/**
 * A provider's stream as the client gets it. Pulls only when the client has room (back-pressure), says the truth about a broken
 * stream (an error frame, no `[DONE]`), and aborts the provider when the client leaves.
 */
export function relayStream(options: RelayOptions): ReadableStream<Uint8Array> {
  const reader = options.upstream.getReader();
  const relay = createRelay(options);
  let ended = false;
  const finish = (ending: Ending): void => {
    if (ended) return;
    ended = true;
    watch.stop();
    options.onEnd({ ...ending, inputTokens: relay.inputTokens(), outputTokens: relay.outputTokens() });
  };
  const late = (): Step => relay.fail(new GatewayError('upstream_timeout').body());
  const leave = async (): Promise<void> => {
    options.abort();
    await reader.cancel().catch(() => {});
  };
  // A time-out ends the read that waits: racing every read against a promise would cost as much as the read.
  let isLate = false;
  const watch = watchStream(options.timeouts, () => {
    isLate = true;
    void leave();
  });

  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Bun sends a stream's headers with its first bytes.
      controller.enqueue(HELLO);
      watch.onSilence(() => controller.enqueue(KEEP_ALIVE));
    },
    async pull(controller) {
      for (let wrote = true; ; wrote = false) {
        let step: Step;
        try {
          watch.waiting(wrote);
          const read = await reader.read();
          watch.busy();
          step = isLate ? late() : read.done ? relay.finish() : relay.take(read.value);
        } catch {
          step = isLate ? late() : relay.fail(brokenOff());
        }
        if (ended) return;
        if (step.text !== '') controller.enqueue(encoder.encode(step.text));
        if (step.ending !== undefined) {
          finish(step.ending);
          controller.close();
          await leave();
          return;
        }
        if (step.text !== '') return;
      }
    },
    async cancel() {
      finish({ ended: 'client_left', code: null });
      await leave();
    },
  });
}

interface Ending {
  readonly ended: StreamOutcome['ended'];
  readonly code: string | null;
}

interface Step {
  readonly text: string;
  readonly ending: Ending | undefined;
}

interface Relay {
  take(bytes: Uint8Array): Step;
  /** The upstream closed its stream. */
  finish(): Step;
  fail(body: ErrorBody): Step;
  inputTokens(): number | undefined;
  outputTokens(): number | undefined;
}

function createRelay(options: RelayOptions): Relay {
  const events: EventReader = createEventReader(MAX_EVENT_LENGTH);
  /** Choices that began and have not said why they ended. */
  const open = new Set<number>();
  /** What comes after a choice's end (usage, filter results) does not begin it anew. */
  const finished = new Set<number>();
  let inputTokens: number | undefined;
  let outputTokens: number | undefined;

  const receipt = (): string => options.receipt?.() ?? '';
  const done = (): Step => {
    let rest: readonly JsonObject[];
    try {
      rest = options.chunks.end();
    } catch (error) {
      return refuse(error);
    }
    return {
      text: `${rest.map(frame).join('')}${receipt()}data: [DONE]\n\n`,
      ending: { ended: 'complete', code: null },
    };
  };
  const fail = (body: ErrorBody): Step => ({
    text: `${receipt()}data: ${JSON.stringify(body)}\n\n`,
    ending: { ended: 'error', code: body.error.code ?? 'upstream_error' },
  });
  /** The firewall ends the stream. */
  const refuse = (error: unknown): Step => {
    if (options.onFailure === undefined) throw error;
    return fail(options.onFailure(error));
  };

  const note = (chunk: JsonObject): void => {
    if (isObject(chunk.usage)) {
      inputTokens = numberOf(chunk.usage.prompt_tokens) ?? inputTokens;
      outputTokens = numberOf(chunk.usage.completion_tokens) ?? outputTokens;
    }
  };

  /** What the client gets for one event; an ending where the stream is over. */
  const takeEvent = (name: string | undefined, data: string): Step => {
    // Blanks behind it, and events without data, are what some servers keep connections alive with.
    if (data.startsWith('[DONE]')) return done();
    if (data === '') return SILENT;
    let chunk: unknown;
    try {
      chunk = JSON.parse(data);
    } catch {
      return fail(
        new GatewayError('upstream_error', { message: 'The provider streamed an event that is not JSON.' }).body(),
      );
    }
    if (!isObject(chunk)) return SILENT;
    if (name === 'error' || (chunk.error !== undefined && chunk.error !== null)) return fail(options.readError(chunk));
    note(chunk);
    const shaped = shapeChunk(chunk, options);
    if (shaped === undefined) return SILENT;
    for (const choice of shaped) {
      if (!isObject(choice)) continue;
      const index = numberOf(choice.index) ?? 0;
      // An empty reason is none: some servers say it with every chunk.
      if (choice.finish_reason) {
        open.delete(index);
        finished.add(index);
      } else if (!finished.has(index)) open.add(index);
    }
    let chunks: readonly JsonObject[];
    try {
      chunks = options.chunks.transform(chunk);
    } catch (error) {
      return refuse(error);
    }
    if (chunks.length === 1) return { text: frame(chunks[0] ?? chunk), ending: undefined };
    return { text: chunks.map(frame).join(''), ending: undefined };
  };

  const takeAll = (list: readonly { readonly name: string | undefined; readonly data: string }[]): Step => {
    let text = '';
    for (const event of list) {
      const step = takeEvent(event.name, event.data);
      text += step.text;
      if (step.ending !== undefined) return { text, ending: step.ending };
    }
    return { text, ending: undefined };
  };

  return {
    take: (bytes) => takeAll(events.push(bytes)),
    finish() {
      const last = takeAll(events.end());
      if (last.ending !== undefined) return last;
      const closing = finished.size > 0 && open.size === 0 ? done() : fail(brokenOff());
      return { text: last.text + closing.text, ending: closing.ending };
    },
    fail,
    inputTokens: () => inputTokens,
    outputTokens: () => outputTokens,
  };
}

const brokenOff = (): ErrorBody =>
  new GatewayError('upstream_error', { message: 'The provider broke off its answer.' }).body();

const SILENT: Step = { text: '', ending: undefined };

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
