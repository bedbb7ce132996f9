/** Keys and sealed values: HKDF-SHA256 (RFC 5869) from one master key, AES-256-GCM (NIST SP 800-38D) for what is kept. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open as openFile, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** 32 random bytes; everything secret that the gateway keeps is derived from it or sealed under it. */
export type MasterKey = Buffer & { readonly __brand: 'MasterKey' };

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED_PREFIX = 'v1.';

/**
 * The environment's key (`ONEFIREWALL_MASTER_KEY`, base64 of 32 bytes) wins; else the file's, which is made on first start,
 * readable by its owner only.
 * @throws when a key is present and is not 32 bytes: a typo must not become a new key
 */
export async function loadMasterKey(source: {
  readonly file: string;
  readonly env?: string | undefined;
}): Promise<MasterKey> {
  if (source.env !== undefined && source.env !== '') return decodeMasterKey(source.env, 'ONEFIREWALL_MASTER_KEY');
  const existing = await readKeyFile(source.file);
  if (existing !== undefined) return decodeMasterKey(existing, source.file);
  await createKeyFile(source.file);
  return decodeMasterKey((await readKeyFile(source.file)) ?? '', source.file);
}

/** A key for one purpose; knowing it tells nothing about the master key or another purpose's. */
export function deriveKey(master: MasterKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'onefirewall', purpose, KEY_BYTES));
}

/** HMAC-SHA256, as bytes. */
export function keyedHash(key: Uint8Array, text: string): Buffer {
  return new Bun.CryptoHasher('sha256', key).update(text).digest();
}

/** @param context what the value belongs to (a table and a row's id): sealed under one context it opens under no other */
export function seal(key: Uint8Array, plaintext: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return SEALED_PREFIX + sealed.toString('base64');
}

/** @throws when the key, the context or a single bit differs */
export function open(key: Uint8Array, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed.slice(SEALED_PREFIX.length), 'base64');
  if (!sealed.startsWith(SEALED_PREFIX) || bytes.length < NONCE_BYTES + TAG_BYTES)
    throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const plaintext = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES), undefined, 'utf8');
  return plaintext + decipher.final('utf8');
}

function decodeMasterKey(text: string, where: string): MasterKey {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, 'base64');
  if (bytes.length !== KEY_BYTES || !/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) {
    throw new Error(`the master key in ${where} must be the base64 of ${KEY_BYTES} bytes`);
  }
  return bytes as MasterKey;
}

async function readKeyFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole under another name, then linked: of two nodes starting at once one wins, and neither reads half a key. */
async function createKeyFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await openFile(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}
