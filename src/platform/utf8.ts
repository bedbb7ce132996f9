const strict = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** UTF-8 as text. Throws TypeError for bytes that are none. */
export const decodeUtf8 = (bytes: Uint8Array): string => strict.decode(bytes);

/** Text as UTF-8, in a buffer of its own. */
export const encodeUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
