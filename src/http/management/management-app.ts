/** The management API: every route of the table, in one order of checks: origin, session, permission, input, handler. */
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { ActivityStore } from '../../audit/activity-store.ts';
import type { AuditStore } from '../../audit/audit-store.ts';
import type { OverviewStore } from '../../audit/overview-store.ts';
import type { RetentionStore } from '../../audit/retention-store.ts';
import type { GatewayKeyStore } from '../../authentication/gateway-key-store.ts';
import type { Invitations } from '../../authentication/invitations.ts';
import type { OpenIdSignIn } from '../../authentication/openid/openid-sign-in.ts';
import type { SignInMethodStore } from '../../authentication/openid/sign-in-method-store.ts';
import type { People } from '../../authentication/people.ts';
import type { SecurityLog } from '../../authentication/security-log.ts';
import type { SignInLinks } from '../../authentication/sign-in-link.ts';
import type { SignInPolicyStore } from '../../authentication/sign-in-policy.ts';
import type { SignedIn } from '../../authentication/signed-in.ts';
import type { UserStore } from '../../authentication/user-store.ts';
import type { UserView } from '../../contract/user.ts';
import type { WorkspaceView } from '../../contract/workspace.ts';
import { GatewayError } from '../../errors.ts';
import type { Log } from '../../platform/log.ts';
import type { ConnectionTester } from '../../providers/connection-test.ts';
import type { CredentialStore } from '../../providers/credential-store.ts';
import type { ChatGate } from '../../request-path/chat-completion.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import type { OrganizationStore } from '../../workspace/organization-store.ts';
import { effectiveWorkspaceRole } from '../../workspace/role.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { errorResponse } from '../error-response.ts';
import type { RequestFacts } from '../request-facts.ts';
import { auditHandlers } from './audit.ts';
import { explainHandlers } from './explain.ts';
import { gatewayKeyHandlers } from './gateway-keys.ts';
import { demand, entityTag, type Handlers } from './handler.ts';
import { parseBody, parseQuery } from './input.ts';
import { invitationHandlers } from './invitations.ts';
import { overviewHandlers } from './overview.ts';
import { rolesOf } from './permissions.ts';
import { playgroundHandlers } from './playground.ts';
import { providerHandlers } from './providers.ts';
import { isWrittenDown, writtenDown } from './record-activity.ts';
import { retentionHandlers } from './retention.ts';
import type { RouteSpec } from './route-spec.ts';
import { ROUTES, type RouteName } from './route-table.ts';
import { refuseForeignOrigin } from './same-origin.ts';
import { sessionHandlers } from './session.ts';
import { signInHandlers } from './sign-in-methods.ts';
import { twoFactorHandlers } from './two-factor.ts';
import { userHandlers } from './users.ts';
import { workspaceHandlers } from './workspaces.ts';

export interface ManagementDependencies {
  readonly people: People;
  readonly organization: OrganizationStore;
  readonly users: UserStore;
  readonly links: SignInLinks;
  readonly invitations: Invitations;
  readonly policy: SignInPolicyStore;
  readonly methods: SignInMethodStore;
  readonly openId: OpenIdSignIn;
  readonly securityLog: SecurityLog;
  readonly keys: GatewayKeyStore;
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly providers: CredentialStore;
  readonly testConnection: ConnectionTester;
  readonly audit: AuditStore;
  readonly overview: OverviewStore;
  readonly retention: RetentionStore;
  readonly activity: ActivityStore;
  /** The request path, for the playground. */
  readonly gate: ChatGate;
  /** Where people reach the dashboard. */
  readonly publicUrl: string;
  readonly log: Log;
}

/** The facts of the request are given as the second argument of `fetch`. */
export type ManagementApp = Hono<{ Bindings: RequestFacts }>;

const BASE = '/api/manage';

export function createManagementApp(deps: ManagementDependencies): ManagementApp {
  const { people, workspaces, memberships, activity, publicUrl, log } = deps;
  const handlers: Handlers<RouteName> = {
    ...sessionHandlers(deps),
    ...twoFactorHandlers(people),
    ...signInHandlers(deps),
    ...invitationHandlers(deps),
    ...userHandlers(deps),
    ...workspaceHandlers(deps),
    ...providerHandlers(deps),
    ...gatewayKeyHandlers(deps.keys, workspaces),
    ...auditHandlers(deps),
    ...overviewHandlers(deps),
    ...retentionHandlers(deps),
    ...explainHandlers({ workspaces, memberships, inspector: deps.gate.inspector, limiter: deps.gate.limiter }),
    ...playgroundHandlers(deps.gate),
  };
  const app: ManagementApp = new Hono<{ Bindings: RequestFacts }>().basePath(BASE);
  app.onError((error, context) => errorResponse(error, context.env.requestId, log));
  app.notFound((context) => errorResponse(new GatewayError('unknown_url'), context.env.requestId, log));
  app.use(async (context, next) => {
    refuseForeignOrigin(context.req.raw, publicUrl);
    await next();
    context.header('cache-control', 'no-store');
  });
  const stores = { people, findWorkspace: workspaces.get, findMember: memberships.get };
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const spec: RouteSpec = ROUTES[name];
    const path = spec.path.replaceAll(/\{([a-z]+)\}/g, ':$1');
    const plain = handlers[name] as Handler;
    const handler = isWrittenDown(name, spec) ? writtenDown(name, plain, activity, log) : plain;
    app.on(spec.method, path, (context) => answer(context, spec, handler, stores));
  }
  return app;
}

/** A handler as the loop over the table sees it; `Handlers` has checked each against its row. */
type Handler = (input: unknown) => Promise<unknown>;

interface Lookups {
  readonly people: People;
  readonly findWorkspace: (name: string) => Promise<WorkspaceView | undefined>;
  readonly findMember: (workspaceId: string, userId: string) => Promise<{ role: 'admin' | 'member' } | undefined>;
}

async function answer(
  context: Context<{ Bindings: RequestFacts }>,
  spec: RouteSpec,
  handler: Handler,
  lookups: Lookups,
): Promise<Response> {
  const cookies: string[] = [];
  const session = await identify(context, spec, lookups.people);
  const person = session?.user;
  cookies.push(...(session?.cookies ?? []));
  const params = context.req.param() as Readonly<Record<string, string>>;
  const { workspace, roles } = await authorize(spec, person, params.workspace, lookups);
  const result = await handler({
    person,
    session,
    roles,
    workspace,
    params,
    headers: context.req.raw.headers,
    facts: context.env,
    signal: context.req.raw.signal,
    body: spec.body && (await parseBody(context.req.raw, spec.body)),
    query: spec.query && parseQuery(context.req.query(), spec.query),
    setCookies: (added: readonly string[]) => cookies.push(...added),
  });
  for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
  if (result instanceof Response) return withCookies(result, cookies);
  if (spec.versioned && result !== undefined) context.header('etag', entityTag((result as Versioned).version));
  return spec.status === 204 ? context.body(null, 204) : context.json(result as z.core.util.JSONType, spec.status);
}

/** What a row that is `versioned` answers with. */
interface Versioned {
  readonly version: string;
}

/** A handler that streams makes its answer itself. */
function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

async function identify(
  context: Context<{ Bindings: RequestFacts }>,
  spec: RouteSpec,
  people: People,
): Promise<SignedIn | undefined> {
  if (spec.permission === 'public') return undefined;
  const signedIn = await people.whoIs(context.req.raw.headers.get('cookie'));
  if (signedIn === undefined) throw new GatewayError('not_signed_in');
  if (signedIn.mustSetUpTwoFactor && spec.duringSetUp !== true) throw new GatewayError('two_factor_required');
  return signedIn;
}

async function authorize(spec: RouteSpec, person: UserView | undefined, name: string | undefined, lookups: Lookups) {
  if (person === undefined) return { roles: [], workspace: undefined };
  if (name === undefined) {
    const roles = rolesOf(person.role);
    if (spec.permission !== 'public' && spec.permission !== 'signed-in') demand(spec.permission, roles);
    return { roles, workspace: undefined };
  }
  const workspace = await lookups.findWorkspace(name);
  const membership = workspace && (await lookups.findMember(workspace.id, person.id));
  const role = effectiveWorkspaceRole(person.role, membership?.role);
  if (workspace === undefined || role === undefined) throw new GatewayError('not_found');
  const roles = rolesOf(person.role, role);
  if (spec.permission !== 'public' && spec.permission !== 'signed-in') demand(spec.permission, roles);
  return { roles, workspace };
}
