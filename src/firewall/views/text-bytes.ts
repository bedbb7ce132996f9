/** Whether a byte may stand in text: no control character, and none that UTF-8 never has. */
export const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte !== 0x7f && byte !== 0xc0 && byte !== 0xc1 && byte < 0xf5) ||
  byte === 0x0a ||
  byte === 0x0d ||
  byte === 0x09;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the bytes say, or null where they are no text or too few for a value. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.length < 8) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
