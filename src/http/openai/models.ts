import type { KeyAuthenticator } from '../../authentication/authenticate-key.ts';
import { modelNotFound } from '../../request-path/admit.ts';
import { databaseAway, principalOf } from '../../request-path/authenticate.ts';
import type { WorkspaceDirectory, WorkspaceEntry } from '../../workspace/workspace-directory.ts';

export interface ModelsDependencies {
  readonly authenticate: KeyAuthenticator;
  readonly directory: WorkspaceDirectory;
}

/** `GET /models`: every workspace the key's user belongs to, as an OpenAI list. */
export async function listModels(
  authorization: string | null,
  clientAddress: string,
  { authenticate, directory }: ModelsDependencies,
): Promise<Response> {
  const principal = await principalOf({ authorization, clientAddress }, authenticate);
  const entries = await directory.visibleTo(principal).catch(databaseAway);
  return Response.json({ object: 'list', data: entries.map(modelOf) });
}

/** `GET /models/{workspace}`: one of them; any other name is the same 404. */
export async function getModel(
  name: string,
  authorization: string | null,
  clientAddress: string,
  { authenticate, directory }: ModelsDependencies,
): Promise<Response> {
  const principal = await principalOf({ authorization, clientAddress }, authenticate);
  const entry = await directory.find(principal, name).catch(databaseAway);
  if (entry === undefined) throw modelNotFound();
  return Response.json(modelOf(entry));
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
