import type { ErrorCode } from '../errors.ts';
import type { UpstreamTimeouts } from '../providers/provider.ts';

/** After this long without a byte the client gets a comment line, so that proxies keep the connection (milliseconds). */
const KEEP_ALIVE_MS = 15_000;
const TICK_MS = 500;

export interface StreamWatch {
  /** We wait for the provider from now on; `wrote` says that the client has got something since the last time. */
  waiting(wrote: boolean): void;
  /** The provider said something, or the client is slow: no silence of the provider's. */
  busy(): void;
  onSilence(write: () => void): void;
  stop(): void;
}

/** Why a stream may not go on. */
export type OverReason = Extract<ErrorCode, 'upstream_timeout' | 'shutting_down'>;

interface Watched {
  waitingSince: number | undefined;
  lastWrite: number;
  readonly startedAt: number;
  readonly timeouts: UpstreamTimeouts;
  readonly onOver: (why: OverReason) => void;
  write: () => void;
}

const all = new Set<Watched>();
let ticker: ReturnType<typeof setInterval> | undefined;

/** Watches one stream for silence. All streams share one clock tick: a timer for each chunk would cost more than the chunk. */
export function watchStream(timeouts: UpstreamTimeouts, onOver: (why: OverReason) => void): StreamWatch {
  const now = performance.now();
  const watched: Watched = { waitingSince: undefined, lastWrite: now, startedAt: now, timeouts, onOver, write() {} };
  all.add(watched);
  most = Math.max(most, all.size);
  ticker ??= setInterval(tick, TICK_MS);
  return {
    waiting(wrote) {
      watched.waitingSince = performance.now();
      // Text that is held back is silence to the client, though the provider speaks.
      if (wrote) watched.lastWrite = watched.waitingSince;
    },
    busy() {
      watched.waitingSince = undefined;
    },
    onSilence(write) {
      watched.write = write;
    },
    stop() {
      all.delete(watched);
      tidyUp();
      if (all.size > 0 || ticker === undefined) return;
      clearInterval(ticker);
      ticker = undefined;
    },
  };
}

function tick(): void {
  const now = performance.now();
  for (const watched of all) {
    const { waitingSince, startedAt } = watched;
    const { idleMs, totalMs } = watched.timeouts;
    // The whole exchange has its time whoever is slow; silence is the provider's only while we wait for it.
    const isSilent = waitingSince !== undefined && now - waitingSince > idleMs;
    if (isSilent || now - startedAt > totalMs) {
      all.delete(watched);
      watched.onOver('upstream_timeout');
    } else if (waitingSince === undefined) continue;
    else if (now - watched.lastWrite > KEEP_ALIVE_MS) {
      watched.lastWrite = now;
      watched.write();
    }
  }
}

/** From this many streams at once their garbage is worth an early collection. */
const MANY = 256;
/** Milliseconds; the last answers go out first. */
const SOON = 5;
/** Most streams at once since the last collection. */
let most = 0;

/** After a rush of streams: what they left is collected while little is going on, before the next one would grow the heap further. */
function tidyUp(): void {
  if (most < MANY || all.size > most / 8) return;
  most = all.size;
  setTimeout(() => Bun.gc(true), SOON).unref();
}

/** The process ends: each stream that is open says so to its caller, and to the record. */
export function endStreams(): void {
  for (const watched of all) {
    all.delete(watched);
    watched.onOver('shutting_down');
  }
}

/** How many streams are open, for the metrics. */
export const openStreams = (): number => all.size;
