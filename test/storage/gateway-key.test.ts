import { describe, expect, setSystemTime, test } from 'bun:test';
import { createKeyAuthenticator } from '../../src/authentication/authenticate-key.ts';
import {
  createSecretHasher,
  GATEWAY_KEY_LENGTH,
  generateGatewayKey,
  parseGatewayKey,
} from '../../src/authentication/gateway-key.ts';
import { createGatewayKeyStore } from '../../src/authentication/gateway-key-store.ts';
import { createUserStore } from '../../src/authentication/user-store.ts';
import { type GatewayKeyInput, gatewayKeyInputSchema } from '../../src/contract/gateway-key.ts';
import type { MasterKey } from '../../src/platform/crypto.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { testMasterKey } from '../support/fixtures.ts';

const ADDRESS = '10.1.2.3';
const REFUSED = { ok: false, refusal: 'invalid_api_key' } as const;

describe('the form of a key', () => {
  test('what is generated is read back', () => {
    for (let count = 0; count < 200; count += 1) {
      const { key, id, secret } = generateGatewayKey();
      expect(key).toHaveLength(GATEWAY_KEY_LENGTH);
      expect(key).toMatch(/^ofw_[0-9A-Za-z]+$/);
      expect(parseGatewayKey(key)).toEqual({ id, secret });
    }
  });

  test('every single wrong character, swap and length is noticed', () => {
    const { key } = generateGatewayKey();
    for (let place = 0; place < key.length; place += 1) {
      const other = key[place] === 'x' ? 'y' : 'x';
      expect(parseGatewayKey(key.slice(0, place) + other + key.slice(place + 1))).toBeUndefined();
      expect(parseGatewayKey(key.slice(0, place) + key.slice(place + 1))).toBeUndefined();
      if (place > 0 && key[place] !== key[place - 1]) {
        const swapped = key.slice(0, place - 1) + key[place] + key[place - 1] + key.slice(place + 1);
        expect(parseGatewayKey(swapped)).toBeUndefined();
      }
    }
    for (const text of ['', 'ofw_', `${key}x`, ` ${key}`, `${key}\n`, key.toUpperCase(), 'x'.repeat(1_000_000)]) {
      expect(parseGatewayKey(text)).toBeUndefined();
    }
  });

  test('every character is as likely as the next', () => {
    const counts = new Map<string, number>();
    for (let count = 0; count < 4000; count += 1) {
      for (const character of generateGatewayKey().secret) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    const expected = (4000 * 24) / 62;
    expect(counts.size).toBe(62);
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 61 degrees of freedom: 110 is passed by chance once in ten thousand runs; the bias this guards against gives over 1000.
    expect(chi).toBeLessThan(140);
  });
});

onEveryDatabase('gateway keys', (get) => {
  let people = 0;
  const setUp = async (input: Partial<GatewayKeyInput> = {}) => {
    const { database } = get();
    people += 1;
    const users = createUserStore(database);
    const user = await users.create({ email: `user-${people}@example.test`, role: 'member' });
    const store = createGatewayKeyStore(database, testMasterKey);
    const made = await store.create(user.id, { ...gatewayKeyInputSchema.parse({ name: 'key' }), ...input });
    return { ...made, database, users, user, store, authenticate: createKeyAuthenticator(database, testMasterKey) };
  };

  test('a key names its principal, again and again', async () => {
    const { authenticate, key, view, user } = await setUp({ limits: { requestsPerMinute: 5 } });
    for (const header of [`Bearer ${key}`, `bearer ${key}`, `BEARER   ${key} `]) {
      expect(await authenticate(header, ADDRESS)).toMatchObject({
        ok: true,
        principal: {
          userId: user.id,
          email: user.email,
          keyId: view.id,
          keyName: 'key',
          organizationRole: 'member',
          scope: null,
          limits: { requestsPerMinute: 5 },
        },
      });
    }
  });

  test('anything else is refused, and reads the same', async () => {
    const { authenticate, key } = await setUp();
    const unknown = generateGatewayKey().key;
    // Another secret under a public id that exists, with the right checksum.
    const id = key.slice(4, 16);
    const forged = withChecksum(`ofw_${id}${generateGatewayKey().secret}`);
    for (const header of [
      null,
      '',
      'Bearer',
      'Bearer ',
      key,
      `Basic ${key}`,
      `Bearer ${unknown}`,
      `Bearer ${forged}`,
    ]) {
      expect(await authenticate(header, ADDRESS)).toEqual(REFUSED);
    }
    expect(parseGatewayKey(forged)?.id).toBe(id);
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toMatchObject({ ok: true });
  });

  test('a refused id is known as soon as it exists', async () => {
    const { authenticate, database } = await setUp();
    const { key, id, secret } = generateGatewayKey();
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toEqual(REFUSED);
    const { view, user } = await setUp();
    const hash = createSecretHasher(testMasterKey)({ id, secret }).toString('hex');
    await database.query.updateTable('gateway_key').set({ id, secret_hash: hash }).where('id', '=', view.id).execute();
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toMatchObject({ principal: { userId: user.id } });
  });

  test('revoking on one node counts on the other from the next request on', async () => {
    const { key, view, user, store } = await setUp();
    const second = await openDatabase(get().url);
    const authenticate = createKeyAuthenticator(second, testMasterKey);
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toMatchObject({ ok: true });
    expect(await store.revoke('somebody else', view.id)).toBe(false);
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toMatchObject({ ok: true });
    expect(await store.revoke(user.id, view.id)).toBe(true);
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toEqual(REFUSED);
    await second.close();
  });

  test('a user who is disabled or removed has no keys', async () => {
    const disabled = await setUp();
    const header = `Bearer ${disabled.key}`;
    expect(await disabled.authenticate(header, ADDRESS)).toMatchObject({ ok: true });
    await disabled.users.update(disabled.user.id, { disabled: true });
    expect(await disabled.authenticate(header, ADDRESS)).toEqual(REFUSED);
    await disabled.users.update(disabled.user.id, { disabled: false });
    expect(await disabled.authenticate(header, ADDRESS)).toMatchObject({ ok: true });
    await disabled.users.delete(disabled.user.id);
    expect(await disabled.authenticate(header, ADDRESS)).toEqual(REFUSED);
  });

  test('a key expires without anybody doing anything', async () => {
    const end = Math.ceil(Date.now() / 1000) * 1000 + 3_600_000;
    const { authenticate, key } = await setUp({ expiresAt: new Date(end).toISOString() });
    expect(await authenticate(`Bearer ${key}`, ADDRESS)).toMatchObject({ ok: true });
    try {
      setSystemTime(end - 1);
      expect(await authenticate(`Bearer ${key}`, ADDRESS)).toMatchObject({ ok: true });
      setSystemTime(end);
      expect(await authenticate(`Bearer ${key}`, ADDRESS)).toEqual(REFUSED);
    } finally {
      setSystemTime();
    }
  });

  test('a key with address ranges is refused from elsewhere', async () => {
    const { authenticate, key } = await setUp({ addressRanges: ['10.1.0.0/16', '192.0.2.7', '2001:db8::/32'] });
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:DB8::1']) {
      expect(await authenticate(`Bearer ${key}`, address)).toMatchObject({ ok: true });
    }
    for (const address of ['10.2.0.1', '192.0.2.8', '2001:db9::1', '::1', '', 'unknown']) {
      expect(await authenticate(`Bearer ${key}`, address)).toEqual({ ok: false, refusal: 'address_forbidden' });
    }
  });

  test('under another master key no key is good', async () => {
    const { database, key } = await setUp();
    const other = createKeyAuthenticator(database, Buffer.alloc(32, 8) as MasterKey);
    expect(await other(`Bearer ${key}`, ADDRESS)).toEqual(REFUSED);
  });

  test('a key cannot be turned into SQL', async () => {
    const { authenticate, database } = await setUp();
    const before = await database.query.selectFrom('gateway_key').selectAll().execute();
    for (const header of ["Bearer ofw_' or 1=1; drop table gateway_key; --", 'Bearer ofw_\0%_$1?']) {
      expect(await authenticate(header, "'; drop table user; --")).toEqual(REFUSED);
    }
    expect(await database.query.selectFrom('gateway_key').selectAll().execute()).toEqual(before);
  });
});

/** A key whose checksum is right, made the way an attacker would who read the source. */
function withChecksum(body: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = Bun.hash.crc32(body);
  let text = '';
  for (let place = 0; place < 6; place += 1) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return body + text;
}
