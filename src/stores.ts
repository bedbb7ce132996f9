import { applyDeclared } from './apply-declared.ts';
import { createGatewayKeyStore, type GatewayKeyStore } from './authentication/gateway-key-store.ts';
import { createSecurityLog, type SecurityLog } from './authentication/security-log.ts';
import { createSignInLinks, type SignInLinks } from './authentication/sign-in-link.ts';
import { createUserStore, type UserStore } from './authentication/user-store.ts';
import { databaseUrlIn } from './configuration/database-url.ts';
import { type LoadedConfig, pathIn } from './configuration/load-config.ts';
import { loadMasterKey, type MasterKey } from './platform/crypto.ts';
import { type CredentialStore, createCredentialStore } from './providers/credential-store.ts';
import type { Database } from './storage/database.ts';
import { openDatabase } from './storage/open-database.ts';
import { createMembershipStore, type MembershipStore } from './workspace/membership-store.ts';
import { createWorkspaceStore, type WorkspaceStore } from './workspace/workspace-store.ts';

/** Everything that is kept, opened: what the gateway and every command that changes something begins with. */
export interface Stores {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly users: UserStore;
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly providers: CredentialStore;
  readonly keys: GatewayKeyStore;
  readonly links: SignInLinks;
  readonly securityLog: SecurityLog;
  close(): Promise<void>;
}

/** The database cannot be opened or brought to this version; the message names it, without its password. */
export class StorageError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
  }
}

/** Opens the configured database and brings it to this version. Throws StorageError. */
export async function openConfiguredDatabase({ config, folder }: LoadedConfig): Promise<Database> {
  const url = databaseUrlIn(config.storage.url, (path) => pathIn(folder, path));
  try {
    return await openDatabase(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new StorageError(`the database ${withoutPassword(url)} cannot be opened: ${reason}`, error);
  }
}

/** What may be shown of a database URL. */
function withoutPassword(url: string): string {
  if (url.startsWith('sqlite:')) return url.slice('sqlite:'.length);
  const { protocol, host, pathname } = URL.parse(url) ?? { protocol: 'postgres:', host: '?', pathname: '' };
  return `${protocol}//${host}${pathname}`;
}

/** Opens the database, brings it to this version and makes it say what the configuration declares. */
export async function openStores(loaded: LoadedConfig): Promise<Stores> {
  const { config, folder } = loaded;
  const absolute = (path: string) => pathIn(folder, path);
  const masterKey = await loadMasterKey({
    file: pathIn(absolute(config.dataDir), 'master.key'),
    env: config.masterKey ?? process.env.ONEFIREWALL_MASTER_KEY,
  });
  const database = await openConfiguredDatabase(loaded);
  try {
    await applyDeclared(database, config, masterKey, { keepCredentials: loaded.missing.length > 0 });
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    database,
    masterKey,
    users: createUserStore(database),
    workspaces: createWorkspaceStore(database),
    memberships: createMembershipStore(database),
    providers: createCredentialStore(database, masterKey),
    keys: createGatewayKeyStore(database, masterKey),
    links: createSignInLinks(database),
    securityLog: createSecurityLog(database),
    close: () => database.close(),
  };
}
