/** Reads the parts of links that `restore-destination.ts` follows, as browsers read them. */

/** A link as the caller wrote it up to a value: no host can look like this. */
export const noteOf = (link: string, name: string): string => `link ${link} ${name}`;

/** The host of an authority (RFC 3986, 3.2): behind the last `@`, without port and final dot. */
export function hostOf(authority: string): string {
  const at = authority.lastIndexOf('@');
  const host = at === -1 ? authority : authority.slice(at + 1);
  const bracket = host.startsWith('[') ? host.indexOf(']') : -1;
  const colon = bracket === -1 ? host.indexOf(':') : -1;
  const bare = bracket !== -1 ? host.slice(0, bracket + 1) : colon === -1 ? host : host.slice(0, colon);
  return (bare.endsWith('.') ? bare.slice(0, -1) : bare).toLowerCase();
}

/** Two slashes begin a host at the start, after a scheme and where another address can start inside one; not in `a//b` of a path. */
export function beginsAuthority(link: string): boolean {
  if (link.length < 2) return true;
  return !isPathCharacter(link.charCodeAt(link.length - 2));
}

function isPathCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x5f
  );
}

/** GFM makes links of `www.` where a word begins. */
export function hasWww(link: string): boolean {
  return (
    link.slice(-3).toLowerCase() === 'www' && (link.length === 3 || !isPathCharacter(link.charCodeAt(link.length - 4)))
  );
}

/** Browsers read `https:host` like `https://host`. */
export function hasWebScheme(link: string): boolean {
  const end = link.slice(-5).toLowerCase();
  return end === 'https' || end.endsWith('http') || end.endsWith('ws') || end.endsWith('wss') || end.endsWith('ftp');
}

/** Attributes whose whole value is an address: another scheme in them (`javascript:`, `data:`) is no place for a value. */
const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'data',
  'cite',
  'poster',
  'background',
]);

/**
 * Whether a link has no host: relative, or the mail or telephone link of the value itself. What could hide a host from this reader and show it to
 * a browser (escapes, entities, control characters, which browsers drop) is none. `attribute` names the
 * HTML attribute it stands in.
 */
export function leadsNowhereElse(link: string, attribute: string | undefined): boolean {
  if (HIDDEN.test(link)) return false;
  if (attribute !== undefined && !ADDRESS_ATTRIBUTES.has(attribute.trim().toLowerCase())) return true;
  if (hasControl(link) || link.startsWith('//')) return false;
  const colon = link.indexOf(':');
  if (colon === -1) return true;
  const scheme = link.slice(0, colon).toLowerCase();
  if (scheme === 'mailto' || scheme === 'tel') return colon === link.length - 1;
  return /^https?$|^wss?$|^ftp$/.test(scheme) || !/^[a-z][a-z0-9+.-]*$/.test(scheme);
}

const HIDDEN = /\\|&(?:#|sol|bsol|colon|tab|newline)/i;

function hasControl(link: string): boolean {
  for (let i = 0; i < link.length; i++) if (link.charCodeAt(i) <= 0x20) return true;
  return false;
}

export const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
export const isSlash = (code: number): boolean => code === 0x2f || code === 0x5c;
export const isTagStart = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x21;

/** What ends an authority for everybody (WHATWG URL, authority state). */
export const endsAuthorityFirmly = (code: number): boolean => isSlash(code) || code === 0x3f || code === 0x23;

/** And what also ends a link in text. */
export function endsAuthority(code: number): boolean {
  return endsAuthorityFirmly(code) || code === 0x29 || code === 0x22 || code === 0x27 || isBlank(code);
}
