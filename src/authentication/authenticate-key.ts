/** From an Authorization header to a principal: on every request, so from memory while the configuration stands still. */
import { timingSafeEqual } from 'node:crypto';
import { limitsSchema } from '../contract/workspace.ts';
import type { MasterKey } from '../platform/crypto.ts';
import type { Database } from '../storage/database.ts';
import { createAddressTest } from './address-range.ts';
import { createSecretHasher, parseGatewayKey } from './gateway-key.ts';
import type { Principal } from './principal.ts';

/** Every reason but the address reads the same from outside: unknown, wrong, expired, revoked, its user disabled. */
export type KeyRefusal = 'invalid_api_key' | 'address_forbidden';

export type KeyAuthentication =
  | { readonly ok: true; readonly principal: Principal }
  | { readonly ok: false; readonly refusal: KeyRefusal };

/** @param clientAddress IPv4 or IPv6 text, already resolved behind trusted proxies */
export type KeyAuthenticator = (authorization: string | null, clientAddress: string) => Promise<KeyAuthentication>;

/** Entries kept per revision, those for ids that do not exist included. */
const CACHE_SIZE = 20_000;

const INVALID: KeyAuthentication = { ok: false, refusal: 'invalid_api_key' };
const ADDRESS_FORBIDDEN: KeyAuthentication = { ok: false, refusal: 'address_forbidden' };

export function createKeyAuthenticator(database: Database, masterKey: MasterKey): KeyAuthenticator {
  const hash = createSecretHasher(masterKey);
  const load = createEntryLoader(database);
  let cache = new Map<string, Entry>();
  let cachedAt: number | undefined;

  const find = async (id: string): Promise<Entry> => {
    const read = database.readRevision();
    const revision = typeof read === 'number' ? read : await read;
    if (revision !== cachedAt || cache.size >= CACHE_SIZE) {
      cache = new Map();
      cachedAt = revision;
    }
    const known = cache.get(id);
    if (known !== undefined) return known;
    const target = cache;
    const entry = await load(id, revision);
    target.set(id, entry);
    return entry;
  };

  return async (authorization, clientAddress) => {
    const parts = parseGatewayKey(bearerToken(authorization));
    const candidate = hash(parts ?? NOBODY);
    const entry = parts === undefined ? UNKNOWN : await find(parts.id);
    if (!timingSafeEqual(candidate, entry.hash) || entry.principal === null) return INVALID;
    if (entry.expiresAt !== null && Date.now() >= entry.expiresAt) return INVALID;
    if (entry.addressTest !== null && !entry.addressTest(clientAddress)) return ADDRESS_FORBIDDEN;
    return entry.accepted;
  };
}

interface Entry {
  readonly hash: Buffer;
  /** Null for a key that is unknown or revoked, or whose user is disabled. */
  readonly principal: Principal | null;
  readonly accepted: KeyAuthentication;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
  readonly addressTest: ((address: string) => boolean) | null;
}

/** What a key that does not exist is compared with: 32 zeros, the length of SHA-256. */
const UNKNOWN: Entry = {
  hash: Buffer.alloc(32),
  principal: null,
  accepted: INVALID,
  expiresAt: null,
  addressTest: null,
};
const NOBODY = { id: '0'.repeat(12), secret: '0'.repeat(24) };

function createEntryLoader(database: Database): (id: string, revision: number) => Promise<Entry> {
  const select = (id: string) =>
    database.query
      .selectFrom('gateway_key')
      .innerJoin('user', 'user.id', 'gateway_key.user_id')
      .selectAll('gateway_key')
      .select(['user.email', 'user.role', 'user.disabled'])
      .where('gateway_key.id', '=', id);
  return async (id, revision) => {
    const row = await select(id).executeTakeFirst();
    if (row === undefined || row.revoked_at !== null || row.disabled !== 0) return UNKNOWN;
    const principal: Principal = Object.freeze({
      userId: row.user_id,
      email: row.email,
      keyId: row.id,
      keyName: row.name,
      organizationRole: row.role,
      scope: row.scope === null ? null : (JSON.parse(row.scope) as string[]),
      limits: row.limits === null ? null : limitsSchema.parse(JSON.parse(row.limits)),
      revision,
    });
    return {
      hash: Buffer.from(row.secret_hash, 'hex'),
      principal,
      accepted: { ok: true, principal },
      expiresAt: row.expires_at === null ? null : row.expires_at * 1000,
      addressTest: row.address_ranges === null ? null : createAddressTest(JSON.parse(row.address_ranges) as string[]),
    };
  };
}

/** RFC 6750 section 2.1, the scheme's name in any case (RFC 9110 section 11.1). Anything else is no key. */
function bearerToken(authorization: string | null): string {
  if (authorization === null || authorization.length > 300) return '';
  const space = authorization.indexOf(' ');
  if (space < 0 || authorization.slice(0, space).toLowerCase() !== 'bearer') return '';
  return authorization.slice(space + 1).trim();
}
