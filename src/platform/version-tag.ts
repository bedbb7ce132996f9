/** What a row holds, as one short word that changes with it: the entity tag of RFC 9110 section 8.8.3, without its quotes. */

/** 96 bits, enough for what nobody profits from forging. Only for comparing: what went in cannot be read from it. */
export function versionTag(...parts: readonly (string | number | null)[]): string {
  return new Bun.CryptoHasher('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
