/** The management API without a port, with people of every role. Every answer is checked against the route table. */
import { z } from 'zod';
import { createPeople } from '../../src/authentication/people.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import type { UserView } from '../../src/contract/user.ts';
import type { RouteSpec } from '../../src/http/management/route-spec.ts';
import { ROUTES } from '../../src/http/management/route-table.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { wireManagement } from '../../src/wire-management.ts';
import { createOrganizationStore } from '../../src/workspace/organization-store.ts';
import { caller, testMasterKey } from './fixtures.ts';
import { createTestGate } from './gate.ts';

export const ORIGIN = 'http://localhost:8080';
export const PASSWORD = 'a password for tests';

export type Who = 'owner' | 'admin' | 'member' | 'other' | 'nobody';

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface VisitOptions {
  readonly body?: unknown;
  readonly userAgent?: string;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
  readonly headers: Headers;
}

export interface TestManagement {
  readonly database: Database;
  readonly people: Readonly<Record<Exclude<Who, 'nobody'>, UserView>>;
  call(who: Who, route: string, options?: CallOptions): Promise<Answer>;
  /** Sends the request as it is, as nobody in particular. */
  raw(request: Request, clientAddress?: string): Promise<Answer>;
  /** As a browser with these cookies, from an address of its own: attempts of one test do not count in another. */
  visit(route: string, cookie: string, options?: VisitOptions): Promise<Answer>;
  /** A fresh user of the role, with the cookie of a session. */
  signUp(email: string, role: UserView['role']): Promise<{ readonly user: UserView; readonly cookie: string }>;
  close(): Promise<void>;
}

export async function startManagement(): Promise<TestManagement> {
  const database = await openDatabase('sqlite::memory:');
  await createOrganizationStore(database).ensure('Test organization');
  const { gate, close: closeGate } = createTestGate(database);
  const app = wireManagement({
    gate,
    database,
    masterKey: testMasterKey,
    publicUrl: ORIGIN,
    log: createLog('error'),
  });
  const users = createUserStore(database);
  let visitors = 0;
  const sessions = createPeople({ database, masterKey: testMasterKey, publicUrl: ORIGIN });
  const signUp: TestManagement['signUp'] = async (email, role) => {
    const user = await users.create({ email, role });
    passwordHash ??= Bun.password.hash(PASSWORD, 'argon2id');
    await users.setPassword(user.id, await passwordHash);
    const { cookies } = await sessions.renew(user, 'password', caller());
    return { user: { ...user, hasPassword: true }, cookie: cookieHeader(cookies) };
  };
  const raw: TestManagement['raw'] = async (request, clientAddress = caller().clientAddress) => {
    const response = await app.fetch(request, { requestId: 'req_test', clientAddress });
    const text = await response.text();
    const answer = {
      status: response.status,
      body:
        text === '' ? undefined : isEventStream(response) ? eventsOf(text) : isJson(response) ? JSON.parse(text) : text,
      headers: response.headers,
    };
    checkAnswer(request, answer);
    return answer;
  };
  const all = {
    owner: await signUp('owner@example.test', 'owner'),
    admin: await signUp('admin@example.test', 'admin'),
    member: await signUp('member@example.test', 'member'),
    other: await signUp('other@example.test', 'member'),
  };
  return {
    database,
    people: { owner: all.owner.user, admin: all.admin.user, member: all.member.user, other: all.other.user },
    raw,
    signUp,
    visit(route, cookie, { body, userAgent } = {}) {
      visitors += 1;
      const [method = '', path = ''] = route.split(' ');
      const headers = new Headers({ origin: ORIGIN, cookie, 'content-type': 'application/json' });
      if (userAgent !== undefined) headers.set('user-agent', userAgent);
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      return raw(new Request(`${ORIGIN}/api/manage${path}`, init), `10.7.${visitors >> 8}.${visitors & 255}`);
    },
    call(who, route, { body, headers = {} } = {}) {
      const [method = '', path = ''] = route.split(' ');
      const sent = new Headers({ origin: ORIGIN, ...headers });
      if (who !== 'nobody') sent.set('cookie', all[who].cookie);
      if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
      const init: RequestInit = { method, headers: sent };
      if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
      return raw(new Request(`${ORIGIN}/api/manage${path}`, init));
    },
    async close() {
      await closeGate();
      await database.close();
    },
  };
}

/** Of PASSWORD: made once, because it is made to take its time. */
let passwordHash: Promise<string> | undefined;

export function cookieHeader(cookies: readonly string[]): string {
  return cookies.map((text) => text.split(';')[0]).join('; ');
}

const isEventStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') === true;

/** Named events, in order. */
export function eventsOf(text: string): { event: string; data: unknown }[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      return { event, data: JSON.parse(data) };
    });
}

const errorSchema = z.strictObject({
  error: z.strictObject({
    message: z.string().min(1),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string(),
  }),
});

/** An error has the envelope, whole; anything else is exactly what the table promises. */
function checkAnswer(request: Request, { status, body }: Answer): void {
  if (status >= 400) {
    errorSchema.parse(body);
    return;
  }
  const { pathname } = new URL(request.url);
  const spec: RouteSpec | undefined = Object.values<RouteSpec>(ROUTES).find(
    ({ method, path }) =>
      method === request.method && new RegExp(`^/api/manage${path.replaceAll(/\{[a-z]+\}/g, '[^/]+')}$`).test(pathname),
  );
  if (spec === undefined) throw new Error(`${request.method} ${pathname} is not in the table`);
  if (status !== spec.status) throw new Error(`${request.method} ${pathname} answered ${status}`);
  if (spec.events !== undefined) {
    for (const { event, data } of body as { event: string; data: unknown }[]) spec.events[event]?.parse(data);
  } else if (spec.files !== undefined) z.string().parse(body);
  else if (spec.answer === undefined) z.undefined().parse(body);
  else spec.answer.parse(body);
}

function isJson(response: Response): boolean {
  return /^application\/json(?:;|$)/.test(response.headers.get('content-type') ?? '');
}
