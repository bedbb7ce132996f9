import { decodeEdits } from '../views/decode.ts';
import { editedLayer, originalLayer } from '../views/layer.ts';

/** A value written as percent encoding or with HTML references, and the placeholder's brackets in the same manner. */
export interface Encoding {
  readonly plain: string;
  readonly open: string;
  readonly close: string;
}

/**
 * How a spelling is encoded, where restoring would encode the plain value to the very same characters: then `%5BEMAIL_1%5D` stands for
 * it and comes back as it was. Undefined for all other spellings.
 */
export function encodingOf(written: string): Encoding | undefined {
  if (!MAY_ENCODE.test(written)) return undefined;
  const edits = decodeEdits(written);
  if (edits.length === 0) return undefined;
  const plain = editedLayer(originalLayer(written), edits).text;
  if (encodePercent(plain) === written) return { plain, open: '%5B', close: '%5D' };
  return encodeHtml(plain) === written ? { plain, open: '&#91;', close: '&#93;' } : undefined;
}

const MAY_ENCODE = /%[0-9A-F]{2}|&(?:amp|lt|gt|quot|#39);/;

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const encodeHtml = (value: string): string => value.replace(/[&<>"']/g, (char) => HTML[char] ?? char);

/** RFC 3986, as `encodeURIComponent` does it, which knows no lone surrogates. */
export const encodePercent = (value: string): string => encodeURIComponent(value.toWellFormed());
