/** CRC-32 (ISO 3309, reflected 0xEDB88320) as used by GitHub and npm in the last six characters of their tokens. */
const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  TABLE[n] = c >>> 0;
}

/** CRC-32 of the low bytes of a text, as an unsigned number. */
export const crc32 = (text: string): number => {
  let c = 0xffffffff;
  for (let i = 0; i < text.length; i++) c = (c >>> 8) ^ (TABLE[(c ^ text.charCodeAt(i)) & 0xff] ?? 0);
  return (c ^ 0xffffffff) >>> 0;
};

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The number in base 62, digits first, then capitals, then small letters, left-padded with zeros to `width`. */
export const base62 = (value: number, width: number): string => {
  let rest = value;
  let out = '';
  while (rest > 0) {
    out = (BASE62[rest % 62] ?? '') + out;
    rest = Math.floor(rest / 62);
  }
  return out.padStart(width, '0');
};

/**
 * Whether the last six characters of the token body are the base-62 CRC-32 of the characters before them.
 * github.blog/2021-04-05-behind-githubs-new-authentication-token-formats describes it; npm's tokens follow it.
 */
export const endsWithCrc32 = (body: string): boolean =>
  body.length > 6 && base62(crc32(body.slice(0, -6)), 6) === body.slice(-6);
