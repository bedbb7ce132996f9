import { applyDeclared } from './apply-declared.ts';
import { createGatewayKeyStore, type GatewayKeyStore } from './authentication/gateway-key-store.ts';
import { createSignInLinks, type SignInLinks } from './authentication/sign-in-link.ts';
import { createUserStore, type UserStore } from './authentication/user-store.ts';
import { databaseUrlIn } from './configuration/database-url.ts';
import { type LoadedConfig, pathIn } from './configuration/load-config.ts';
import { loadMasterKey, type MasterKey } from './platform/crypto.ts';
import { type CredentialStore, createCredentialStore } from './providers/credential-store.ts';
import { type Database, openDatabase } from './storage/database.ts';
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
  close(): Promise<void>;
}

/** Opens the database, brings it to this version and makes it say what the configuration declares. */
export async function openStores(loaded: LoadedConfig): Promise<Stores> {
  const { config, folder } = loaded;
  const absolute = (path: string) => pathIn(folder, path);
  const masterKey = await loadMasterKey({
    file: pathIn(absolute(config.dataDir), 'master.key'),
    env: config.masterKey ?? process.env.ONEFIREWALL_MASTER_KEY,
  });
  const database = await openDatabase(databaseUrlIn(config.storage.url, absolute));
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
    close: () => database.close(),
  };
}
