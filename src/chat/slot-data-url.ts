/** A data: URL whose payload is text: what it says, and how to write it back with another text. */
export interface DataUrlText {
  readonly text: string;
  readonly encode: (text: string) => string;
}

/** What a data: URL holds: readable text, or something this gateway cannot read (RFC 2397). */
export type DataUrl = { readonly kind: 'text'; readonly content: DataUrlText } | { readonly kind: 'unreadable' };

export function isDataUrl(text: string): boolean {
  return text.length > 5 && text.slice(0, 5).toLowerCase() === 'data:';
}

/** Reads a data: URL; undefined where the text is not one. */
export function readDataUrl(url: string): DataUrl | undefined {
  if (!isDataUrl(url)) return undefined;
  const comma = url.indexOf(',');
  if (comma === -1) return { kind: 'unreadable' };
  const head = url.slice(0, comma + 1);
  const base64 = head.slice(0, -1).toLowerCase().endsWith(';base64');
  const payload = url.slice(comma + 1);
  const type = head.slice(5, -1).toLowerCase();
  // Browsers call what they do not know application/octet-stream, also logs and settings: what is text is read, whatever it is called.
  if (!isTextType(type) && !(type.startsWith('application/') && base64 && beginsText(payload)))
    return { kind: 'unreadable' };
  const text = base64 ? decodeBase64(payload) : decodePercent(payload);
  if (text === undefined) return { kind: 'unreadable' };
  return {
    kind: 'text',
    content: { text, encode: (next) => head + (base64 ? encodeBase64(next) : encodePercent(next)) },
  };
}

/** Whether the first bytes may be text: no control character stands in a text, and in front of pictures and archives one does. */
function beginsText(payload: string): boolean {
  return !Buffer.from(payload.slice(0, 64), 'base64').some(isControl) && !payload.startsWith(PDF);
}

/** All but blanks and line ends. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f;
/** `%PDF`: some are text from end to end, and what they show is none of it. */
const PDF = 'JVBER';

/** A file's bytes in base64 without a data: prefix, where they are text (valid UTF-8 without NUL). */
export function readBase64Text(payload: string): DataUrlText | undefined {
  const text = decodeBase64(payload);
  return text === undefined ? undefined : { text, encode: encodeBase64 };
}

/** RFC 2397: no media type means text/plain. Types that are text by name or by suffix (RFC 6838). */
function isTextType(parameters: string): boolean {
  const semicolon = parameters.indexOf(';');
  const type = (semicolon === -1 ? parameters : parameters.slice(0, semicolon)).trim();
  if (type === '' || type.startsWith('text/') || type.startsWith('message/')) return true;
  if (type.endsWith('+json') || type.endsWith('+xml') || type.endsWith('+yaml')) return true;
  return TEXT_TYPES.has(type);
}

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'application/json',
  'application/x-ndjson',
  'application/jsonl',
  'application/xml',
  'application/yaml',
  'application/x-yaml',
  'application/toml',
  'application/csv',
  'application/javascript',
  'application/x-javascript',
  'application/typescript',
  'application/sql',
  'application/x-sh',
  'application/x-www-form-urlencoded',
  'application/rtf',
]);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeBase64(payload: string): string | undefined {
  const unescaped = payload.includes('%') ? decodePercent(payload) : payload;
  if (unescaped === undefined || !isBase64(unescaped)) return undefined;
  try {
    const text = utf8.decode(Buffer.from(unescaped, 'base64'));
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The standard and the URL alphabet (RFC 4648), with line ends: Buffer would skip anything else in silence. */
export function isBase64(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const letter = (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39);
    if (!letter && c !== 0x2b && c !== 0x2f && c !== 0x2d && c !== 0x5f && c !== 0x3d && c !== 0x0a && c !== 0x0d)
      return false;
  }
  return true;
}

const encodeBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

function decodePercent(payload: string): string | undefined {
  try {
    return decodeURIComponent(payload);
  } catch {
    return undefined;
  }
}

const encodePercent = (text: string): string => encodeURIComponent(text.toWellFormed());
