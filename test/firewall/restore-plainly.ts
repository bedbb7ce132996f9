import { encodeHtml, encodePercent } from '../../src/firewall/masking/mask-encoding.ts';
import { kindOf, type PlaceholderMap } from '../../src/firewall/placeholder.ts';
import { beginsWide, createSpellingReader, type Spelling } from '../../src/firewall/restoring/placeholder-spelling.ts';
import { bareHostOf } from '../../src/firewall/restoring/restore-bare-host.ts';
import { Destination } from '../../src/firewall/restoring/restore-destination.ts';
import { createJsonDepth, INSIDE_ESCAPE, STRING_EDGE } from '../../src/firewall/restoring/restore-json.ts';

/**
 * Restoring without any short cut, to compare with: every character is looked at, every placeholder read by the reader of all spellings, every
 * character fed to the reader of links and of JSON. Whole texts only.
 */
export function restorePlainly(
  text: string,
  map: PlaceholderMap,
  {
    json: isJson = false,
    allowedHosts = [],
  }: { readonly json?: boolean; readonly allowedHosts?: readonly string[] } = {},
): { readonly restored: string; readonly values: number; readonly refused: number } {
  const reader = createSpellingReader({
    kinds: [...new Set([...map.values.keys()].map(kindOf))],
    has: (name) => map.values.has(name),
    starts: () => true,
  });
  const trusted = (host: string): boolean => allowedHosts.includes(host);
  const allowed = (key: string): boolean => map.destinations.has(key) || trusted(key);
  const destination = new Destination({ allowed, trusted, learn: undefined });
  const json = isJson ? createJsonDepth() : undefined;
  const written = (found: Spelling, value: string): string => {
    const encoded =
      found.encoding === 'html' ? encodeHtml(value) : found.encoding === 'percent' ? encodePercent(value) : value;
    return json === undefined ? encoded : json.escape(encoded);
  };
  let restored = '';
  let before = 0;
  let values = 0;
  let refused = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const found =
      code < 128
        ? reader.begins[code] === 1 && reader.read(text, at, before, true)
        : beginsWide(code) && reader.read(text, at, before, true);
    if (typeof found === 'object') {
      const value = map.values.get(found.name) ?? '';
      const host = !isJson && destination.isOutside() ? bareHostOf(text.slice(Math.max(0, at - 320), at)) : undefined;
      const may = destination.allows(found.name) && (host === undefined || allowed(host));
      if (may) values++;
      else refused++;
      restored += may ? written(found, value) : text.slice(at, found.end);
      json?.skip();
      for (; at < found.end; at++) destination.feed(text.charCodeAt(at));
      before = text.charCodeAt(at - 1);
      continue;
    }
    const said = json === undefined ? code : json.feed(code);
    if (said === STRING_EDGE) destination.end();
    else if (said !== INSIDE_ESCAPE) destination.feed(said);
    if (said !== INSIDE_ESCAPE) before = said === STRING_EDGE ? 0x22 : said;
    restored += text.charAt(at);
    at++;
  }
  return { restored, values, refused };
}
