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

/** Whether hosts and links may receive values. */
export interface DestinationRules {
  /** Whether a host (lower case, no port) or a link as written (`noteOf`) may receive values. */
  allowed(key: string): boolean;
  /**
   * Whether a host may receive values in what a client fetches by itself. A text that the caller only pasted may name a host and ask for
   * an image from there, so that the caller wrote it is not enough.
   */
  trusted(host: string): boolean;
  /** Called with every host and, from `allows`, every link as written: to collect what the caller wrote. */
  readonly learn: ((key: string) => void) | undefined;
}

/** By ASCII code: 1 for the characters that can begin a link. */
export const LINK_CHARACTERS: Uint8Array = new Uint8Array(128);
for (const char of ':](<wW"\'!') LINK_CHARACTERS[char.charCodeAt(0)] = 1;

/** Whether a character of `LINK_CHARACTERS` can begin a link with this one behind it. Where it cannot, neither has to be fed. */
export function beginsLink(code: number, next: number): boolean {
  if (code === 0x5d) return next === 0x28 || next === 0x3a;
  if (code === 0x3c) return isTagStart(next);
  if (code === 0x21) return next === 0x5b;
  if (code === 0x77 || code === 0x57) return (next | 0x20) === 0x77;
  return next === 0x2f;
}

const FORM_ACTION = /^(?:form)?action *$/i;

const NONE = 0;
const BARE = 1;
const TARGET = 2;
const DEFINITION = 3;
const TAG = 4;
const ATTRIBUTE = 5;

/** A host has at most 253 characters (RFC 1035); user names and ports come on top. */
const MAX_AUTHORITY = 512;
const MAX_LINK = 512;

/**
 * Follows the text of an answer and knows when it is inside a link: a bare address, a Markdown target, a reference definition, an HTML
 * attribute. A value restored into a link to a foreign host would leave through it (an image is fetched without a click), so
 * values go only into links whose hosts the caller wrote or the workspace allows, or that name no host at all.
 *
 * Where in doubt it is a link: a refusal leaves the placeholder, a miss leaks the value. Syntax: CommonMark 0.31 and GFM
 * autolinks, the WHATWG URL and HTML standards as browsers read them (backslash as slash, extra slashes, schemes without slashes).
 *
 * A class, because there is one for every field of an answer, and most of them meet no link: twelve functions each would cost more than the text.
 */
export class Destination {
  private readonly rules: DestinationRules;
  private place = NONE;
  /** How far the text has come towards a link: `:` 1, `:/` 2, `]` 3, `w` 4, `ww` 5, `www` 6, `<` 7, `(` or a quote 8, `(/` 9, `!` 10. */
  private lead = 0;
  private link = '';
  /** The last character of `link`, which is not put together before somebody asks for it. */
  private last = 0;
  private authority: string | undefined = undefined;
  private refused = false;
  private depth = 0;
  private quote = 0;
  private attribute = '';
  /** A `<word` without its `>`: what looks like text may be its attributes, and the other way round. */
  private tag = false;
  /** The target stands in `<...>`. */
  private angle = false;
  /** A `<base>` has given links without a host one. */
  private rebased = false;
  /** Inside `<style>`: a blank may stand between `url(` and the address. */
  private styled = false;
  /** A form sends what it holds to a foreign host, or a style sheet hides what it says: nothing more is restored. */
  private hostile = false;
  /** The tag is an `<a>`; its name has been read. */
  private anchor = false;
  private named = false;
  /** `![` has come: from here on any target may be an image's, for brackets can be hidden in code and behind backslashes. */
  private image = false;
  /** A client opens the link by itself: an image, a style sheet, a definition, which an image may point to. */
  private fetched = false;
  /** The authority has ended by a character that ends a link in text, but not in a browser that reads on: an `@` would move the host. */
  private loose = false;
  /** A quote has closed such a link, as in compact JSON, and no blank has come since. */
  private tail = false;

  constructor(rules: DestinationRules) {
    this.rules = rules;
  }

  /** True while no link is open and nothing points to one: only characters of `LINK_CHARACTERS` matter then. */
  quiet(): boolean {
    return this.place === NONE && this.lead === 0 && !this.tail && !this.styled;
  }

  /** Whether the point reached is in no link: only a host without a scheme may still stand in front of it. */
  isOutside(): boolean {
    return this.place === NONE || this.place === TAG;
  }

  feed(code: number): void {
    if (this.place === NONE) this.feedOutside(code);
    else if (this.place === BARE) this.feedBare(code);
    else if (this.place === TAG) this.feedTag(code);
    else if (this.place === ATTRIBUTE) this.feedAttribute(code);
    else this.feedTarget(code);
  }

  /** The text ends here; what follows is another. */
  end(): void {
    this.tag = false;
    this.rebased = false;
    this.image = false;
    this.tail = false;
    this.styled = false;
    this.hostile = false;
    this.close();
  }

  /** Whether the value of `name` may be restored here. */
  allows(name: string): boolean {
    const { place, link, rules } = this;
    if (place === NONE || place === TAG) return !this.hostile;
    if (!this.isForeign() && !this.hostile) return true;
    rules.learn?.(noteOf(link, name));
    return rules.allowed(noteOf(link, name));
  }

  private isForeign(): boolean {
    const { place, link } = this;
    if (this.authority !== undefined || this.loose || this.refused) return true;
    return (
      place !== BARE && (this.rebased || !leadsNowhereElse(link, place === ATTRIBUTE ? this.attribute : undefined))
    );
  }

  private open(next: number): void {
    this.place = next;
    this.link = '';
    this.last = 0;
    this.authority = undefined;
    this.refused = false;
    this.depth = 0;
    this.lead = 0;
    this.angle = false;
    this.loose = false;
    this.tail = false;
    this.fetched = next === DEFINITION || (next === TARGET && this.image) || (next === ATTRIBUTE && !this.isClicked());
  }

  private close(): void {
    this.endAuthority();
    this.place = this.tag ? TAG : NONE;
    this.lead = 0;
  }

  /** The attribute's address is asked for only by a person: of a link, or of a form. */
  private isClicked(): boolean {
    return FORM_ACTION.test(this.attribute) || (this.anchor && this.attribute.trim().toLowerCase() === 'href');
  }

  private endAuthority(): void {
    if (this.authority === undefined || this.authority === '') return;
    const host = hostOf(this.authority);
    const { rules } = this;
    rules.learn?.(host);
    if (!(this.fetched ? rules.trusted(host) : rules.allowed(host))) this.refused = true;
    this.authority = undefined;
  }

  private feedOutside(code: number): void {
    if (this.tail && (isBlank(code) || code === 0x3c || code === 0x3e)) this.tail = false;
    if (this.styled) this.feedStyle(code);
    if (this.tail && code === 0x40) {
      this.open(BARE);
      this.refused = true;
    } else if (this.styled && this.lead === 8 && isBlank(code)) return;
    else if (code === 0x3a) {
      if (this.lead === 3) this.open(DEFINITION);
      else this.lead = 1;
    } else if (code === 0x2f && this.lead === 1) this.lead = 2;
    else if (code === 0x2f && this.lead === 2) {
      this.open(BARE);
      this.authority = '';
    } else if (code === 0x28 && this.lead === 3) this.open(TARGET);
    else if (code === 0x28 || code === 0x22 || code === 0x27) this.lead = 8;
    else if (code === 0x2f && this.lead === 8) this.lead = 9;
    else if (code === 0x2f && this.lead === 9) {
      // A style sheet: `url(//host)`, `@import "//host"`.
      this.open(BARE);
      this.fetched = true;
      this.authority = '';
    } else if (code === 0x5d) this.lead = 3;
    else if (code === 0x21) this.lead = 10;
    else if (code === 0x5b && this.lead === 10) {
      this.image = true;
      this.lead = 0;
    } else if (code === 0x3c) this.lead = 7;
    else if (this.lead === 7 && isTagStart(code)) {
      this.open(TAG);
      this.tag = true;
      this.anchor = false;
      this.named = false;
      this.attribute = String.fromCharCode(code);
    } else if ((code | 0x20) === 0x77) this.lead = this.lead >= 4 && this.lead < 6 ? this.lead + 1 : 4;
    else if (code === 0x2e && this.lead === 6) {
      this.open(BARE);
      this.authority = 'www.';
    } else this.lead = 0;
  }

  /** CSS Syntax 3: escapes can say every character of an address; `</` ends the style sheet. */
  private feedStyle(code: number): void {
    if (code === 0x5c) this.hostile = true;
    else if (code === 0x2f && this.lead === 7) this.styled = false;
  }

  /** In a tag that is never closed everything else of the text goes on: links are looked for here too. */
  private feedTag(code: number): void {
    this.feedOutside(code);
    if (this.place !== TAG) return;
    if (code === 0x3e) {
      this.nameTag();
      this.tag = false;
      this.close();
    } else if (code === 0x3d) {
      const name = this.attribute;
      this.open(ATTRIBUTE);
      this.attribute = name;
      this.quote = 0;
    } else if (isBlank(code) || code === 0x2f) {
      this.nameTag();
      this.attribute = this.attribute.endsWith(' ') ? this.attribute : `${this.attribute} `;
    } else
      this.attribute = this.attribute.endsWith(' ')
        ? String.fromCharCode(code)
        : (this.attribute + String.fromCharCode(code)).slice(-32);
  }

  private nameTag(): void {
    const word = this.attribute.toLowerCase();
    if (word === 'base') this.rebased = true;
    if (this.named) return;
    this.named = true;
    this.anchor = word === 'a';
    if (word === 'style') this.styled = true;
  }

  private feedAttribute(code: number): void {
    if (this.link === '' && this.quote === 0 && (code === 0x22 || code === 0x27)) this.quote = code;
    else if (this.link === '' && this.quote === 0 && isBlank(code)) return;
    else if (this.quote === 0 ? isBlank(code) || code === 0x3e : code === this.quote) {
      this.endAuthority();
      if (FORM_ACTION.test(this.attribute) && this.isForeign()) this.hostile = true;
      this.attribute = '';
      this.authority = undefined;
      this.tag = code !== 0x3e;
      this.close();
    } else this.feedLink(code);
  }

  /** CommonMark 4.7 and 6.3: a destination in `<...>`, or without blanks and with balanced parentheses, `\\)` not counted. */
  private feedTarget(code: number): void {
    const escaped = this.last === 0x5c;
    if (this.link === '' && !this.angle && (isBlank(code) || code === 0x3c)) this.angle = code === 0x3c;
    else if (code === 0x0a || (this.angle && code === 0x3e && !escaped)) this.close();
    else if (this.place === DEFINITION && !this.angle && isBlank(code)) this.close();
    else if (this.place === TARGET && !this.angle && code === 0x29 && !escaped && this.depth-- === 0) this.close();
    else {
      if (code === 0x28 && !escaped) this.depth++;
      this.feedLink(code);
    }
  }

  /** A bare address, also as the text of a Markdown link, whose target then begins. What was refused stays refused. */
  private feedBare(code: number): void {
    const wasRefused = this.refused;
    if (isBlank(code) || code === 0x3c || code === 0x3e || code === 0x22) {
      if (code === 0x3e) this.tag = false;
      this.tail = code === 0x22 && (this.loose || Boolean(this.authority));
      this.close();
      if (code === 0x3c) this.lead = 7;
    } else if ((code === 0x28 || code === 0x3a) && this.last === 0x5d) {
      this.endAuthority();
      const refusedHere = this.refused || wasRefused;
      this.open(code === 0x28 ? TARGET : DEFINITION);
      this.refused = refusedHere;
    } else {
      if (code === 0x5b && this.last === 0x21) this.image = true;
      this.feedLink(code);
    }
  }

  private feedLink(code: number): void {
    if (this.authority !== undefined) this.feedAuthority(code);
    else if (isSlash(code) && isSlash(this.last) && beginsAuthority(this.link)) this.authority = '';
    else if (code === 0x3a && this.place !== BARE && hasWebScheme(this.link)) this.authority = '';
    else if (code === 0x2e && hasWww(this.link)) this.authority = 'www.';
    else if (this.loose && code === 0x40) this.refused = true;
    else if (this.loose) this.loose = !endsAuthorityFirmly(code);
    this.last = code;
    this.link =
      this.link.length < MAX_LINK
        ? this.link + String.fromCharCode(code)
        : `${this.link.slice(0, 64)}\0${this.link.slice(-64)}${String.fromCharCode(code)}`;
  }

  private feedAuthority(code: number): void {
    if (this.authority === '' && (isSlash(code) || isBlank(code))) return;
    if (code === 0x5c || code < 0x20 || code === 0x25 || (this.authority ?? '').length > MAX_AUTHORITY)
      this.refused = true;
    if (endsAuthority(code)) {
      this.endAuthority();
      this.loose = !endsAuthorityFirmly(code);
    } else this.authority += String.fromCharCode(code);
  }
}
