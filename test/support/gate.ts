/** The request path over a test's database, without a listening gateway around it. */
import { createAuditWriter } from '../../src/audit/audit-writer.ts';
import { createKeyAuthenticator } from '../../src/authentication/authenticate-key.ts';
import { createPersonAuthenticator } from '../../src/authentication/authenticate-person.ts';
import { createLimiter } from '../../src/metering/limits.ts';
import { createHttpClient } from '../../src/platform/http-client.ts';
import { createCredentialStore } from '../../src/providers/credential-store.ts';
import { createProviderRegistry } from '../../src/providers/registry.ts';
import type { ChatGate } from '../../src/request-path/chat-completion.ts';
import { createInspector } from '../../src/request-path/inspector.ts';
import type { Database } from '../../src/storage/database.ts';
import { createWorkspaceDirectory } from '../../src/workspace/workspace-directory.ts';
import { testMasterKey } from './fixtures.ts';

export interface TestGate {
  readonly gate: ChatGate;
  /** Writes what is queued. */
  close(): Promise<void>;
}

export function createTestGate(database: Database): TestGate {
  const audit = createAuditWriter(database);
  const inspector = createInspector({
    deadlineMs: 600_000,
    cacheMb: 0,
    external: { onnx: undefined, analyzer: undefined },
  });
  const gate: ChatGate = {
    authenticator: createKeyAuthenticator(database, testMasterKey),
    personAuthenticator: createPersonAuthenticator(database),
    directory: createWorkspaceDirectory(database, {
      loadProviders: createCredentialStore(database, testMasterKey).connections,
    }),
    adapterFor: createProviderRegistry(createHttpClient()),
    audit,
    timeouts: { connectMs: 60_000, firstByteMs: 60_000, idleMs: 60_000, totalMs: 600_000 },
    inspector,
    limiter: createLimiter(),
    seen: () => {},
  };
  return {
    gate,
    async close() {
      inspector.close();
      await audit.close();
    },
  };
}
