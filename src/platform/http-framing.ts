/** How an answer of HTTP/1.1 is laid out in bytes (RFC 9112): its head, and where its body ends. Anything out of order is an error. */
export interface Head {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly framing: Framing;
  /** The connection serves another exchange after this one. */
  readonly keepAlive: boolean;
}

/** RFC 9112 section 6.3: a length, chunks, or everything until the connection closes. */
export type Framing = { readonly kind: 'length'; readonly length: number } | { readonly kind: 'chunked' | 'close' };

/** @param text the head in Latin-1, without the empty line at its end. @throws Error for what is no head of ours to read */
export function parseHead(text: string): Head {
  const lineEnd = text.indexOf('\r\n');
  const first = STATUS_LINE.exec(lineEnd === -1 ? text : text.slice(0, lineEnd));
  if (first === null) throw new Error('no status line');
  const headers = new Map<string, string>();
  for (let at = lineEnd; at !== -1; ) {
    const from = at + 2;
    at = text.indexOf('\r\n', from);
    const line = at === -1 ? text.slice(from) : text.slice(from, at);
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    const value = line.slice(colon + 1).trim();
    // A line that begins with a blank continues the one before (obs-fold), which senders must not do.
    if (!NAME.test(name) || UNSAFE.test(value)) throw new Error('a header line that is none');
    const before = headers.get(name);
    if (before !== undefined && name === 'content-length' && before !== value) throw new Error('two lengths');
    headers.set(name, before === undefined || name === 'content-length' ? value : `${before}, ${value}`);
  }
  const status = Number(first[2]);
  const framing = framingOf(status, headers);
  const closes = /\bclose\b/i.test(headers.get('connection') ?? '');
  // A length beside chunks: the chunks count, and whoever sent that is not asked again on this connection (RFC 9112 section 6.1).
  const doubtful = framing.kind === 'chunked' && headers.has('content-length');
  const keepAlive = first[1] === '1' && !closes && !doubtful && framing.kind !== 'close';
  return { status, headers, framing, keepAlive };
}

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: |$)/;
const NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
const UNSAFE = /[\0\r\n]/;

function framingOf(status: number, headers: ReadonlyMap<string, string>): Framing {
  if (status === 204 || status === 304 || status < 200) return { kind: 'length', length: 0 };
  const coding = headers.get('transfer-encoding');
  if (coding !== undefined) {
    if (coding.toLowerCase() !== 'chunked') throw new Error('a transfer coding that was not asked for');
    return { kind: 'chunked' };
  }
  const length = headers.get('content-length');
  if (length === undefined) return { kind: 'close' };
  if (!/^\d{1,15}$/.test(length)) throw new Error('a length that is no number');
  return { kind: 'length', length: Number(length) };
}

/**
 * Takes a chunked body apart (RFC 9112 section 7.1), segment by segment, cut anywhere. Gives each piece of data to `emit`; returns
 * where in the segment the body ended, or -1 where it goes on. @throws Error for anything else than chunks
 */
export type ChunkedReader = (segment: Buffer, emit: (piece: Buffer) => void) => number;

/** Characters of a line between chunks; extensions and trailers are read and dropped. */
const LONGEST_LINE = 4096;
const MOST_TRAILERS = 100;

export function createChunkedReader(): ChunkedReader {
  let phase: 'size' | 'data' | 'data end' | 'trailer' = 'size';
  let remaining = 0;
  let trailers = 0;
  let line = '';
  const readLine = (text: string): boolean => {
    if (phase === 'data end') {
      if (text !== '') throw new Error('a chunk that does not end');
      phase = 'size';
      return false;
    }
    if (phase === 'trailer') {
      if (++trailers > MOST_TRAILERS) throw new Error('too many trailers');
      return text === '';
    }
    const size = CHUNK_SIZE.exec(text)?.[1];
    if (size === undefined) throw new Error('a chunk without its size');
    remaining = Number.parseInt(size, 16);
    phase = remaining === 0 ? 'trailer' : 'data';
    return false;
  };
  return (segment, emit) => {
    for (let at = 0; at < segment.length; ) {
      if (phase === 'data') {
        const end = Math.min(segment.length, at + remaining);
        emit(segment.subarray(at, end));
        remaining -= end - at;
        if (remaining === 0) phase = 'data end';
        at = end;
        continue;
      }
      const lineFeed = segment.indexOf(10, at);
      const end = lineFeed === -1 ? segment.length : lineFeed + 1;
      line += segment.toString('latin1', at, end);
      at = end;
      if (line.length > LONGEST_LINE) throw new Error('a line that is too long');
      if (lineFeed === -1) return -1;
      if (!line.endsWith('\r\n')) throw new Error('a line end that is none');
      const text = line.slice(0, -2);
      line = '';
      if (readLine(text)) return at;
    }
    return -1;
  };
}

const CHUNK_SIZE = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i;
