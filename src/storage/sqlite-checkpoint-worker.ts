/** A thread that copies SQLite's write-ahead log into the database file: reading, writing and two waits for the disk, none of them on the thread of requests. */
import { Database as Sqlite } from 'bun:sqlite';

declare const self: Worker;

export interface Checkpointed {
  /** Pages in the log; -1 where another connection is at it. */
  readonly frames: number;
}

self.onmessage = ({ data: path }: MessageEvent<string>) => {
  // Opened each time: a handle that is kept would be the last one when the database is closed, and the log would stay behind.
  const handle = new Sqlite(path, { readwrite: true, create: false });
  try {
    // The first, (busy, log, checkpointed), is all it says (sqlite.org/pragma.html#pragma_wal_checkpoint). Passive waits for nobody.
    const row = handle.query<{ log: number }, []>('pragma wal_checkpoint(passive)').get();
    self.postMessage({ frames: row?.log ?? -1 } satisfies Checkpointed);
  } finally {
    handle.close();
  }
};
