/** The entry of a worker thread: reads, checks and masks requests that would hold the main thread up. Named in bin/build.mjs too. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { JsonObject } from '../../chat/json.ts';
import { GatewayError } from '../../errors.ts';
import type { ExternalDetector } from '../../external-detectors/external-detector.ts';
import { openExternalDetectors } from '../../external-detectors/open-external-detectors.ts';
import type { Find } from '../../firewall/finding.ts';
import { inspectText } from '../../firewall/inspect-text.ts';
import { createInspectionCache, type InspectionCache } from '../../firewall/inspection-cache.ts';
import { compileDetectionPolicy, type DetectionPolicy, secretsOnly } from '../../firewall/policy.ts';
import { checkUnsaved, type ExplainOrder, explainDocument } from '../explain-document.ts';
import { findWithExternal } from '../find-with-external.ts';
import { inspectionError, maskDocument, prepareDocument } from '../mask-document.ts';
import { type ChatRequest, receiveChatBytes } from '../receive.ts';
import { buffersOf, splitDocument, valuePortions } from './split-document.ts';
import type { FromWorker, ToWorker, ValuePortion, WorkerOrder, WorkerSettings } from './worker-messages.ts';

interface OpenDocument {
  readonly request: ChatRequest;
  readonly cancelled: Int32Array;
}

const documents = new Map<number, OpenDocument>();
const portions = new Map<number, Iterator<ValuePortion, void>>();
const policies = new Map<string, DetectionPolicy>();
let cache: InspectionCache | undefined;
let detectors: readonly ExternalDetector[] = [];

const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);

const epochNow = (): number => performance.timeOrigin + performance.now();

/** Where cores are few the main thread goes first: on Linux a priority belongs to a thread (setpriority(2), "C library/kernel differences"). */
function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (Number.isInteger(thread)) setPriority(thread, 5);
  } catch {
    // Other systems have no such name for a thread: the workers run like the main thread.
  }
}
stepBack();

parentPort?.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'configure':
      void configure(message.settings);
      return;
    case 'open':
      attempt(message.id, () => open(message.id, message.bytes, new Int32Array(message.cancelled)));
      return;
    case 'mask':
      mask(message.id, message.order).catch((error: unknown) => fail(message.id, error));
      return;
    case 'explain':
      explain(message.id, message.order, message.deadlineAt).catch((error: unknown) => fail(message.id, error));
      return;
    case 'more':
      attempt(message.id, () => more(message.id));
      return;
    case 'drop':
      drop(message.id);
      return;
  }
});

async function configure(settings: WorkerSettings): Promise<void> {
  if (settings.cacheBytes > 0) cache = createInspectionCache({ bytes: settings.cacheBytes });
  try {
    detectors = await openExternalDetectors(settings.external);
    say({ type: 'ready' });
  } catch (error) {
    say({ type: 'unusable', message: error instanceof Error ? error.message : 'unknown reason' });
  }
}

function open(id: number, bytes: Uint8Array, cancelled: Int32Array): void {
  if (Atomics.load(cancelled, 0) !== 0) return;
  const request = receiveChatBytes(bytes);
  documents.set(id, { request, cancelled });
  const { model, stream, includeUsage, pii, webSearch } = request;
  // No workspace has a name as long as this; a longer one would only have to be copied.
  say({ type: 'opened', id, head: { model: model.slice(0, 1000), stream, includeUsage, pii, webSearch } });
}

async function mask(id: number, order: WorkerOrder): Promise<void> {
  const document = documents.get(id);
  if (document === undefined) return;
  documents.delete(id);
  const expired = (): boolean => Atomics.load(document.cancelled, 0) !== 0 || epochNow() > order.deadlineAt;
  const policy: DetectionPolicy = { ...policyFor(order), expired };
  const body = prepareDocument(document.request, order.persona);
  const find: Find = (text) => (cache === undefined ? inspectText(text, policy) : cache.inspect(text, policy));
  const findAll = order.external.length === 0 ? find : await withExternal(body, find, policy, order);
  const masked = maskDocument(body, body === document.request.body ? 0 : 1, order, { find: findAll, expired });
  if (masked.report.refusal !== undefined) {
    say({ type: 'masked', id, report: masked.report, sealed: undefined });
    return;
  }
  const parts = splitDocument(body);
  const values = valuePortions(masked.placeholders);
  const first = values.next().value ?? NO_VALUES;
  if (!first.last) portions.set(id, values);
  say({ type: 'masked', id, report: masked.report, sealed: { ...parts, values: first } }, buffersOf(parts));
}

/** The same request, masked for nobody: what would be found and why. */
async function explain(id: number, order: ExplainOrder, deadlineAt: number): Promise<void> {
  const document = documents.get(id);
  if (document === undefined) return;
  documents.delete(id);
  const expired = (): boolean => Atomics.load(document.cancelled, 0) !== 0 || epochNow() > deadlineAt;
  const { external } = order.settings;
  const explanation = await explainDocument(
    document.request,
    order,
    { ...policyToTry(order), expired },
    external.length === 0
      ? undefined
      : (body, find, policy) => withExternal(body, find, policy, { external, deadlineAt }),
  );
  say({ type: 'explained', id, explanation });
}

/** Kept apart from the policies that requests use: whoever tries settings tries them several times, and then never again. */
let tried: { readonly fingerprint: string; readonly policy: DetectionPolicy } | undefined;

function policyToTry({ fingerprint, settings, unsaved }: ExplainOrder): DetectionPolicy {
  const known = policies.get(fingerprint);
  if (known !== undefined) return known;
  if (tried?.fingerprint === fingerprint) return tried.policy;
  if (unsaved) checkUnsaved(settings);
  tried = { fingerprint, policy: compileDetectionPolicy(settings) };
  return tried.policy;
}

const NO_VALUES: ValuePortion = { values: [], destinations: [], last: true };

function withExternal(
  body: JsonObject,
  find: Find,
  policy: DetectionPolicy,
  order: Pick<WorkerOrder, 'external' | 'deadlineAt'>,
): Promise<Find> {
  const wanted = order.external.map((name) => {
    const detector = detectors.find((each) => each.name === name);
    if (detector !== undefined) return detector;
    throw new GatewayError('firewall_unavailable', {
      message: `The workspace asks for the detector \`${name}\`, which this gateway does not have, so the request was not forwarded.`,
    });
  });
  return findWithExternal(body, find, policy, { detectors: wanted, remainingMs: order.deadlineAt - epochNow() });
}

function more(id: number): void {
  const values = portions.get(id)?.next().value;
  // Half of the placeholders must not pass for all of them.
  if (values === undefined) throw new Error('there is nothing more of this document');
  if (values.last) portions.delete(id);
  say({ type: 'values', id, values });
}

function drop(id: number): void {
  documents.delete(id);
  portions.delete(id);
}

function policyFor(order: WorkerOrder): DetectionPolicy {
  if (order.forget) policies.clear();
  let policy = policies.get(order.fingerprint);
  if (policy === undefined) {
    if (order.settings === undefined) throw new Error('the policy is not known here');
    policy = compileDetectionPolicy(order.settings);
    policies.set(order.fingerprint, policy);
  }
  return order.pii === 'disabled' ? secretsOnly(policy) : policy;
}

function attempt(id: number, act: () => void): void {
  try {
    act();
  } catch (error) {
    fail(id, error);
  }
}

function fail(id: number, error: unknown): void {
  drop(id);
  const { code, message, param } = inspectionError(error);
  say({ type: 'failed', id, error: { code, message, param } });
}
