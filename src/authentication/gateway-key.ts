/**
 * The form of a gateway key: `ofw_`, 12 characters public id, 24 characters secret (142 bits), 6 characters CRC-32 of all
 * before, base 62. The prefix lets scanners recognise a leaked key, the checksum lets us refuse a typo without a query.
 */
import { randomBytes } from 'node:crypto';
import { deriveKey, keyedHash, type MasterKey } from '../platform/crypto.ts';

export interface GatewayKeyParts {
  readonly id: string;
  readonly secret: string;
}

const PREFIX = 'ofw_';
const ID_LENGTH = 12;
const SECRET_LENGTH = 24;
const CHECKSUM_LENGTH = 6;
const BODY_LENGTH = PREFIX.length + ID_LENGTH + SECRET_LENGTH;
export const GATEWAY_KEY_LENGTH = BODY_LENGTH + CHECKSUM_LENGTH;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^ofw_[0-9A-Za-z]{42}$/;
/** Well formed, belongs to nobody: what a malformed key is compared as. */
const NOBODY = `${PREFIX}${'0'.repeat(ID_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH)}`;

export function generateGatewayKey(): GatewayKeyParts & { readonly key: string; readonly hint: string } {
  const id = randomText(ID_LENGTH);
  const secret = randomText(SECRET_LENGTH);
  const body = PREFIX + id + secret;
  const key = body + checksum(body);
  return { id, secret, key, hint: `${key.slice(0, 8)}...${key.slice(-4)}` };
}

/** The same steps for every input: a malformed key costs what a good one does. Undefined when malformed or mistyped. */
export function parseGatewayKey(text: string): GatewayKeyParts | undefined {
  const formed = FORM.test(text);
  const key = formed ? text : NOBODY;
  const matches = checksum(key.slice(0, BODY_LENGTH)) === key.slice(BODY_LENGTH);
  const parts = {
    id: key.slice(PREFIX.length, PREFIX.length + ID_LENGTH),
    secret: key.slice(PREFIX.length + ID_LENGTH, BODY_LENGTH),
  };
  return formed && matches ? parts : undefined;
}

/** What is stored of a secret: without the master key, a copy of the database is no list of guesses to test. */
export function createSecretHasher(masterKey: MasterKey): (parts: GatewayKeyParts) => Buffer {
  const key = deriveKey(masterKey, 'gateway-key-hash');
  return ({ id, secret }) => keyedHash(key, `${id}.${secret}`);
}

function checksum(body: string): string {
  let rest = Bun.hash.crc32(body);
  let text = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    text = ALPHABET.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** Every character equally likely: bytes from 248 up, which would favour the first letters, are drawn again. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62);
    }
  }
  return text;
}
