/**
 * Makes the database say what the configuration file says. What the file names, it owns: read-only in the API until the file
 * lets go. Applied whole or not at all, by one node at a time, and it writes nothing where nothing changed.
 */
import { isDeepStrictEqual } from 'node:util';
import { createSignInMethodStore, type SignInMethodStore } from './authentication/openid/sign-in-method-store.ts';
import { createSignInPolicyStore } from './authentication/sign-in-policy.ts';
import { createUserStore } from './authentication/user-store.ts';
import type { Config } from './configuration/config-schema.ts';
import { providerSettingsSchema } from './contract/provider.ts';
import { workspaceSettingsSchema } from './contract/workspace.ts';
import { deriveKey, type MasterKey } from './platform/crypto.ts';
import { createCredentialStore } from './providers/credential-store.ts';
import type { Database } from './storage/database.ts';
import { createMembershipStore } from './workspace/membership-store.ts';
import { createOrganizationStore } from './workspace/organization-store.ts';
import { createWorkspaceStore } from './workspace/workspace-store.ts';

export interface ApplyOptions {
  /** A provider declared without a credential keeps the one it has: for commands that run without the gateway's environment. */
  readonly keepCredentials?: boolean;
}

/** Every gateway key and credential would be unreadable: starting would only hide it. */
export class WrongMasterKey extends Error {
  constructor() {
    super(
      'the master key is not the one this database was made with: restore the file master.key in dataDir, ' +
        'or ONEFIREWALL_MASTER_KEY, or begin with an empty database',
    );
    this.name = 'WrongMasterKey';
  }
}

export type Declared = Pick<Config, 'organization' | 'providers' | 'users' | 'workspaces'> &
  Partial<Pick<Config, 'signIn'>>;

/**
 * Providers and workspaces that the file no longer names are deleted, memberships too; its users are kept and released.
 * A member's e-mail address that nobody has yet becomes a user.
 * @throws WrongMasterKey, before anything is written
 */
export async function applyDeclared(
  database: Database,
  declared: Declared,
  masterKey: MasterKey,
  options: ApplyOptions = {},
): Promise<void> {
  await database.exclusively('apply-declared', async (inside) => {
    const organization = createOrganizationStore(inside);
    await organization.ensure(declared.organization.name);
    if (!(await organization.recognise(deriveKey(masterKey, 'fingerprint').toString('hex'))))
      throw new WrongMasterKey();
    await organization.declareRetention(declared.organization.retentionDays);
    await applyProviders(inside, declared, masterKey, options);
    await applySignIn(inside, declared, masterKey, options);
    const userIds = await applyUsers(inside, declared);
    await applyWorkspaces(inside, declared, userIds);
  });
}

async function applyProviders(
  database: Database,
  { providers }: Declared,
  masterKey: MasterKey,
  { keepCredentials = false }: ApplyOptions,
): Promise<void> {
  const store = createCredentialStore(database, masterKey);
  const existing = new Map((await store.list()).map((provider) => [provider.name, provider]));
  const connections = await store.connections();
  for (const declared of providers) {
    const current = existing.get(declared.name);
    // A row of another kind is another provider; nothing but its name is kept.
    if (current !== undefined && current.kind !== declared.kind) await store.delete(declared.name);
    if (current === undefined || current.kind !== declared.kind) {
      await store.create(declared, 'file');
      continue;
    }
    const { name, kind: _, apiKey: written, ...settings } = declared;
    const apiKey = keepCredentials && written === null ? (credentialOf(connections.get(name)) ?? null) : written;
    const before = providerSettingsSchema.strip().parse(current);
    const same = isDeepStrictEqual(before, settings) && credentialOf(connections.get(name)) === apiKey;
    if (!same || current.managedBy !== 'file') await store.update(name, { ...settings, apiKey }, { managedBy: 'file' });
  }
  const names = new Set(providers.map(({ name }) => name));
  for (const { name, managedBy } of existing.values()) {
    if (managedBy === 'file' && !names.has(name)) await store.delete(name);
  }
}

/** Undefined, which no declaration equals, when it was sealed under another master key: then it is sealed anew. */
function credentialOf(connection: { apiKey(): string | null } | undefined): string | null | undefined {
  try {
    return connection?.apiKey();
  } catch {
    return undefined;
  }
}

/** @returns user ids by e-mail address */
/** What the file says of the policy it owns as a whole; where it says nothing, the dashboard does. */
async function applySignIn(
  database: Database,
  { signIn }: Declared,
  masterKey: MasterKey,
  { keepCredentials = false }: ApplyOptions,
): Promise<void> {
  const policies = createSignInPolicyStore(database);
  const { requireTwoFactor, passwords, openid = [] } = signIn ?? {};
  const declared = requireTwoFactor !== undefined || passwords !== undefined;
  const policy = await policies.get();
  const wanted = { requireTwoFactor: requireTwoFactor ?? false, passwords: passwords ?? 'everybody' };
  if (declared && !isDeepStrictEqual(policy, { ...wanted, managedBy: 'file' })) await policies.update(wanted, 'file');
  if (!declared && policy.managedBy === 'file') await policies.update({}, null);

  // Nothing here shows where browsers are sent back to.
  const store = createSignInMethodStore({ database, masterKey, redirectUri: '', signedOutUri: '' });
  const existing = new Map((await store.list()).map((method) => [method.name, method]));
  for (const { name, clientSecret, ...settings } of openid) {
    const current = existing.get(name);
    const secret = keepCredentials && clientSecret === null ? undefined : clientSecret;
    if (current === undefined) await store.create({ name, clientSecret, ...settings }, 'file');
    else if (await differs(store, name, { ...settings, clientSecret: secret }, current.managedBy)) {
      // The file gives the secret anew with the issuer, also where that is none.
      const change = { ...settings, ...(secret === undefined ? {} : { clientSecret: secret }) };
      await store.update(name, change, { managedBy: 'file' });
    }
  }
  const names = new Set(openid.map(({ name }) => name));
  for (const { name, managedBy } of existing.values()) {
    if (managedBy === 'file' && !names.has(name)) await store.delete(name);
  }
}

async function differs(
  store: SignInMethodStore,
  name: string,
  wanted: { readonly clientSecret: string | null | undefined },
  managedBy: 'file' | null,
): Promise<boolean> {
  const opened = await store.open(name);
  if (opened === undefined || managedBy !== 'file') return true;
  const { name: _name, clientSecret, ...settings } = opened;
  const { clientSecret: secret, ...rest } = wanted;
  return !isDeepStrictEqual(settings, rest) || (secret !== undefined && secret !== clientSecret);
}

async function applyUsers(database: Database, declared: Declared): Promise<Map<string, string>> {
  const store = createUserStore(database);
  const existing = new Map((await store.list()).map((user) => [user.email, user]));
  const ids = new Map([...existing].map(([email, { id }]) => [email, id]));
  const named = new Set<string>();
  for (const { email: written, name, role } of declared.users) {
    const email = written.toLowerCase();
    named.add(email);
    const current = existing.get(email);
    if (current === undefined) {
      const user = await store.create({ email, role, ...(name === undefined ? {} : { name }) }, 'file');
      ids.set(email, user.id);
    } else if (current.managedBy !== 'file' || current.role !== role || current.name !== (name ?? current.name)) {
      await store.update(current.id, { role, name: name ?? current.name }, 'file');
    }
  }
  for (const { email: written } of declared.workspaces.flatMap(({ members }) => members)) {
    const email = written.toLowerCase();
    if (!ids.has(email)) ids.set(email, (await store.create({ email, role: 'member' })).id);
  }
  for (const { id, email, managedBy } of existing.values()) {
    if (managedBy === 'file' && !named.has(email)) await store.update(id, {}, null);
  }
  return ids;
}

async function applyWorkspaces(
  database: Database,
  declared: Declared,
  userIds: ReadonlyMap<string, string>,
): Promise<void> {
  const store = createWorkspaceStore(database);
  const existing = new Map((await store.list()).map((workspace) => [workspace.name, workspace]));
  for (const { name, title: written, members, ...rest } of declared.workspaces) {
    const settings = workspaceSettingsSchema.parse(rest);
    const title = written ?? name;
    const current = existing.get(name);
    let id = current?.id;
    if (id === undefined) id = (await store.create({ name, title, settings }, 'file')).id;
    else if (
      current?.managedBy !== 'file' ||
      current.archivedAt !== null ||
      current.title !== title ||
      !isDeepStrictEqual(current.settings, settings)
    ) {
      await store.update(name, { title, settings, archived: false }, { managedBy: 'file' });
    }
    await applyMembers(database, id, members, userIds);
  }
  const names = new Set(declared.workspaces.map(({ name }) => name));
  for (const { name, managedBy } of existing.values()) {
    if (managedBy === 'file' && !names.has(name)) await store.delete(name);
  }
}

async function applyMembers(
  database: Database,
  workspaceId: string,
  members: Declared['workspaces'][number]['members'],
  userIds: ReadonlyMap<string, string>,
): Promise<void> {
  const store = createMembershipStore(database);
  const existing = new Map((await store.list(workspaceId)).map((member) => [member.userId, member]));
  const named = new Set<string>();
  for (const { email, role } of members) {
    const userId = userIds.get(email.toLowerCase());
    if (userId === undefined) throw new Error('a declared member has no user');
    named.add(userId);
    const current = existing.get(userId);
    if (current?.role !== role || current.managedBy !== 'file') await store.set(workspaceId, userId, role, 'file');
  }
  for (const { userId, managedBy } of existing.values()) {
    if (managedBy === 'file' && !named.has(userId)) await store.remove(workspaceId, userId);
  }
}
