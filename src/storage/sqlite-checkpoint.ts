import type { Database as Sqlite } from 'bun:sqlite';
import type { Checkpointed } from './sqlite-checkpoint-worker.ts';

/**
 * Keeps SQLite's write-ahead log short (sqlite.org/wal.html#ckpt). By itself SQLite copies the log inside a commit, every thousand pages,
 * and waits twice for the disk: 4 to 16 ms on a good one, in which no request moves. Here a thread does it.
 */
export interface Checkpointer {
  /** Set while writers must stand back, for some milliseconds: a log begins anew only when all of it is copied. Reading goes on. */
  readonly pause: Promise<void> | undefined;
  /** A transaction was committed that wrote so many rows. */
  committed(rows: number): void;
  close(): Promise<void>;
}

/** Pages written between two copies, by guess. */
const PAGES = 1500;
/** What a commit writes beside a page for each row: roots and what hangs between. */
const PAGES_OF_COMMIT = 3;
/** A log of so many pages has not begun anew for a while: somebody was always writing. 16 MB. */
const LONG_LOG = 4000;
/** The log is copied inside a commit after all when it has so many pages: a thread that is too slow, or one commit that is this large. */
const LONGEST_LOG = 20_000;
/** What SQLite does by itself. */
const USUAL_LOG = 1000;

/** In an executable an entry is found by its path from src: see src/request-path/workers/worker-line.ts. */
const isCompiled = import.meta.url.includes('$bunfs') || import.meta.url.includes('~BUN');
const PROGRAM = isCompiled
  ? './storage/sqlite-checkpoint-worker.ts'
  : new URL('./sqlite-checkpoint-worker.ts', import.meta.url);

export function createCheckpointer(path: string, handle: Sqlite, program: string | URL = PROGRAM): Checkpointer {
  let worker: Worker | undefined;
  let waiting: PromiseWithResolvers<number> | undefined;
  let pages = 0;
  let running: Promise<void> | undefined;
  let pause: Promise<void> | undefined;
  let usable = true;

  const leaveToSqlite = (): void => {
    if (!usable) return;
    usable = false;
    worker?.terminate();
    waiting?.resolve(-1);
    handle.run(`pragma wal_autocheckpoint = ${USUAL_LOG}`);
  };
  const start = (): Worker => {
    const started = new Worker(program, { ref: false });
    started.onmessage = ({ data }: MessageEvent<Checkpointed>) => waiting?.resolve(data.frames);
    started.onerror = (event) => {
      event.preventDefault();
      leaveToSqlite();
    };
    started.addEventListener('close', leaveToSqlite);
    return started;
  };
  const copy = (): Promise<number> => {
    worker ??= start();
    waiting = Promise.withResolvers<number>();
    worker.postMessage(path);
    return waiting.promise;
  };
  const run = async (): Promise<void> => {
    const frames = await copy();
    if (frames < LONG_LOG) return;
    // Almost all of it is copied by now: what came in the meantime is a moment's work.
    const { promise, resolve } = Promise.withResolvers<void>();
    pause = promise;
    await copy();
    pause = undefined;
    resolve();
  };

  handle.run(`pragma wal_autocheckpoint = ${LONGEST_LOG}`);
  return {
    get pause() {
      return pause;
    },
    committed(rows) {
      pages += PAGES_OF_COMMIT + rows;
      if (pages < PAGES || running !== undefined || !usable) return;
      pages = 0;
      running = run().finally(() => {
        running = undefined;
      });
    },
    async close() {
      await running;
      usable = false;
      worker?.terminate();
    },
  };
}
