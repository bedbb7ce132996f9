/**
 * The bare proxy with what a gateway cannot do without, piece by piece and each in its cheapest form: `bun pieces-proxy.ts URL [key] [audit]
 * [secrets]`. What the whole gateway costs beyond the last of them is validation, routing, time-outs, headers, metrics and the way back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { createKeyAuthenticator } from '../../src/authentication/authenticate-key.ts';
import { configSchema } from '../../src/configuration/config-schema.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy, secretsOnly } from '../../src/firewall/policy.ts';
import { newRequestId } from '../../src/platform/request-id.ts';
import { openStores } from '../../src/stores.ts';

const [upstream = '', ...pieces] = process.argv.slice(2);
const [hasKey, hasAudit, hasSecrets] = ['key', 'audit', 'secrets'].map((piece) => pieces.includes(piece));
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-pieces-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const config = configSchema.parse({ users: [{ email: 'bench@corp.test', role: 'owner' }] });
const stores = await openStores({ config, file: undefined, folder, missing: [] });
const authenticate = createKeyAuthenticator(stores.database, stores.masterKey);
const audit = createAuditWriter(stores.database);
const policy = secretsOnly(defaultDetectionPolicy);
const user = (await stores.users.list())[0];
const limits = { name: 'bench', expiresAt: null, workspaces: null, addressRanges: null, limits: null };
const { key } = await stores.keys.create(user?.id ?? '', limits);

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  idleTimeout: 0,
  async fetch(request) {
    if (hasKey) {
      const known = await authenticate(request.headers.get('authorization'), '127.0.0.1');
      if (!known.ok) return new Response(null, { status: 401 });
    }
    const body = (await request.json()) as { model: string; messages: { content: string }[] };
    if (hasSecrets) {
      for (const { content } of body.messages) {
        if (inspectText(content, policy).length > 0) return new Response(null, { status: 400 });
      }
    }
    const id = hasAudit ? await audit.open(opening(body.model)) : '';
    const response = await fetch(`${upstream}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
      body: JSON.stringify({ ...body, pii: undefined, model: 'bench-model' }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    answer.model = body.model;
    if (hasAudit) audit.complete(id, OUTCOME);
    return Response.json(answer);
  },
});

const opening = (model: string) => ({
  requestId: newRequestId(),
  startedAt: Date.now(),
  userId: user?.id ?? null,
  userEmail: user?.email ?? null,
  keyId: 'bench',
  workspaceId: 'bench',
  workspaceName: model,
  clientAddress: '127.0.0.1',
  model,
  verdict: 'allow' as const,
  pii: 'disabled' as const,
  kinds: {},
  stream: false,
  retryCount: 0,
  inspectMs: 0.1,
});

const OUTCOME = {
  finishedAt: Date.now(),
  status: 200,
  errorCode: null,
  provider: 'bench',
  upstreamModel: 'bench-model',
  inputTokens: 300,
  outputTokens: 200,
  firstByteMs: 1,
  totalMs: 1,
};

console.log(`key ${key}`);
console.log(`listening ${server.port}`);
