import classes from './visible-text.module.css';

/**
 * Characters that show nothing or turn the text around them: controls, zero-width characters, directional marks, embeddings, overrides and
 * isolates (Unicode Standard Annex 9), tag characters. Joiners stay: emoji and several scripts are written with them.
 */
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text that somebody else wrote: never markup, and what would hide or reorder it is shown as what it is. */
export function VisibleText({ text }: { readonly text: string }) {
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(HIDDEN)) {
    if (found.index > from) pieces.push(<bdi key={from}>{text.slice(from, found.index)}</bdi>);
    pieces.push(<HiddenCharacter key={`c${found.index}`} character={found[0]} />);
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push(<bdi key={from}>{text.slice(from)}</bdi>);
  return <>{pieces}</>;
}

/** For places that show plain text only, such as the title of the window. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

function HiddenCharacter({ character }: { readonly character: string }) {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return <span className={classes.hidden}>{code}</span>;
}
