import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConfigInput, configSchema } from '../../src/configuration/config-schema.ts';
import { createGateway, type Gateway, type GatewayParts } from '../../src/gateway.ts';
import { listen } from '../../src/http/server.ts';
import { type FakeProvider, startFakeProvider } from './fake-provider.ts';
import { waitUntil } from './wait-until.ts';

/** A gateway that listens, with a fake provider behind its workspace `my-team`, a user and a key. */
export interface RunningGateway {
  readonly url: string;
  readonly baseUrl: string;
  readonly key: string;
  readonly provider: FakeProvider;
  readonly gateway: Gateway;
  /** Everything it writes is in here. */
  readonly folder: string;
  post(body: unknown, options?: PostOptions): Promise<Response>;
  /** The newest audit events, newest first, once they are complete. */
  audit(): Promise<AuditRow[]>;
  stop(): Promise<void>;
}

export interface PostOptions {
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly path?: string;
}

export type AuditRow = Awaited<ReturnType<typeof readAudit>>[number];

type WorkspaceInput = Omit<NonNullable<ConfigInput['workspaces']>[number], 'name'>;

export interface StartOptions {
  readonly workspace?: Partial<WorkspaceInput>;
  readonly config?: Partial<ConfigInput>;
  /** Parts of the gateway that a test replaces. */
  readonly parts?: GatewayParts;
}

export const OWNER = 'owner@corp.test';
export const PROVIDER_KEY = 'lab-credential-7f3a9c';

export async function startGateway(options: StartOptions = {}): Promise<RunningGateway> {
  const provider = startFakeProvider();
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-test-'));
  const config = configSchema.parse({
    server: { port: 0 },
    log: { level: 'silent' },
    // Only a test about the deadline meets it, however slow the machine.
    firewall: { deadlineMs: 600_000 },
    providers: [
      { name: 'lab', kind: 'openai-compatible', baseUrl: provider.baseUrl, apiKey: PROVIDER_KEY, internal: true },
    ],
    users: [{ email: OWNER, role: 'owner' }],
    workspaces: [
      {
        name: 'my-team',
        members: [{ email: OWNER, role: 'admin' }],
        targets: [{ provider: 'lab', model: 'gpt-4o' }],
        ...options.workspace,
      },
    ],
    ...options.config,
  });
  const gateway = await createGateway(
    { config, file: undefined, folder, missing: [] },
    // Who reads a request depends on what it is made of, not on how busy the machine is.
    { turnMs: 60_000, ...options.parts },
  );
  const listening = listen({ host: '127.0.0.1', port: 0, fetch: gateway.fetch, pages: {}, log: gateway.log });
  const key = await createKey(gateway, OWNER);
  const baseUrl = `${listening.url}/api/v1`;
  return {
    url: listening.url,
    baseUrl,
    key,
    provider,
    gateway,
    folder,
    post: (body, { key: other = key, headers = {}, signal, path = '/chat/completions' } = {}) =>
      fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${other}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...(signal === undefined ? {} : { signal }),
      }),
    async audit() {
      let rows: AuditRow[] = [];
      await waitUntil('audit events are complete', async () => {
        rows = await readAudit(gateway);
        return rows.every((row) => row.state !== 'open');
      });
      return rows;
    },
    async stop() {
      await listening.stop(0);
      await gateway.close();
      await provider.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function createKey(gateway: Gateway, email: string): Promise<string> {
  const user = await gateway.stores.users.getByEmail(email);
  if (user === undefined) throw new Error(`no user ${email}`);
  const input = { name: 'test', expiresAt: null, workspaces: null, addressRanges: null, limits: null };
  return (await gateway.stores.keys.create(user.id, input)).key;
}

/** A chat request for `my-team` with one user message. */
export function chat(content: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { model: 'my-team', messages: [{ role: 'user', content }], ...more };
}

/** The data of every event of a streamed response, in order. */
export async function eventsOf(response: Response): Promise<string[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => event.slice('data: '.length));
}

/** What a client that joins the deltas of choice 0 ends up with. */
export function contentOf(events: readonly string[]): string {
  return events
    .filter((event) => event !== '[DONE]')
    .map(
      (event) =>
        (JSON.parse(event) as { choices?: { delta?: { content?: string } }[] }).choices?.[0]?.delta?.content ?? '',
    )
    .join('');
}

async function readAudit(gateway: Gateway) {
  return gateway.stores.database.query.selectFrom('audit_event').selectAll().orderBy('id', 'desc').execute();
}
