import { availableParallelism } from 'node:os';
import type { JsonObject } from '../../chat/json.ts';
import type { Explanation } from '../../contract/explain.ts';
import { GatewayError } from '../../errors.ts';
import type { PlaceholderMap } from '../../firewall/placeholder.ts';
import type { ExplainOrder } from '../explain-document.ts';
import { type MaskOrder, type MaskReport, tooSlow } from '../mask-document.ts';
import type { ChatHead } from '../receive.ts';
import type { WorkspacePolicy } from '../workspace-policy.ts';
import { addPortion, emptyResult, joinDocument } from './join-document.ts';
import { startWorker, type WorkerLine } from './worker-line.ts';
import type { FromWorker, ToWorker, WorkerOrder, WorkerSettings } from './worker-messages.ts';

/** Worker threads that parse, inspect and mask what would hold the main thread up. They start when they are first needed. */
export interface InspectionPool {
  /**
   * Hands a body to a worker, which parses and checks it; the bytes are gone afterwards. Throws GatewayError as `receiveChatBytes`
   * does, `overloaded` when too much waits, `firewall_unavailable` when the worker fails or the time is over.
   */
  open(bytes: Uint8Array, signal: AbortSignal): Promise<RemoteDocument>;
  /** Starts a worker and resolves when it is ready. Throws Error with the reason when it cannot work (a missing model). */
  prepare(): Promise<void>;
  readonly workers: number;
  readonly documents: number;
  close(): void;
}

/** A request that a worker holds until it is masked or dropped. */
export interface RemoteDocument {
  readonly head: ChatHead;
  /** Once only. Throws GatewayError. */
  mask(order: MaskOrder, policy: WorkspacePolicy): Promise<RemoteResult>;
  /** Instead of masking, once only: what would be found and why. Throws GatewayError. */
  explain(order: ExplainOrder): Promise<Explanation>;
  /** The request has ended; harmless after the end. */
  drop(): void;
}

export interface RemoteResult {
  readonly report: MaskReport;
  /** Empty where the report has a refusal. Large parts are deferred (chat/deferred-json.ts). */
  readonly body: JsonObject;
  readonly placeholders: PlaceholderMap;
}

export interface PoolOptions {
  readonly settings: WorkerSettings;
  /** For a request from its arrival at the pool to its masked form, waiting included (milliseconds). */
  readonly deadlineMs: number;
  /** Threads; `usualWorkers` unless given. */
  readonly workers?: number | undefined;
  /** The worker's program; the gateway's own unless given. */
  readonly program?: string | URL | undefined;
  /** Documents held at once; beyond it callers are told to come back. */
  readonly documents?: number | undefined;
}

/** Each thread holds the whole firewall in memory. */
const MOST_WORKERS = 4;
/** What may be held by workers at once; beyond it callers are told to come back. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_DOCUMENTS = 256;
/** A worker notices by itself that the time is over; it is given up when it says nothing this much later (milliseconds). */
const GRACE_MS = 500;
/** Policies a worker keeps compiled. */
const KEPT_POLICIES = 200;

interface Slot {
  readonly line: WorkerLine;
  readonly policies: Set<string>;
  /** In the order of arrival. */
  readonly open: Map<number, Conversation>;
}

/** One document's way through a worker. */
interface Conversation {
  readonly id: number;
  readonly slot: Slot;
  readonly size: number;
  /** Waits for the worker's next message about this document. */
  waiting: PromiseWithResolvers<FromWorker> | undefined;
  /** Why it ended. */
  ended: GatewayError | undefined;
  readonly end: (reason: GatewayError) => void;
}

/** One thread for each core but one, within bounds; two at least, so that one request that takes long does not stop all large ones. */
export const usualWorkers = (): number => Math.max(2, Math.min(MOST_WORKERS, availableParallelism() - 1));

export function createInspectionPool(options: PoolOptions): InspectionPool {
  const most = Math.max(1, options.workers ?? usualWorkers());
  const slots: Slot[] = [];
  let bytesHeld = 0;
  let documents = 0;
  let lastId = 0;
  let closed = false;

  const start = (): Slot => {
    const slot: Slot = {
      line: startWorker(options.program, options.settings, {
        onMessage(message) {
          if ('id' in message) slot.open.get(message.id)?.waiting?.resolve(message);
        },
        onGone: () => giveUp(slot),
      }),
      policies: new Set(),
      open: new Map(),
    };
    slots.push(slot);
    return slot;
  };

  /** The worker has crashed or hangs: everything it held is refused, and the next request starts another. */
  const giveUp = (slot: Slot): void => {
    const at = slots.indexOf(slot);
    if (at === -1) return;
    slots.splice(at, 1);
    slot.line.stop();
    for (const conversation of [...slot.open.values()]) conversation.end(new GatewayError('firewall_unavailable'));
  };

  /** Later requests of a conversation begin like the first: the same worker has their texts in its cache. */
  const choose = (bytes: Uint8Array): Slot => {
    const usual = slots[Number(Bun.hash.wyhash(bytes.subarray(0, 1024)) % BigInt(Math.max(1, slots.length)))];
    if (usual?.open.size === 0) return usual;
    const idle = slots.find((slot) => slot.open.size === 0);
    if (idle !== undefined) return idle;
    if (slots.length < most) return start();
    return slots.reduce((least, slot) => (slot.open.size < least.open.size ? slot : least));
  };

  const chosen = (bytes: Uint8Array): Slot => {
    try {
      return choose(bytes);
    } catch (error) {
      // The system gives no more threads.
      throw new GatewayError('firewall_unavailable', { cause: error });
    }
  };

  const begin = (slot: Slot, size: number, signal: AbortSignal, cancelled: Int32Array): Conversation => {
    const id = ++lastId;
    const timer = setTimeout(() => {
      // Only the first in the line can be what keeps the worker: the others wait for it.
      const [first] = slot.open.keys();
      const hangs = first === id && conversation.waiting !== undefined;
      conversation.end(tooSlow());
      if (hangs) giveUp(slot);
    }, options.deadlineMs + GRACE_MS);
    const leave = (): void => conversation.end(new GatewayError('internal_error', { message: 'The client left.' }));
    const conversation: Conversation = {
      id,
      slot,
      size,
      waiting: undefined,
      ended: undefined,
      end(reason) {
        if (conversation.ended !== undefined) return;
        conversation.ended = reason;
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        Atomics.store(cancelled, 0, 1);
        slot.open.delete(id);
        bytesHeld -= size;
        documents--;
        slot.line.send({ type: 'drop', id });
        conversation.waiting?.reject(reason);
      },
    };
    slot.open.set(id, conversation);
    bytesHeld += size;
    documents++;
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    return conversation;
  };

  return {
    async open(bytes, signal) {
      if (closed) throw new GatewayError('shutting_down');
      if (
        documents >= (options.documents ?? MOST_DOCUMENTS) ||
        (documents > 0 && bytesHeld + bytes.length > MOST_BYTES)
      ) {
        throw new GatewayError('overloaded', { headers: { 'retry-after': '1' } });
      }
      const slot = chosen(bytes);
      const cancelled = new SharedArrayBuffer(4);
      const deadlineAt = performance.timeOrigin + performance.now() + options.deadlineMs;
      const conversation = begin(slot, bytes.length, signal, new Int32Array(cancelled));
      const opened = await ask(
        conversation,
        { type: 'open', id: conversation.id, bytes, cancelled },
        transferable(bytes),
      );
      if (opened.type !== 'opened') throw unexpected(conversation);
      return {
        head: opened.head,
        mask: (order, policy) => mask(conversation, deadlineAt, order, policy),
        explain: (order) => explain(conversation, deadlineAt, order),
        drop: () => conversation.end(DROPPED),
      };
    },
    async prepare() {
      await (slots[0] ?? start()).line.ready;
    },
    get workers() {
      return slots.length;
    },
    get documents() {
      return documents;
    },
    close() {
      closed = true;
      for (const slot of [...slots]) giveUp(slot);
    },
  };
}

const DROPPED = new GatewayError('internal_error', { message: 'The request has ended.' });

async function mask(
  conversation: Conversation,
  deadlineAt: number,
  order: MaskOrder,
  policy: WorkspacePolicy,
): Promise<RemoteResult> {
  const { id, slot } = conversation;
  const answer = await ask(conversation, { type: 'mask', id, order: workerOrder(slot, deadlineAt, order, policy) });
  if (answer.type !== 'masked') throw unexpected(conversation);
  const result = answer.sealed === undefined ? emptyResult() : joinDocument(answer.sealed);
  for (let last = answer.sealed?.values.last ?? true; !last; ) {
    const next = await ask(conversation, { type: 'more', id });
    if (next.type !== 'values') throw unexpected(conversation);
    addPortion(result.placeholders, next.values);
    last = next.values.last;
  }
  conversation.end(DROPPED);
  return { report: answer.report, ...result };
}

async function explain(conversation: Conversation, deadlineAt: number, order: ExplainOrder): Promise<Explanation> {
  const answer = await ask(conversation, { type: 'explain', id: conversation.id, order, deadlineAt });
  if (answer.type !== 'explained') throw unexpected(conversation);
  conversation.end(DROPPED);
  return answer.explanation;
}

/** The order with the policy's settings, where the worker does not have them yet. */
function workerOrder(
  slot: Slot,
  deadlineAt: number,
  order: MaskOrder,
  { settings, full: { fingerprint } }: WorkspacePolicy,
): WorkerOrder {
  const isNew = !slot.policies.has(fingerprint);
  const forget = isNew && slot.policies.size >= KEPT_POLICIES;
  if (forget) slot.policies.clear();
  slot.policies.add(fingerprint);
  const external = order.pii === 'disabled' ? [] : settings.external;
  return { ...order, deadlineAt, fingerprint, settings: isNew ? settings : undefined, forget, external };
}

/** Sends a message about a document and waits for the answer. Throws GatewayError, also when the document ends meanwhile. */
async function ask(conversation: Conversation, message: ToWorker, transfer: ArrayBuffer[] = []): Promise<FromWorker> {
  if (conversation.ended !== undefined) throw conversation.ended;
  const waiting = Promise.withResolvers<FromWorker>();
  conversation.waiting = waiting;
  conversation.slot.line.send(message, transfer);
  const answer = await waiting.promise;
  conversation.waiting = undefined;
  if (answer.type !== 'failed') return answer;
  const { code, message: text, param } = answer.error;
  const error = new GatewayError(code, { message: text, param });
  conversation.end(error);
  throw error;
}

function unexpected(conversation: Conversation): GatewayError {
  const error = new GatewayError('firewall_unavailable');
  conversation.end(error);
  return error;
}

/** The whole buffer behind the bytes, where nothing else lies in it. */
function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength ? [buffer] : [];
}
