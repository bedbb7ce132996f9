/** Which views a text needs: one pass over its code units, so that plain text costs nothing more. */
export const NON_ASCII = 1;
/** `&`, `%`, `\` or `=`: perhaps an escape. */
export const ESCAPE = 2;
/** 14 characters and more of the base64 alphabet, which holds the hexadecimal one. */
export const LONG_RUN = 4;
/** Five words of one or two characters in a row. */
export const SPELLED = 8;
/** A tag, a table cell, emphasis or code marks. */
export const MARKUP = 16;
export const LINE_END = 32;
export const DIGIT = 64;
export const AT_SIGN = 128;

const LONG = 14;
const SPELLED_RUN = 5;

const WORD = 1 << 8;
const RUN = 1 << 9;
const CLASSES = new Uint16Array(128);
for (const character of '+/_-') CLASSES[character.charCodeAt(0)] = RUN;
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
  CLASSES[character.charCodeAt(0)] = RUN | WORD;
}
for (const character of '0123456789') CLASSES[character.charCodeAt(0)] = RUN | WORD | DIGIT;
for (const character of '&%\\=') CLASSES[character.charCodeAt(0)] = ESCAPE;
for (const character of '<`*~|') CLASSES[character.charCodeAt(0)] = MARKUP;
CLASSES[0x0a] = LINE_END;
CLASSES[0x40] = AT_SIGN;

export function scanTriggers(text: string): number {
  let found = 0;
  let run = 0;
  let word = 0;
  let spelled = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = unit < 0x80 ? CLASSES[unit]! : NON_ASCII;
    found |= kind;
    if (kind & RUN) {
      if (++run === LONG) found |= LONG_RUN;
    } else run = 0;
    if (kind & WORD) word++;
    else if (word !== 0) {
      // A blank after a blank, or a mark between blanks, does not end a series of short words; a longer word does.
      if (word > 2) spelled = 0;
      else if (++spelled === SPELLED_RUN) found |= SPELLED;
      word = 0;
    }
  }
  return found & ~(RUN | WORD);
}
