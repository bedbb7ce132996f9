import type { AuditWriter } from '../audit/audit-writer.ts';
import type { KeyAuthenticator } from '../authentication/authenticate-key.ts';
import type { PersonAuthenticator } from '../authentication/authenticate-person.ts';
import { GatewayError } from '../errors.ts';
import type { Limiter } from '../metering/limits.ts';
import type { UpstreamTimeouts } from '../providers/provider.ts';
import type { ProviderRegistry } from '../providers/registry.ts';
import type { WorkspaceDirectory } from '../workspace/workspace-directory.ts';
import { type Admitted, admit, type Received, receive } from './admit.ts';
import { type Authenticated, authenticate, type IncomingCall } from './authenticate.ts';
import type { ChatReply } from './chat-reply.ts';
import { inspect } from './inspect.ts';
import type { Inspector } from './inspector.ts';
import { receiptHeaders } from './receipt.ts';
import { type RequestRecord, type Seen, startRecord } from './record-outcome.ts';
import { restore } from './restore.ts';
import { send } from './send.ts';

/** What the path needs to know of the house. */
export interface ChatGate {
  readonly authenticator: KeyAuthenticator;
  /** For the playground, where a session stands in for a key. */
  readonly personAuthenticator: PersonAuthenticator;
  readonly directory: WorkspaceDirectory;
  readonly adapterFor: ProviderRegistry;
  readonly audit: AuditWriter;
  readonly timeouts: UpstreamTimeouts;
  readonly inspector: Inspector;
  readonly limiter: Limiter;
  /** Told of every finished request, for the metrics. */
  readonly seen: Seen;
}

/**
 * The whole way of a chat completion. Each stage takes what only the stage before it can make, so their order is checked by the
 * compiler; whatever happens, the record is completed exactly once. Throws GatewayError.
 */
export async function completeChat(gate: ChatGate, call: IncomingCall): Promise<ChatReply> {
  return completeFor(gate, await authenticate(call, gate.authenticator));
}

/** Everything after the first stage, whoever is calling. Throws GatewayError. */
export async function completeFor(gate: ChatGate, authenticated: Authenticated): Promise<ChatReply> {
  const { call } = authenticated;
  const record = startRecord(authenticated, gate.audit, gate.seen);
  let received: Received | undefined;
  let admitted: Admitted | undefined;
  try {
    received = await receive(authenticated, gate.inspector.pool);
    admitted = await admit(received, gate.directory, gate.limiter);
    record.admitted(admitted);
    const inspecting = inspect(admitted, record, gate.inspector);
    const inspected = inspecting instanceof Promise ? await inspecting : inspecting;
    await record.open();
    const sent = await send(inspected, gate);
    record.firstByte();
    return await restore(sent, record, gate.inspector);
  } catch (error) {
    if (received !== undefined && 'drop' in received.content) received.content.drop();
    const known = error instanceof GatewayError ? error : new GatewayError('internal_error', { cause: error });
    await record.complete(
      call.signal.aborted
        ? { status: CLIENT_LEFT, errorCode: 'client_left', verdict: verdictOf(known) }
        : { status: known.status, errorCode: known.code, verdict: verdictOf(known) },
    );
    throw error instanceof GatewayError ? withReceipt(error, record, admitted) : error;
  }
}

/** A refusal says what was done, and what the limits leave, as an answer does. */
function withReceipt(error: GatewayError, record: RequestRecord, admitted: Admitted | undefined): GatewayError {
  const receipt = record.receipt();
  if (receipt === undefined) return error;
  const { code, message, param, cause } = error;
  const headers = { ...receiptHeaders(receipt), ...admitted?.admission.headers, ...error.headers };
  return new GatewayError(code, { message, param, cause, headers });
}

/** nginx's status for a client that closed the connection before the answer; never sent, only recorded. */
const CLIENT_LEFT = 499;

const REFUSALS = new Set(['pii_detected', 'secret_detected', 'unreadable_content', 'answer_blocked']);

const verdictOf = (error: GatewayError) => (REFUSALS.has(error.code) ? 'block' : 'error');
