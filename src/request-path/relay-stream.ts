import { GatewayError } from '../errors.ts';
import type { BodyRead } from '../platform/http-reply.ts';
import type { StreamedBody } from './chat-reply.ts';
import { brokenOff, createRelayFrames, type Ending } from './relay-frames.ts';
import type { RelayOptions } from './relay-options.ts';
import { type OverReason, watchStream } from './stream-watch.ts';

const HELLO = ': connected\n\n';
const KEEP_ALIVE = ': keep-alive\n\n';
const FAILED: Ending = { ended: 'error', code: 'internal_error' };

/** Where text goes. `write` gives a promise where the client has no room: nothing more is written until it settles. */
interface Sink {
  write(text: string): unknown;
  close(): void;
}

/**
 * A provider's stream as the client gets it. Reads only while the client has room (back-pressure), says the truth about a broken
 * stream (an error frame, no `[DONE]`), and aborts the provider when the client leaves.
 */
export function relayStream(options: RelayOptions): StreamedBody {
  const reader = options.upstream.getReader();
  const frames = createRelayFrames(options);
  let sink: Sink | undefined;
  let tellEnd = (): void => {};
  let ended = false;
  const finish = (ending: Ending): void => {
    if (ended) return;
    ended = true;
    watch.stop();
    tellEnd();
    options.onEnd({ ...ending, inputTokens: frames.inputTokens(), outputTokens: frames.outputTokens() });
  };
  const leave = (): void => {
    options.abort();
    reader.cancel().catch(() => {});
  };
  // A time-out ends the read that waits: racing every read against a promise would cost as much as the read.
  let over: OverReason | undefined;
  let isReading = false;
  const watch = watchStream(options.timeouts, (why) => {
    over = why;
    if (isReading) leave();
    // The client has no room for what was written: there is no read to end, and nobody to tell.
    else fall({ ended: 'client_left', code: null });
  });
  const cutOff = (why: OverReason): string => frames.fail(new GatewayError(why).body());

  const give = (text: string): void => {
    const ending = frames.ending();
    const written = text === '' ? undefined : sink?.write(text);
    if (ending === undefined) {
      if (written instanceof Promise) written.then(readOn, readOn);
      else readNext(text !== '');
      return;
    }
    finish(ending);
    sink?.close();
    leave();
  };
  const take = (read: BodyRead): string => {
    if (over !== undefined) return cutOff(over);
    try {
      return read.done ? frames.finish() : frames.take(read.value);
    } catch {
      return frames.fail(brokenOff());
    }
  };
  const heard = (read: BodyRead): void => {
    isReading = false;
    if (ended) return;
    watch.busy();
    try {
      give(take(read));
    } catch {
      fall(FAILED);
    }
  };
  const broke = (): void => {
    isReading = false;
    if (ended) return;
    try {
      give(over === undefined ? frames.fail(brokenOff()) : cutOff(over));
    } catch {
      fall(FAILED);
    }
  };
  /** Nothing more can be said to the client: the stream ends without `[DONE]`. */
  const fall = (ending: Ending): void => {
    finish(ending);
    leave();
    try {
      sink?.close();
    } catch {
      // It is closed.
    }
  };
  /** The same two functions hear every read: a closure for each would cost as much as what they do. */
  const readNext = (wrote: boolean): void => {
    watch.waiting(wrote);
    isReading = true;
    reader.read().then(heard, broke);
  };
  const readOn = (): void => {
    if (!ended) readNext(true);
  };

  const start = (to: Sink): void => {
    sink = to;
    // Bun sends a stream's headers with its first bytes.
    const written = to.write(HELLO);
    watch.onSilence(() => to.write(KEEP_ALIVE));
    if (written instanceof Promise) written.then(readOn, readOn);
    else readNext(true);
  };
  const cancel = (): void => {
    if (ended) return;
    finish({ ended: 'client_left', code: null });
    leave();
  };
  const response = (whenEnded: () => void): ReadableStream<Uint8Array> => {
    tellEnd = whenEnded;
    return directStream(start, cancel);
  };
  return { response, reader: () => pulledStream(start, cancel) };
}

/** Small writes of one turn of the event loop leave together; larger ones at once (bytes). */
const TOGETHER = 2048;

/** Bun takes text as it is and tells of the socket: the cheapest way into a response. Its readers in this process would hold nothing back. */
function directStream(start: (sink: Sink) => void, cancel: () => void): ReadableStream<Uint8Array> {
  const source: Bun.DirectUnderlyingSource<Uint8Array> = { type: 'direct', pull: start, cancel };
  // The DOM's types, which the dashboard needs, do not know Bun's kind of source.
  return new ReadableStream(source as unknown as UnderlyingDefaultSource<Uint8Array>, { highWaterMark: TOGETHER });
}

const encoder = new TextEncoder();

/** For a reader in this process: as much is read from the provider as is asked for. */
function pulledStream(start: (sink: Sink) => void, cancel: () => void): ReadableStream<Uint8Array> {
  let wake: (() => void) | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      start({
        write(text) {
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) > 0) return undefined;
          return new Promise<void>((resolve) => {
            wake = resolve;
          });
        },
        close: () => controller.close(),
      });
    },
    pull: () => wake?.(),
    cancel,
  });
}
