import { afterAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKey, loadMasterKey, open, seal } from '../../src/platform/crypto.ts';
import { testMasterKey } from '../support/fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'onefirewall-crypto-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the master key', () => {
  test('is made at first start, for its owner only, and found at the second', async () => {
    const file = join(folder, 'data', 'master.key');
    const made = await loadMasterKey({ file });
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await loadMasterKey({ file })).toEqual(made);
    expect(await loadMasterKey({ file, env: '' })).toEqual(made);
  });

  test('is the same for all who start at once', async () => {
    const file = join(folder, 'race', 'master.key');
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadMasterKey({ file })));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  });

  test("the environment's wins and leaves no file", async () => {
    const file = join(folder, 'unused.key');
    const key = Buffer.alloc(32, 5);
    expect(await loadMasterKey({ file, env: key.toString('base64') })).toEqual(key as typeof testMasterKey);
    expect(() => statSync(file)).toThrow();
  });

  test.each(['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), '!'.repeat(43)])(
    'a typo does not become a key: %s',
    async (text) => {
      const file = join(folder, 'typo.key');
      await expect(loadMasterKey({ file, env: text })).rejects.toThrow('ONEFIREWALL_MASTER_KEY');
      writeFileSync(file, text);
      await expect(loadMasterKey({ file })).rejects.toThrow('typo.key');
    },
  );
});

describe('sealed values', () => {
  const key = deriveKey(testMasterKey, 'test');

  test('open under the same key and context', () => {
    for (const text of ['', 'a', 'ümläut 😀', 'x'.repeat(10_000)]) {
      expect(open(key, seal(key, text, 'row:1'), 'row:1')).toBe(text);
    }
    expect(seal(key, 'a', 'row:1')).not.toBe(seal(key, 'a', 'row:1'));
  });

  test('open under nothing else, and not when a bit is changed', () => {
    const sealed = seal(key, 'value', 'row:1');
    expect(() => open(deriveKey(testMasterKey, 'other'), sealed, 'row:1')).toThrow();
    expect(() => open(key, sealed, 'row:2')).toThrow();
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => open(key, `v1.${changed.toString('base64')}`, 'row:1')).toThrow();
    }
    for (const text of ['', 'v1.', 'v2.AAAA', sealed.slice(0, -8)]) expect(() => open(key, text, 'row:1')).toThrow();
  });

  test('a purpose has a key of its own', () => {
    expect(deriveKey(testMasterKey, 'a')).not.toEqual(deriveKey(testMasterKey, 'b'));
    expect(deriveKey(testMasterKey, 'a')).toEqual(deriveKey(testMasterKey, 'a'));
  });
});
