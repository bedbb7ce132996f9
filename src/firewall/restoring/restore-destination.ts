import {
  beginsAuthority,
  endsAuthority,
  endsAuthorityFirmly,
  hasWebScheme,
  hasWww,
  hostOf,
  isBlank,
  isSlash,
  isTagStart,
  leadsNowhereElse,
  noteOf,
} from './restore-link.ts';

/**
 * Follows the text of an answer and knows when it is inside a link: a bare address, a Markdown target, a reference definition, an HTML
 * attribute. A value restored into a link to a foreign host would leave through it (an image is fetched without a click), so
 * values go only into links whose hosts the caller wrote or the workspace allows, or that name no host at all.
 *
 * Where in doubt it is a link: a refusal leaves the placeholder, a miss leaks the value. Syntax: CommonMark 0.31 and GFM
 * autolinks, the WHATWG URL and HTML standards as browsers read them (backslash as slash, extra slashes, schemes without slashes).
 */
export interface Destination {
  /** True while no link is open and nothing points to one: only characters of `LINK_CHARACTERS` matter then. */
  quiet(): boolean;
  feed(code: number): void;
  /** The text ends here; what follows is another. */
  end(): void;
  /** Whether the value of `name` may be restored here. */
  allows(name: string): boolean;
}

export interface DestinationOptions {
  /** Whether a host (lower case, no port) or a link as written (`noteOf`) may receive values. */
  readonly allowed: (key: string) => boolean;
  /**
   * Whether a host may receive values in what a client fetches by itself. A text that the caller only pasted may name a host and ask for
   * an image from there, so that the caller wrote it is not enough.
   */
  readonly trusted: (host: string) => boolean;
  /** Called with every host and, from `allows`, every link as written: to collect what the caller wrote. */
  readonly learn?: (key: string) => void;
}

/** By ASCII code: 1 for the characters that can begin a link. */
export const LINK_CHARACTERS: Uint8Array = new Uint8Array(128);
for (const char of ':/](<.wW"\'!') LINK_CHARACTERS[char.charCodeAt(0)] = 1;

const NONE = 0;
const BARE = 1;
const TARGET = 2;
const DEFINITION = 3;
const TAG = 4;
const ATTRIBUTE = 5;

/** A host has at most 253 characters (RFC 1035); user names and ports come on top. */
const MAX_AUTHORITY = 512;
const MAX_LINK = 512;

export function createDestination({ allowed, trusted, learn }: DestinationOptions): Destination {
  let place = NONE;
  /** How far the text has come towards a link: `:` 1, `:/` 2, `]` 3, `w` 4, `ww` 5, `www` 6, `<` 7, `(` or a quote 8, `(/` 9, `!` 10. */
  let lead = 0;
  let link = '';
  let authority: string | undefined;
  let refused = false;
  /** The authority has ended by a character that ends a link in text, but not in a browser that reads on: an `@` would move the host. */
  let loose = false;
  let depth = 0;
  let quote = 0;
  let attribute = '';
  /** A `<word` without its `>`: what looks like text may be its attributes, and the other way round. */
  let tag = false;
  /** The target stands in `<...>`. */
  let angle = false;
  /** A `<base>` has given links without a host one. */
  let rebased = false;
  /** The tag is an `<a>`; its name has been read. */
  let anchor = false;
  let named = false;
  /** `![` has come: from here on any target may be an image's, for brackets can be hidden in code and behind backslashes. */
  let image = false;
  /** A client opens the link by itself: an image, a style sheet, a definition, which an image may point to. */
  let fetched = false;

  const open = (next: number): void => {
    place = next;
    link = '';
    authority = undefined;
    refused = false;
    loose = false;
    depth = 0;
    lead = 0;
    angle = false;
    fetched =
      next === DEFINITION ||
      (next === TARGET && image) ||
      (next === ATTRIBUTE && !(anchor && attribute.trim().toLowerCase() === 'href'));
  };
  const close = (): void => {
    endAuthority();
    place = tag ? TAG : NONE;
    lead = 0;
  };
  const endAuthority = (): void => {
    if (authority === undefined || authority === '') return;
    const host = hostOf(authority);
    learn?.(host);
    if (!(fetched ? trusted(host) : allowed(host))) refused = true;
    authority = undefined;
  };

  const feedOutside = (code: number): void => {
    if (code === 0x3a) {
      if (lead === 3) open(DEFINITION);
      else lead = 1;
    } else if (code === 0x2f && lead === 1) lead = 2;
    else if (code === 0x2f && lead === 2) {
      open(BARE);
      authority = '';
    } else if (code === 0x28 && lead === 3) open(TARGET);
    else if (code === 0x28 || code === 0x22 || code === 0x27) lead = 8;
    else if (code === 0x2f && lead === 8) lead = 9;
    else if (code === 0x2f && lead === 9) {
      // A style sheet: `url(//host)`, `@import "//host"`.
      open(BARE);
      fetched = true;
      authority = '';
    } else if (code === 0x5d) lead = 3;
    else if (code === 0x21) lead = 10;
    else if (code === 0x5b && lead === 10) {
      image = true;
      lead = 0;
    } else if (code === 0x3c) lead = 7;
    else if (lead === 7 && isTagStart(code)) {
      open(TAG);
      tag = true;
      anchor = false;
      named = false;
      attribute = String.fromCharCode(code);
    } else if ((code | 0x20) === 0x77) lead = lead >= 4 && lead < 6 ? lead + 1 : 4;
    else if (code === 0x2e && lead === 6) {
      open(BARE);
      authority = 'www.';
    } else lead = 0;
  };

  /** In a tag that is never closed everything else of the text goes on: links are looked for here too. */
  const feedTag = (code: number): void => {
    feedOutside(code);
    if (place !== TAG) return;
    if (code === 0x3e) {
      tag = false;
      close();
    } else if (code === 0x3d) {
      const name = attribute;
      open(ATTRIBUTE);
      attribute = name;
      quote = 0;
    } else if (isBlank(code) || code === 0x2f) {
      if (attribute.toLowerCase() === 'base') rebased = true;
      if (!named) anchor = attribute.toLowerCase() === 'a';
      named = true;
      attribute = attribute.endsWith(' ') ? attribute : `${attribute} `;
    } else
      attribute = attribute.endsWith(' ')
        ? String.fromCharCode(code)
        : (attribute + String.fromCharCode(code)).slice(-32);
  };

  const feedAttribute = (code: number): void => {
    if (link === '' && quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
    else if (link === '' && quote === 0 && isBlank(code)) return;
    else if (quote === 0 ? isBlank(code) || code === 0x3e : code === quote) {
      endAuthority();
      attribute = '';
      authority = undefined;
      tag = code !== 0x3e;
      close();
    } else feedLink(code);
  };

  /** CommonMark 4.7 and 6.3: a destination in `<...>`, or without blanks and with balanced parentheses, `\\)` not counted. */
  const feedTarget = (code: number): void => {
    const escaped = link.endsWith('\\');
    if (link === '' && !angle && (isBlank(code) || code === 0x3c)) angle = code === 0x3c;
    else if (code === 0x0a || (angle && code === 0x3e && !escaped)) close();
    else if (place === DEFINITION && !angle && isBlank(code)) close();
    else if (place === TARGET && !angle && code === 0x29 && !escaped && depth-- === 0) close();
    else {
      if (code === 0x28 && !escaped) depth++;
      feedLink(code);
    }
  };

  /** A bare address, also as the text of a Markdown link, whose target then begins. What was refused stays refused. */
  const feedBare = (code: number): void => {
    const wasRefused = refused;
    if (isBlank(code) || code === 0x3c || code === 0x3e || (code === 0x22 && !loose && !authority)) {
      if (code === 0x3e) tag = false;
      close();
      if (code === 0x3c) lead = 7;
    } else if ((code === 0x28 || code === 0x3a) && link.endsWith(']')) {
      endAuthority();
      const refusedHere = refused || wasRefused;
      open(code === 0x28 ? TARGET : DEFINITION);
      refused = refusedHere;
    } else {
      if (code === 0x5b && link.endsWith('!')) image = true;
      feedLink(code);
    }
  };

  const feedLink = (code: number): void => {
    if (authority !== undefined) feedAuthority(code);
    else if (isSlash(code) && isSlash(link.charCodeAt(link.length - 1)) && beginsAuthority(link)) authority = '';
    else if (code === 0x3a && place !== BARE && hasWebScheme(link)) authority = '';
    else if (code === 0x2e && hasWww(link)) authority = 'www.';
    else if (loose && code === 0x40) refused = true;
    else if (loose) loose = !endsAuthorityFirmly(code);
    link =
      link.length < MAX_LINK
        ? link + String.fromCharCode(code)
        : `${link.slice(0, 64)}\0${link.slice(-64)}${String.fromCharCode(code)}`;
  };

  const feedAuthority = (code: number): void => {
    if (authority === '' && (isSlash(code) || isBlank(code))) return;
    if (code === 0x5c || code < 0x20 || code === 0x25 || (authority ?? '').length > MAX_AUTHORITY) refused = true;
    if (endsAuthority(code)) {
      endAuthority();
      loose = !endsAuthorityFirmly(code);
    } else authority += String.fromCharCode(code);
  };

  return {
    quiet: () => place === NONE && lead === 0,
    end() {
      tag = false;
      rebased = false;
      image = false;
      close();
    },
    feed(code) {
      if (place === NONE) feedOutside(code);
      else if (place === BARE) feedBare(code);
      else if (place === TAG) feedTag(code);
      else if (place === ATTRIBUTE) feedAttribute(code);
      else feedTarget(code);
    },
    allows(name) {
      if (place === NONE || place === TAG) return true;
      const foreign =
        authority !== undefined ||
        loose ||
        refused ||
        (place !== BARE && (rebased || !leadsNowhereElse(link, place === ATTRIBUTE ? attribute : undefined)));
      if (!foreign) return true;
      learn?.(noteOf(link, name));
      return allowed(noteOf(link, name));
    },
  };
}
