/**
 * Hosts without a scheme, which chat clients (Slack, Teams) make links of where a path or a query follows: `host.example/?q=`. An address of
 * mail is none, nor is the name of a file or a number.
 */

/** The host of the word that a text ends with, where what comes next would be a part of its path or query; undefined where it has none. */
export function bareHostOf(text: string): string | undefined {
  let start = wordStart(text, text.length, 0);
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x2f && code !== 0x3f && code !== 0x23) continue;
    const host = HOST.exec(text.slice(Math.max(start, at - LONGEST_HOST), at))?.[1];
    if (host !== undefined) return host.toLowerCase();
    start = at;
  }
  return undefined;
}

/** Every host in a text that a path or a query follows. */
export function bareHostsIn(text: string): string[] {
  const hosts: string[] = [];
  for (const match of text.matchAll(BEFORE_PATH)) {
    const host = bareHostOf(text.slice(Math.max(0, match.index - LONGEST_HOST), match.index + match[0].length));
    if (host !== undefined) hosts.push(host);
  }
  return hosts;
}

const BEFORE_PATH = /\.\p{L}{2,24}(?::\d{1,5})?[/?#]/giu;
const LONGEST_HOST = 253;

/** RFC 1035's labels, also of other scripts (RFC 5890), the last of letters, and a port; the name of a file ends otherwise. */
const HOST =
  /(?:^|[^\p{L}\p{N}._@/-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?!(?:jsx?|tsx?|json|ya?ml|html?|php|aspx?|txt|csv|xlsx?|docx?|pdf|png|jpe?g|gif|svg|css|xml|log|conf|ini|toml|lock|java|cpp|exe|dll|jar)(?::|$))\p{L}{2,24})(?::\d{1,5})?$/iu;

/** Where the word that ends there begins, as a chat client cuts words that may be links; no further back than `first`. */
export function wordStart(text: string, end: number, first: number): number {
  const least = Math.max(0, first);
  let start = end;
  while (start > least && !isEdge(text.charCodeAt(start - 1))) start--;
  return start;
}

const isEdge = (code: number): boolean =>
  code <= 0x20 || code === 0x3c || code === 0x3e || code === 0x22 || code === 0xa0;
