import type { KeyAuthenticator } from '../../authentication/authenticate-key.ts';
import type { Principal } from '../../authentication/principal.ts';
import { GatewayError } from '../../errors.ts';
import { modelNotFound } from '../../request-path/admit.ts';
import type { WorkspaceDirectory, WorkspaceEntry } from '../../workspace/workspace-directory.ts';

export interface ModelsDependencies {
  readonly authenticate: KeyAuthenticator;
  readonly directory: WorkspaceDirectory;
}

/** `GET /models`: every workspace the key's user belongs to, as an OpenAI list. */
export async function listModels(
  authorization: string | null,
  address: string,
  deps: ModelsDependencies,
): Promise<Response> {
  const principal = await principalOf(authorization, address, deps);
  const entries = await deps.directory.visibleTo(principal);
  return Response.json({ object: 'list', data: entries.map(modelOf) });
}

/** `GET /models/{workspace}`: one of them; any other name is the same 404. */
export async function getModel(
  name: string,
  authorization: string | null,
  address: string,
  deps: ModelsDependencies,
): Promise<Response> {
  const principal = await principalOf(authorization, address, deps);
  const entry = await deps.directory.find(principal, name);
  if (entry === undefined) throw modelNotFound();
  return Response.json(modelOf(entry));
}

async function principalOf(
  authorization: string | null,
  address: string,
  deps: ModelsDependencies,
): Promise<Principal> {
  const result = await deps.authenticate(authorization, address);
  if (!result.ok) throw new GatewayError(result.refusal);
  return result.principal;
}

/** The published contract's model object, in this shape and no other. */
function modelOf(entry: WorkspaceEntry) {
  return {
    id: entry.name,
    object: 'model',
    created: entry.createdAt,
    owned_by: 'organization',
    root: entry.name,
    parent: null,
    permission: [],
  };
}
