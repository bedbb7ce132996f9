/** What the readers of streets hand back, and the character tests they share. */
export interface Street {
  readonly start: number;
  readonly end: number;
  /** 0: no street word at all, a town with postcode must follow. 3 a street by itself, 2 likely, 1 only with a unit, town and postcode, or an address word near it. */
  readonly strength: 0 | 1 | 2 | 3;
  /** Its type is a word that hardly stands elsewhere after a number and a name: `Forks`, `Shoals`, `Brook`. */
  readonly rare?: boolean;
}

/** A word that begins with a capital. */
export const CAPITAL = /^\p{Lu}/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0;
}
