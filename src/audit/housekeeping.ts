/** What goes on beside the requests: events are counted for the overview, and old ones are taken off the record. */
import type { Database } from '../storage/database.ts';
import type { ActivityStore } from './activity-store.ts';
import { type AuditCounter, createAuditCounter } from './audit-counter-store.ts';
import type { CountedMark } from './audit-sums.ts';
import { AT_ONCE, createRetentionStore, type RetentionStore } from './retention-store.ts';

export interface Housekeeping {
  /** Counts all that can be counted, and deletes what is due. One at a time. */
  run(): Promise<void>;
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}

export interface HousekeepingOptions {
  readonly database: Database;
  readonly activity: ActivityStore;
  /** Shared with the audit writer. */
  readonly mark: CountedMark;
  /** Days that events are kept; null for ever. Asked each time. */
  readonly retentionDays: () => Promise<number | null>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds. */
  readonly every?: number;
}

/** Milliseconds from one run to the next, and from one look for old events to the next, by all nodes together. */
const EVERY = 5000;
const RETENTION_EVERY = 60 * 60 * 1000;
/** Milliseconds between two steps: requests go first. */
const PAUSE = 5;
const DAY = 24 * 60 * 60 * 1000;

export function startHousekeeping(options: HousekeepingOptions): Housekeeping {
  const { database, mark, onError, every = EVERY } = options;
  const counter = createAuditCounter(database, mark);
  const retention = createRetentionStore(database);
  let stopped = false;
  let running: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running ??= once(counter, retention, options, () => stopped).finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(() => void run().catch(onError), every);
  timer.unref();
  return {
    run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(onError);
    },
  };
}

async function once(
  counter: AuditCounter,
  retention: RetentionStore,
  { activity, retentionDays }: HousekeepingOptions,
  stopped: () => boolean,
): Promise<void> {
  while (!stopped() && (await counter.step())) await Bun.sleep(PAUSE);
  if (stopped() || !(await retention.takeTurn(RETENTION_EVERY))) return;
  const days = await retentionDays();
  const before = days === null ? undefined : Date.now() - days * DAY;
  await retention.deleteSums(before);
  if (before === undefined) return;
  let deleted = 0;
  for (let last = AT_ONCE; last >= AT_ONCE && !stopped(); ) {
    last = await retention.deleteEvents(before);
    deleted += last;
    await Bun.sleep(PAUSE);
  }
  if (deleted > 0) {
    await activity.record({ action: 'deleteOldEvents', objects: { events: String(deleted), days: String(days) } });
  }
}
