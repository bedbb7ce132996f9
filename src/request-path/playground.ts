import type { AuditOpening, AuditOutcome } from '../audit/audit-event.ts';
import { expandRequest } from '../chat/deferred-json.ts';
import { isObject, type JsonObject } from '../chat/json.ts';
import { createEventReader } from '../chat/sse.ts';
import type { PlaygroundEvent, PlaygroundInput, Receipt } from '../contract/playground.ts';
import type { WorkspaceSettings } from '../contract/workspace.ts';
import { type ErrorBody, GatewayError } from '../errors.ts';
import { encodeUtf8 } from '../platform/utf8.ts';
import type { Provider } from '../providers/provider.ts';
import type { ProviderRegistry } from '../providers/registry.ts';
import { authenticatePerson, type IncomingCall } from './authenticate.ts';
import { type ChatGate, completeFor } from './chat-completion.ts';
import type { ChatReply, StreamedBody } from './chat-reply.ts';
import { explainRequest } from './explain-request.ts';
import { deltasOfAnswer, deltasOfChunk, type RawDeltas, tapReply } from './playground-tap.ts';

/** Who talks, from where, and what ends it. */
export interface PlaygroundCall {
  readonly requestId: string;
  readonly userId: string;
  readonly clientAddress: string;
  /** Fires when the person leaves or stops. */
  readonly signal: AbortSignal;
}

/**
 * One turn of a conversation on the real request path, for somebody who is signed in: the same stages, limits and audit event as with
 * a gateway key. Throws GatewayError where the person may not use the workspace; everything later is told as events.
 */
export async function startPlayground(
  gate: ChatGate,
  call: PlaygroundCall,
  input: PlaygroundInput,
): Promise<AsyncGenerator<PlaygroundEvent, void>> {
  const principal = await gate.personAuthenticator(call.userId);
  const workspace = principal && (await gate.directory.find(principal, input.workspace));
  if (workspace === undefined) {
    // The same way to the same refusal, so that it is recorded like any other.
    await completeFor(gate, await authenticatePerson(incoming(call, input), call.userId, gate.personAuthenticator));
    throw new GatewayError('model_not_found', { param: 'model' });
  }
  return tellTurn(gate, call, { input, settings: workspace.settings });
}

function incoming(call: PlaygroundCall, { workspace, messages, pii, stream }: PlaygroundInput): IncomingCall {
  const body = {
    model: workspace,
    messages,
    ...(pii === undefined ? {} : { pii }),
    ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
  };
  return {
    requestId: call.requestId,
    authorization: null,
    clientAddress: call.clientAddress,
    retryCount: 0,
    readBody: async () => encodeUtf8(JSON.stringify(body)),
    signal: call.signal,
    arrivedAt: performance.now(),
  };
}

/** What was heard on the way and is not told yet. */
interface Turn {
  readonly call: PlaygroundCall;
  readonly told: PlaygroundEvent[];
  readonly raw: RawDeltas;
  receipt: Receipt | null;
  policyVersion: string | null;
}

/** Listens at three places of the way: what a provider is given, what it says, and how the record ends. */
async function* tellTurn(
  gate: ChatGate,
  call: PlaygroundCall,
  { input, settings }: { readonly input: PlaygroundInput; readonly settings: WorkspaceSettings },
): AsyncGenerator<PlaygroundEvent, void> {
  const turn: Turn = { call, told: [], raw: [], receipt: null, policyVersion: null };
  try {
    const { messages, pii } = input;
    const explanation = await explainRequest({ messages, settings, pii, signal: call.signal }, gate.inspector);
    turn.policyVersion = explanation.policyVersion;
    yield { event: 'findings', data: explanation };
    const reply = await completeOverheard(gate, input, turn);
    yield* turn.told.splice(0);
    if (typeof reply.body === 'string') yield* tellWhole(reply.status, reply.body, turn);
    else yield* tellStream(reply.body, turn);
  } catch (error) {
    yield* turn.told.splice(0);
    const known = error instanceof GatewayError ? error : new GatewayError('internal_error', { cause: error });
    yield failure(known.status, known.body(), turn);
  }
}

async function completeOverheard(gate: ChatGate, input: PlaygroundInput, turn: Turn): Promise<ChatReply> {
  const { call } = turn;
  // Once an answer has begun, the end of listening ends it: the record then says who left, and not that the provider broke off.
  const waiting = new AbortController();
  const leave = (): void => waiting.abort();
  call.signal.addEventListener('abort', leave, { once: true });
  if (call.signal.aborted) leave();
  const request = incoming({ ...call, signal: waiting.signal }, input);
  const by = await authenticatePerson(request, call.userId, gate.personAuthenticator);
  const overheard: ChatGate = {
    ...gate,
    adapterFor: overhear(gate.adapterFor, turn),
    seen(record) {
      turn.receipt = receiptOf(record, turn.policyVersion);
      gate.seen(record);
    },
  };
  try {
    return await completeFor(overheard, by);
  } finally {
    call.signal.removeEventListener('abort', leave);
  }
}

/** The registry, with somebody at the door of every provider. */
function overhear(adapterFor: ProviderRegistry, { told, raw }: Turn): ProviderRegistry {
  return (connection) => {
    const provider = adapterFor(connection);
    const send: Provider['send'] = async (request, options) => {
      const { messages } = expandRequest(request.body);
      const sent = Array.isArray(messages) ? messages.filter(isObject) : [];
      const seen = { provider: connection.name, model: options.model, messages: sent as SawMessages };
      // Every target is sent the same; the last one is who answers.
      told.length = 0;
      told.push({ event: 'saw', data: structuredClone(seen) });
      return tapReply(await provider.send(request, options), raw);
    };
    return { name: provider.name, canSearchWeb: provider.canSearchWeb, send };
  };
}

type SawMessages = Extract<PlaygroundEvent, { event: 'saw' }>['data']['messages'];

function* tellRaw(raw: RawDeltas): Generator<PlaygroundEvent> {
  for (const data of raw.splice(0)) yield { event: 'raw', data };
}

function* tellWhole(status: number, body: string, turn: Turn): Generator<PlaygroundEvent> {
  yield* tellRaw(turn.raw);
  const answer = JSON.parse(body) as JsonObject;
  if (status >= 400) {
    yield failure(status, answer as unknown as ErrorBody, turn);
    return;
  }
  for (const data of deltasOfAnswer(answer)) yield { event: 'delta', data };
  if (turn.receipt !== null) yield { event: 'done', data: turn.receipt };
}

async function* tellStream(body: StreamedBody, turn: Turn): AsyncGenerator<PlaygroundEvent, void> {
  const { raw, call } = turn;
  const reader = body.reader().getReader();
  const leave = (): void => void reader.cancel().catch(() => {});
  call.signal.addEventListener('abort', leave, { once: true });
  if (call.signal.aborted) leave();
  const events = createEventReader(MAX_EVENT_LENGTH);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      yield* tellRaw(raw);
      for (const { data } of done ? events.end() : events.push(value)) {
        if (data === '[DONE]') continue;
        const chunk = JSON.parse(data) as JsonObject;
        if (isObject(chunk.error)) {
          yield failure(502, chunk as unknown as ErrorBody, turn);
          return;
        }
        for (const delta of deltasOfChunk(chunk)) yield { event: 'delta', data: delta };
      }
      if (done) break;
    }
    if (turn.receipt !== null) yield { event: 'done', data: turn.receipt };
  } finally {
    // Whoever stops listening has left, and the provider is told.
    call.signal.removeEventListener('abort', leave);
    leave();
  }
}

const MAX_EVENT_LENGTH = 32 * 1024 * 1024;

function failure(status: number, { error }: ErrorBody, { receipt }: Turn): PlaygroundEvent {
  const { message, type, param, code } = error;
  return { event: 'error', data: { status, error: { message, type, param, code }, receipt } };
}

function receiptOf(
  { opening, outcome }: { readonly opening: AuditOpening; readonly outcome: AuditOutcome },
  policyVersion: string | null,
): Receipt {
  return {
    requestId: opening.requestId,
    workspace: opening.workspaceName ?? '',
    status: outcome.status,
    pii: opening.pii,
    verdict: outcome.verdict ?? opening.verdict,
    kinds: { ...(outcome.kinds ?? opening.kinds ?? {}) },
    policyVersion: outcome.details?.policyVersion ?? policyVersion,
    provider: outcome.provider,
    model: outcome.upstreamModel,
    inputTokens: outcome.inputTokens,
    outputTokens: outcome.outputTokens,
    inspectMs: opening.inspectMs,
    firstByteMs: outcome.firstByteMs,
    totalMs: outcome.totalMs,
    details: { ...outcome.details },
  };
}
