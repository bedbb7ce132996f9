/** Streets without any street word: only town and postcode after them make an address of them. */
import type { Street } from './street.ts';

const UNTYPED =
  /\p{Lu}[\p{L}\p{M}'’-]{1,24}(?: (?:(?:du|de|des|la|le|da|do|dos) ){0,2}\p{Lu}[\p{L}\p{M}'’-]{1,24}){0,4}(?= ?(?:,|\r?\n|\\n|(?:Apt|Suite|Unit|Lote|\d{1,2} étage)\b))/uy;

/** A number and a name, then town, state and ZIP code. */
export function readUntyped(text: string, start: number, at: number): Street | undefined {
  UNTYPED.lastIndex = at;
  return UNTYPED.test(text) ? { start, end: UNTYPED.lastIndex, strength: 0 } : undefined;
}

const UNTYPED_BEFORE =
  /(?<![\p{L}\p{M}\d_.@/-])\p{Lu}[\p{L}\p{M}'’-]{0,24}(?: (?:(?:de|del|la|van|der|den|na|nad|pod|u|aux?|du) ){0,2}\p{Lu}[\p{L}\p{M}'’-]{1,24}){0,3} $/u;
/** After the number: the end of the street part, or a unit before it. */
export const PART_ENDS =
  /^(?: [A-Z](?![\p{L}\d]))?(?:,|\r?\n|\\n| (?:Apt|Suite|Lgh|Hus|Oppgang|Leil|m\.|[A-H] \d|\d{1,2}\.? ?(?:OG|em|étage|hoog)|Zimmer|bis|kv|кв|Γρ))/u;

/** A name and a number, then postcode and town: only worth a look when a comma, line end or unit follows. */
export function readUntypedBefore(text: string, numberStart: number, numberEnd: number): Street | undefined {
  if (text.charCodeAt(numberStart - 1) !== 32 || !mayEndPart(text, numberEnd)) return undefined;
  if (!PART_ENDS.test(text.slice(numberEnd, numberEnd + 10))) return undefined;
  const window = text.slice(Math.max(0, numberStart - 60), numberStart);
  const name = UNTYPED_BEFORE.exec(window.slice(window.lastIndexOf('\n') + 1))?.[0];
  return name === undefined ? undefined : { start: numberStart - name.length, end: numberEnd, strength: 0 };
}

/** Tells most places by one or two letters: what `PART_ENDS` can begin with. */
export function mayEndPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 32) return code === 44 || code === 10 || code === 13 || code === 92;
  const next = text.charCodeAt(at + 1);
  // Of the words in small letters only `bis`, `kv` and `m.` count.
  return next < 97 || next > 122 || next === 98 || next === 107 || next === 109;
}
