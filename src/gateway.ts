import { createActivityStore } from './audit/activity-store.ts';
import { createAuditStore } from './audit/audit-store.ts';
import { createAuditWriter } from './audit/audit-writer.ts';
import { startHousekeeping } from './audit/housekeeping.ts';
import { createKeyAuthenticator } from './authentication/authenticate-key.ts';
import { createPersonAuthenticator } from './authentication/authenticate-person.ts';
import type { LoadedConfig } from './configuration/load-config.ts';
import { externalSettings } from './external-detectors/external-settings.ts';
import { createGatewayMetrics } from './gateway-metrics.ts';
import { type App, createApp } from './http/app.ts';
import { openApiDocument } from './http/openapi.ts';
import { createLimiter } from './metering/limits.ts';
import { createHttpClient } from './platform/http-client.ts';
import { createLog, describeError, type Log } from './platform/log.ts';
import type { UpstreamTimeouts } from './providers/provider.ts';
import { createProviderRegistry } from './providers/registry.ts';
import type { ChatGate } from './request-path/chat-completion.ts';
import { createInspector, type Inspector, type InspectorSettings } from './request-path/inspector.ts';
import { openStores, type Stores } from './stores.ts';
import { wireManagement } from './wire-management.ts';
import { createOrganizationStore } from './workspace/organization-store.ts';
import { createWorkspaceDirectory } from './workspace/workspace-directory.ts';

/** The whole house, wired: answers requests, with or without a port. */
export interface Gateway {
  readonly fetch: App;
  readonly stores: Stores;
  readonly log: Log;
  readonly inspector: Inspector;
  /** Writes what is queued and closes the database. */
  close(): Promise<void>;
}

/** What a test replaces. */
export type GatewayParts = Pick<InspectorSettings, 'pool' | 'turnMs'>;

export async function createGateway(loaded: LoadedConfig, parts: GatewayParts = {}): Promise<Gateway> {
  const { config } = loaded;
  const log = createLog(config.log.level);
  const stores = await openStores(loaded);
  const { database, masterKey } = stores;
  const auditStore = createAuditStore(database);
  // On Postgres another node may still be serving what looks open, for as long as a request may take.
  const grace = database.dialect === 'postgres' ? config.upstream.totalSeconds * 1000 : 0;
  await auditStore.markInterrupted(Date.now() - grace);
  const mark = { to: '' };
  const audit = createAuditWriter(database, {
    mark,
    onError: (error) => log.error('audit.write_failed', describeError(error)),
  });
  const metrics = createGatewayMetrics(() => audit.queued);
  const authenticate = createKeyAuthenticator(database, masterKey);
  const directory = createWorkspaceDirectory(database, {
    loadProviders: stores.providers.connections,
    onInvalid: (workspace) => log.error('workspace.invalid_settings', { workspace }),
  });
  const { deadlineMs, cacheMb } = config.firewall;
  const external = externalSettings(config.firewall, loaded.folder);
  const inspector = createInspector({ deadlineMs, cacheMb, external, ...parts });
  await inspector.ready().catch(async (error: unknown) => {
    inspector.close();
    await stores.close();
    throw error;
  });
  const housekeeping = startHousekeeping({
    database,
    activity: createActivityStore(database),
    mark,
    retentionDays: async () => (await createOrganizationStore(database).retention()).days,
    onError: (error) => log.error('audit.housekeeping_failed', describeError(error)),
  });
  const gate: ChatGate = {
    authenticator: authenticate,
    personAuthenticator: createPersonAuthenticator(database),
    directory,
    adapterFor: createProviderRegistry(createHttpClient()),
    audit,
    timeouts: timeoutsOf(config.upstream),
    inspector,
    limiter: createLimiter(),
    seen: metrics.chatFinished,
  };
  const publicUrl = config.server.publicUrl ?? `http://${config.server.host}:${config.server.port}`;
  const manage = wireManagement({ database, masterKey, publicUrl, log, gate });
  return {
    fetch: createApp({
      gate,
      authenticate,
      directory,
      maxBodyBytes: Math.floor(config.server.maxBodyMb * 1024 * 1024),
      trustProxy: config.server.trustProxy,
      manage: (request, facts) => manage.fetch(request, facts),
      ready: async () => {
        await database.readRevision();
      },
      printMetrics: config.server.metrics ? metrics.print : undefined,
      openApi: openApiDocument,
      seen: metrics.httpSeen,
      log,
    }),
    stores,
    log,
    inspector,
    async close() {
      inspector.close();
      await housekeeping.stop();
      try {
        await audit.close();
      } finally {
        await stores.close();
      }
    },
  };
}

function timeoutsOf(upstream: LoadedConfig['config']['upstream']): UpstreamTimeouts {
  return {
    connectMs: upstream.connectSeconds * 1000,
    firstByteMs: upstream.firstByteSeconds * 1000,
    idleMs: upstream.idleSeconds * 1000,
    totalMs: upstream.totalSeconds * 1000,
  };
}
