import { createHash } from 'node:crypto';
import { keccak256 } from './crypto-wallet-keccak.ts';

const BITCOIN_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The XRP Ledger's order of the same characters. */
export const RIPPLE_ALPHABET = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

/** What Base58Check holds before its four check bytes (version first), or undefined where the check fails. */
export function base58CheckPayload(word: string, alphabet = BITCOIN_ALPHABET): Uint8Array | undefined {
  const bytes = base58Bytes(word, alphabet);
  if (bytes === undefined || bytes.length < 5) return undefined;
  const payload = bytes.subarray(0, bytes.length - 4);
  const check = sha256(sha256(payload));
  for (let index = 0; index < 4; index++) if (check[index] !== bytes[payload.length + index]) return undefined;
  return payload;
}

/** How many bytes a word of Base58 stands for; undefined when a character is not of the alphabet. */
export function base58Length(word: string): number | undefined {
  return base58Bytes(word, BITCOIN_ALPHABET)?.length;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function base58Bytes(word: string, alphabet: string): Uint8Array | undefined {
  const little: number[] = [];
  let zeros = 0;
  for (let index = 0; index < word.length; index++) {
    let carry = alphabet.indexOf(word[index] ?? '');
    if (carry < 0) return undefined;
    if (carry === 0 && zeros === index) zeros++;
    for (let place = 0; place < little.length; place++) {
      carry += (little[place] ?? 0) * 58;
      little[place] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) little.push(carry & 255);
  }
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...little.reverse()]);
}

const BECH32_ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Whether the check sum of BIP 173 (Bech32) or BIP 350 (Bech32m) stands. The human-readable part ends at the last `1`. */
export function bech32Valid(word: string): boolean {
  const lower = word.toLowerCase();
  if (lower !== word && word.toUpperCase() !== word) return false;
  const one = lower.lastIndexOf('1');
  if (one < 1 || lower.length - one < 7) return false;
  let check = 1;
  for (let index = 0; index < one; index++) check = polymod(check, lower.charCodeAt(index) >> 5);
  check = polymod(check, 0);
  for (let index = 0; index < one; index++) check = polymod(check, lower.charCodeAt(index) & 31);
  for (let index = one + 1; index < lower.length; index++) {
    const value = BECH32_ALPHABET.indexOf(lower[index] ?? '');
    if (value < 0) return false;
    check = polymod(check, value);
  }
  return check === 1 || check === 0x2bc830a3;
}

function polymod(check: number, value: number): number {
  const top = check >>> 25;
  let next = ((check & 0x1ffffff) << 5) ^ value;
  for (let bit = 0; bit < 5; bit++) if ((top >> bit) & 1) next ^= GENERATOR[bit] ?? 0;
  return next;
}

const BASE32_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Whether a Stellar strkey's CRC-16/XMODEM stands. SEP-0023. */
export function stellarValid(word: string): boolean {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (let index = 0; index < word.length; index++) {
    const value = BASE32_ALPHABET.indexOf(word[index] ?? '');
    if (value < 0) return false;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
    }
  }
  if (bytes.length !== 35) return false;
  let crc = 0;
  for (let index = 0; index < 33; index++) {
    crc ^= (bytes[index] ?? 0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return bytes[33] === (crc & 255) && bytes[34] === crc >> 8;
}

/** Whether the case of forty hexadecimal digits is the check sum of ERC-55. */
export function eip55Valid(hex: string): boolean {
  const lower = hex.toLowerCase();
  const hash = keccak256(new TextEncoder().encode(lower));
  for (let index = 0; index < 40; index++) {
    const code = hex.charCodeAt(index);
    if (code < 65) continue;
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15;
    if (nibble >= 8 !== code < 97) return false;
  }
  return true;
}
