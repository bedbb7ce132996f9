import type { ExternalSettings } from '../external-detectors/external-detector.ts';
import type { Finding } from '../firewall/finding.ts';
import { inspectText } from '../firewall/inspect-text.ts';
import { createInspectionCache } from '../firewall/inspection-cache.ts';
import { maskRequest } from '../firewall/masking/mask-request.ts';
import { type DetectionPolicy, defaultDetectionPolicy } from '../firewall/policy.ts';
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
  /** A body of so many bytes that is read here for longer than this is begun anew in a worker (milliseconds). */
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
/** The smallest take less than a turn, so a worker is no gain: where one takes longer, it was the collector or the compiler, and is nearly done. */
const SMALL_TURNS = 3;
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
    turnFor: (bytes) => (bytes <= DENSE_FROM ? turnMs * SMALL_TURNS : turnMs),
    find: cacheBytes > 0 ? createInspectionCache({ bytes: cacheBytes }).inspect : inspectText,
    pool,
    async ready() {
      warmUp();
      // Nothing to wait for where only our own code is at work: the workers start with the first large request.
      if (external.onnx !== undefined) await pool.prepare();
    },
    close: () => pool.close(),
  };
}

let isWarm = false;
/** Milliseconds, and readings. */
const WARM_MS = 500;
const WARM_TIMES = 120;

/** The engine compiles what is used often. Done before the first caller comes, or he would wait for it and hold the others up. */
function warmUp(): void {
  if (isWarm) return;
  isWarm = true;
  const until = performance.now() + WARM_MS;
  const find = (text: string): readonly Finding[] => inspectText(text, defaultDetectionPolicy);
  for (let i = 0; i < WARM_TIMES && performance.now() < until; i++) {
    const content =
      i % 2 === 0 ? `${WARM_TEXT}${warmValues(i)}` : Array.from({ length: 6 }, (_, n) => warmValues(i + n)).join('\n');
    maskRequest({ messages: [{ role: 'user', content }] }, find, { pii: 'obfuscate', secrets: 'mask' });
  }
}

const WARM_TEXT =
  'Please read the following note and answer in two short paragraphs. The customer asked about the renewal of the contract, number 4711, and wants to know which option is cheaper over three years. ';

/** Looks like values of several kinds; put together here, so that this text has none. */
const warmValues = (i: number): string =>
  [
    ['Anna Maria', 'Berg'].join(' '),
    [`desk${i}`, 'corp.test'].join('@'),
    ['+49', 30, 901_820 + i].join(' '),
    ['DE', 89 - (i % 80), ' 3704 ', '0044 0532 ', 1000 + i, ' 00'].join(''),
    ['4111', 1111, 1111, 1000 + i].join(' '),
    [10, i % 256, 0, 1].join('.'),
    `${i} ${['Garden', 'Street'].join(' ')}, ${10_000 + i} ${['Spring', 'field'].join('')}`,
  ].join(', ');
