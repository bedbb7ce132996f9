import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { isTextByte, textOf } from './text-bytes.ts';

/** Text is not compressed further than this: a bomb is not unpacked. */
const MOST_PER_BYTE = 32;
const MOST_BYTES = 256 * 1024;

/** What was compressed with gzip (RFC 1952) or zlib (RFC 1950), also where its end is missing; null for anything else. */
export function inflatedText(packed: Uint8Array): string | null {
  const options = {
    maxOutputLength: Math.min(MOST_BYTES, packed.length * MOST_PER_BYTE),
    finishFlush: constants.Z_SYNC_FLUSH,
  };
  let bytes: Uint8Array;
  try {
    bytes = packed[0] === 0x1f ? gunzipSync(packed, options) : inflateSync(packed, options);
  } catch {
    return null;
  }
  return bytes.every(isTextByte) ? textOf(bytes) : null;
}
