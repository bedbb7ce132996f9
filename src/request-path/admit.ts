import type { PiiMode } from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';
import type { WorkspaceDirectory, WorkspaceEntry } from '../workspace/workspace-directory.ts';
import type { Authenticated } from './authenticate.ts';
import { type ChatRequest, receiveChatRequest } from './receive.ts';

const received: unique symbol = Symbol('received');
const admitted: unique symbol = Symbol('admitted');

/** The body is parsed and valid. */
export interface Received {
  readonly [received]: true;
  readonly by: Authenticated;
  readonly request: ChatRequest;
}

/** The caller may use this workspace, and this is what holds for the call. */
export interface Admitted {
  readonly [admitted]: true;
  readonly by: Authenticated;
  readonly request: ChatRequest;
  readonly workspace: WorkspaceEntry;
  /** What is done with personal data: the stricter of the workspace's floor and what was asked for. */
  readonly pii: PiiMode;
}

/** Reads and validates the body. Throws 400 and 413. */
export async function receive(by: Authenticated): Promise<Received> {
  return { [received]: true, by, request: receiveChatRequest(await by.call.readBody()) };
}

/** Finds the workspace among those the caller may use. Throws 404. */
export async function admit({ by, request }: Received, directory: WorkspaceDirectory): Promise<Admitted> {
  const workspace = await directory.find(by.principal, request.model);
  if (workspace === undefined) throw modelNotFound(request.model);
  const { default: usual, floor } = workspace.settings.pii;
  return { [admitted]: true, by, request, workspace, pii: stricter(request.pii ?? usual, floor) };
}

/** The same words for a workspace that does not exist and one the caller may not see. */
export function modelNotFound(model: string): GatewayError {
  const shown = /^[A-Za-z0-9._:/-]{1,100}$/.test(model) ? `\`${model}\` ` : '';
  return new GatewayError('model_not_found', {
    param: 'model',
    message: `The model ${shown}does not exist or you do not have access to it.`,
  });
}

const ORDER: Readonly<Record<PiiMode, number>> = { disabled: 0, obfuscate: 1, block: 2 };

const stricter = (one: PiiMode, other: PiiMode): PiiMode => (ORDER[one] >= ORDER[other] ? one : other);
