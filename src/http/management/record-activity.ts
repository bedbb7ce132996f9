/** Every change through the management API is written down after it happened: who, what and when, never what a field was set to. */
import { isDeepStrictEqual } from 'node:util';
import type { ActivityStore } from '../../audit/activity-store.ts';
import type { UserView } from '../../contract/user.ts';
import type { WorkspaceView } from '../../contract/workspace.ts';
import { describeError, type Log } from '../../platform/log.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { RouteSpec } from './route-spec.ts';
import type { RouteName } from './route-table.ts';

/** What a handler is given, as far as it is written down. */
interface Change {
  readonly person: UserView | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly workspace: WorkspaceView | undefined;
  readonly body: unknown;
  readonly query: unknown;
  readonly facts: RequestFacts;
}

type Handler = (input: unknown) => Promise<unknown>;

/** They change nothing, though they are no GET. */
const READING: ReadonlySet<string> = new Set<RouteName>([
  'explain',
  'playground',
  'testProvider',
  'testSignInMethod',
  'tryProvider',
]);

/** An export leaves the house, so it is written down too. What concerns one's own session only, the security log has. */
export function isWrittenDown(name: RouteName, { method, permission, files }: RouteSpec): boolean {
  if (permission === 'public' || permission === 'signed-in') return false;
  return files !== undefined || (method !== 'GET' && !READING.has(name));
}

export function writtenDown(name: RouteName, handler: Handler, activity: ActivityStore, log: Log): Handler {
  return async (input) => {
    const result = await handler(input);
    const { person, params, workspace, body, query, facts } = input as Change;
    try {
      await activity.record({
        actor: person === undefined ? null : { id: person.id, email: person.email },
        clientAddress: facts.clientAddress,
        action: name,
        objects: { ...namesOf(result, Object.values(params)), ...params },
        fields: fieldsOf(body ?? query, workspace),
        requestId: facts.requestId,
      });
    } catch (error) {
      // The change has happened; the log of the process says that it is not on record.
      log.error('activity.write_failed', { action: name, ...describeError(error) });
    }
    return result;
  };
}

/** What came of it, by name: of something new the path says nothing. */
function namesOf(result: unknown, known: readonly string[]): Record<string, string> {
  if (typeof result !== 'object' || result === null) return {};
  // Of an invitation: who it is for.
  if ('user' in result) return namesOf(result.user, known);
  const names = ['email', 'name'].flatMap((field) => {
    const value: unknown = Reflect.get(result, field);
    return typeof value === 'string' && value !== '' && !known.includes(value) ? [[field, value] as const] : [];
  });
  return Object.fromEntries(names);
}

/** Of the settings of a workspace, which are sent whole, those that are different. */
function fieldsOf(body: unknown, workspace: WorkspaceView | undefined): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]) => {
    if (field !== 'settings' || workspace === undefined || typeof value !== 'object' || value === null) return [field];
    const names = new Set([...Object.keys(value), ...Object.keys(workspace.settings)]);
    return [...names]
      .sort()
      .filter((name) => !isDeepStrictEqual(Reflect.get(value, name), Reflect.get(workspace.settings, name)))
      .map((name) => `settings.${name}`);
  });
}
