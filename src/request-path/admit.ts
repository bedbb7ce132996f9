import type { Principal } from '../authentication/principal.ts';
import type { PiiMode } from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';
import type { Admission, LimitedSubject, Limiter } from '../metering/limits.ts';
import type { WorkspaceDirectory, WorkspaceEntry } from '../workspace/workspace-directory.ts';
import { type Authenticated, databaseAway } from './authenticate.ts';
import { isHeavy } from './inspector.ts';
import { type ChatHead, type ChatRequest, receiveChatBytes } from './receive.ts';
import type { InspectionPool, RemoteDocument } from './workers/inspection-pool.ts';

const received: unique symbol = Symbol('received');
const admitted: unique symbol = Symbol('admitted');

/** The body is parsed and valid. */
export interface Received {
  readonly [received]: true;
  readonly by: Authenticated;
  readonly request: ChatHead;
  /** The whole request, or where a worker has it. */
  readonly content: ChatRequest | RemoteDocument;
  /** The body as it came; empty where a worker has it. */
  readonly bytes: Uint8Array;
}

/** The caller may use this workspace, and this is what holds for the call. */
export interface Admitted {
  readonly [admitted]: true;
  readonly by: Authenticated;
  readonly request: ChatHead;
  readonly content: ChatRequest | RemoteDocument;
  readonly bytes: Uint8Array;
  readonly workspace: WorkspaceEntry;
  /** What is done with personal data: the stricter of the workspace's floor and what was asked for. */
  readonly pii: PiiMode;
  /** What the limits of key and workspace leave. */
  readonly admission: Admission;
}

/** Reads and validates the body; a heavy one in a worker. Throws 400, 413 and 503. */
export async function receive(by: Authenticated, pool: InspectionPool): Promise<Received> {
  const bytes = await by.call.readBody();
  if (isHeavy(bytes)) {
    const content = await pool.open(bytes, by.call.signal);
    return { [received]: true, by, request: content.head, content, bytes: NO_BYTES };
  }
  const request = receiveChatBytes(bytes);
  return { [received]: true, by, request, content: request, bytes };
}

const NO_BYTES = new Uint8Array();

/** Finds the workspace among those the caller may use, and counts the request against the limits. Throws 403, 404, 429, and 503 without the database. */
export async function admit(
  { by, request, content, bytes }: Received,
  directory: WorkspaceDirectory,
  limiter: Limiter,
): Promise<Admitted> {
  const workspace = await findWorkspace(by.principal, request.model, directory);
  const { default: usual, floor } = workspace.settings.pii;
  const pii = stricter(request.pii ?? usual, floor);
  const admission = limiter.admit(limitedSubjects(by.principal, workspace));
  return { [admitted]: true, by, request, content, bytes, workspace, pii, admission };
}

async function findWorkspace(
  principal: Principal,
  name: string,
  directory: WorkspaceDirectory,
): Promise<WorkspaceEntry> {
  const workspace = await directory.find(principal, name).catch(databaseAway);
  if (workspace !== undefined) return workspace;
  const isForOthers = await directory.isBeyondScope(principal, name).catch(databaseAway);
  throw isForOthers ? new GatewayError('workspace_forbidden', { param: 'model' }) : modelNotFound();
}

/** The same words for a workspace that does not exist and one the caller may not see; the name is not repeated: it could be any text. */
export function modelNotFound(): GatewayError {
  return new GatewayError('model_not_found', { param: 'model' });
}

const NO_SUBJECTS: readonly LimitedSubject[] = [];

function limitedSubjects({ keyId, limits }: Principal, workspace: WorkspaceEntry): readonly LimitedSubject[] {
  const ofWorkspace = workspace.settings.limits;
  if (limits === null && ofWorkspace === undefined) return NO_SUBJECTS;
  return [
    ...(limits === null || keyId === null ? [] : [{ id: `key:${keyId}`, limits }]),
    ...(ofWorkspace === undefined ? [] : [{ id: `workspace:${workspace.id}`, limits: ofWorkspace }]),
  ];
}

const ORDER: Readonly<Record<PiiMode, number>> = { disabled: 0, obfuscate: 1, block: 2 };

export const stricter = (one: PiiMode, other: PiiMode): PiiMode => (ORDER[one] >= ORDER[other] ? one : other);
