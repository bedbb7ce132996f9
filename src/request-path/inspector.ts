import type { ExternalSettings } from '../external-detectors/external-settings.ts';
import type { Finding } from '../firewall/finding.ts';
import { inspectText } from '../firewall/inspect-text.ts';
import { createInspectionCache } from '../firewall/inspection-cache.ts';
import type { DetectionPolicy } from '../firewall/policy.ts';
import {
  createInspectionPool,
  type InspectionPool,
  type PoolOptions,
  usualWorkers,
} from './workers/inspection-pool.ts';

/** Where requests are read: small ones here, large ones and those that external detectors see in worker threads. */
export interface Inspector {
  /** A request whose inspection takes longer is refused (milliseconds). */
  readonly deadlineMs: number;
  /**
   * A body of so many bytes that is read here for longer than this is begun anew in a worker (milliseconds). The smallest never are: they
   * take less than a turn, but for the first ones, which load and compile what a worker would load and compile again.
   */
  readonly turnFor: (bytes: number) => number;
  readonly find: (text: string, policy: DetectionPolicy) => readonly Finding[];
  readonly pool: InspectionPool;
  /** Resolves when what is configured can work. Throws Error with the reason. */
  ready(): Promise<void>;
  close(): void;
}

export interface InspectorSettings {
  readonly deadlineMs: number;
  /** Megabytes for texts inspected before; half for the main thread, half for all workers. */
  readonly cacheMb: number;
  readonly external: ExternalSettings;
  /** `TURN_MS` unless given. */
  readonly turnMs?: number;
  /** As in the pool's options. */
  readonly pool?: Pick<PoolOptions, 'workers' | 'program' | 'documents'>;
}

/**
 * No turn of the event loop may take more than 10 ms. What is read here is given up after these, whatever makes it slow (values of every
 * sort side by side, a workspace's own patterns, a program that has just started), and begun anew in a worker; what follows the last look at
 * the clock comes on top.
 */
const TURN_MS = 3;
/** Bodies of more bytes than this go to a worker at once. Measured on 2 cores: ordinary text takes 0.2 ms a kB, nothing but names and addresses 2 ms. */
const LARGE_FROM = 10 * 1024;
/** Nothing but telephone numbers or IBANs, or the leaves of JSON in a string, takes up to 3 ms a kB: such bodies go to a worker sooner. */
const DENSE_FROM = 3 * 1024;
/** Of so many bytes one is a digit or a backslash, where a body is dense. */
const DENSE = 6;

/** Whether inspecting this body might hold others up. */
export function isHeavy(body: Uint8Array): boolean {
  if (body.length > LARGE_FROM) return true;
  if (body.length <= DENSE_FROM) return false;
  let count = 0;
  for (const byte of body) if ((byte >= 0x30 && byte <= 0x39) || byte === 0x5c) count++;
  return count * DENSE > body.length;
}

export function createInspector({
  deadlineMs,
  turnMs = TURN_MS,
  cacheMb,
  external,
  pool: poolOptions,
}: InspectorSettings): Inspector {
  const cacheBytes = Math.floor((cacheMb * 1024 * 1024) / 2);
  const pool = createInspectionPool({
    settings: { cacheBytes: Math.floor(cacheBytes / (poolOptions?.workers ?? usualWorkers())), external },
    deadlineMs,
    ...poolOptions,
  });
  return {
    deadlineMs,
    turnFor: (bytes) => (bytes <= DENSE_FROM ? Number.POSITIVE_INFINITY : turnMs),
    find: cacheBytes > 0 ? createInspectionCache({ bytes: cacheBytes }).inspect : inspectText,
    pool,
    async ready() {
      // Nothing to wait for where only our own code is at work: the workers start with the first large request.
      if (external.onnx !== undefined) await pool.prepare();
    },
    close: () => pool.close(),
  };
}
