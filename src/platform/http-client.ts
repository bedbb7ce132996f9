import { isIP } from 'node:net';
import { classifyAddress } from './address.ts';
import { type HttpReply, OutgoingFailure } from './http-reply.ts';

/**
 * The only place that calls out. Every call has an abort signal, follows no redirect, and goes to the very address that was looked at
 * first: cloud metadata services never, private networks only for providers marked `internal`.
 */
export interface HttpClient {
  /** Resolves with the answer's head. Throws OutgoingFailure. */
  send(request: OutgoingRequest): Promise<HttpReply>;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  /** Ends the call, also while the body is read. */
  readonly signal: AbortSignal;
  /** True where the operator marked the provider as inside his own network. */
  readonly internal: boolean;
  /** Time to open a connection to a host that did not answer lately, in milliseconds. */
  readonly connectTimeoutMs: number;
}

/** Addresses are looked at again, and the host is knocked on again, after this long. */
const FRESH_MS = 30_000;
const MOST_ORIGINS = 1000;

/**
 * Bun's `fetch` beyond the standard: `timeout: false` lifts its own limit of five minutes, so that only ours cuts a silent stream, and
 * `proxy: false` keeps it from HTTP_PROXY and its kin: a proxy somebody's shell or container happens to name would be sent every prompt, and
 * would choose the address itself.
 */
type BunRequestInit = Omit<RequestInit, 'proxy'> & { timeout: boolean; proxy: boolean; tls?: { serverName: string } };

/** A URL with the address in place of the name. Names are looked up once: a second answer could be another address than the one checked. */
interface Pinned {
  readonly url: string;
  readonly host: string;
  /** By this name the certificate is checked; undefined without TLS. */
  readonly tls: { readonly serverName: string } | undefined;
  readonly until: number;
  /** It has answered before, so a connection to it may have been kept. */
  hasAnswered: boolean;
}

export function createHttpClient(): HttpClient {
  const origins = new Map<string, Pinned>();
  return {
    async send(request) {
      const { signal } = request;
      if (signal.aborted) throw new OutgoingFailure('aborted');
      const key = request.internal ? `internal ${request.url}` : request.url;
      let pinned = origins.get(key);
      if (pinned === undefined || performance.now() > pinned.until) {
        const { hasAnswered = false } = pinned ?? {};
        pinned = { ...(await pin(request)), hasAnswered };
        if (origins.size > MOST_ORIGINS) origins.clear();
        origins.set(key, pinned);
      }
      const init: BunRequestInit = {
        method: request.method,
        // No body of theirs is worth unpacking: a small one can unfold to any size.
        headers: { 'accept-encoding': 'identity', ...request.headers, host: pinned.host },
        signal,
        redirect: 'manual',
        timeout: false,
        proxy: false,
        ...(pinned.tls === undefined ? {} : { tls: pinned.tls }),
        ...(request.body === undefined ? {} : { body: request.body }),
      };
      const sentAt = performance.now();
      const { url, hasAnswered } = pinned;
      const isStale = (error: unknown): boolean =>
        hasAnswered && !signal.aborted && isReset(error) && performance.now() - sentAt < STALE_MS;
      try {
        const response = await fetch(url, init as RequestInit).catch((error: unknown) => {
          if (!isStale(error)) throw error;
          return fetch(url, { ...init, keepalive: false } as RequestInit);
        });
        pinned.hasAnswered = true;
        return reply(response);
      } catch (error) {
        origins.delete(key);
        throw new OutgoingFailure(signal.aborted ? 'aborted' : 'unreachable', error);
      }
    },
  };
}

/**
 * A kept connection that the provider closes in the moment it is used again (uvicorn does after five seconds of rest) fails within a round
 * trip: the request was not taken and is sent once more, on a new one. What fails on the first connection, or later, may have been taken.
 */
const STALE_MS = 1000;
const isReset = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

/** Looks the host up, checks all its addresses, and takes the first that accepts a connection. Throws OutgoingFailure. */
async function pin({
  url: text,
  internal,
  connectTimeoutMs,
  signal,
}: OutgoingRequest): Promise<Omit<Pinned, 'hasAnswered'>> {
  const url = new URL(text);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'https:';
  const addresses = await checkedAddresses(hostname, internal);
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const address = await knock(addresses, port, { timeoutMs: connectTimeoutMs, signal });
  const { host } = url;
  url.hostname = isIP(address) === 6 ? `[${address}]` : address;
  return {
    url: url.href,
    host,
    tls: secure ? { serverName: hostname } : undefined,
    until: performance.now() + FRESH_MS,
  };
}

/** The addresses of a host, all of them allowed. Throws OutgoingFailure. */
async function checkedAddresses(hostname: string, internal: boolean): Promise<readonly string[]> {
  if (hostname === 'metadata.google.internal' || hostname === 'metadata') throw new OutgoingFailure('address_refused');
  let found: readonly { readonly address: string }[];
  try {
    found = await Bun.dns.lookup(hostname);
  } catch (error) {
    throw new OutgoingFailure('unreachable', error);
  }
  for (const { address } of found) {
    const kind = classifyAddress(address);
    if (kind === 'metadata' || (kind === 'private' && !internal)) throw new OutgoingFailure('address_refused');
  }
  return [...new Set(found.map(({ address }) => address))];
}

/**
 * Opens and closes a TCP connection to each address at once and gives the first that accepts: fetch cannot tell a host that does not
 * accept from one that thinks for long, and a host may have addresses that lead nowhere from here.
 */
async function knock(
  addresses: readonly string[],
  port: number,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<string> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OutgoingFailure('connect_timeout')), timeoutMs);
  const leave = (): void => reject(new OutgoingFailure('aborted'));
  signal.addEventListener('abort', leave, { once: true });
  const attempts = addresses.map(async (hostname) => {
    const socket = await Bun.connect({ hostname, port, socket: { data() {}, open() {}, error() {} } });
    socket.end();
    return hostname;
  });
  try {
    return await Promise.race([Promise.any(attempts), ended]);
  } catch (error) {
    throw error instanceof OutgoingFailure ? error : new OutgoingFailure('unreachable', error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

function reply(response: Response): HttpReply {
  return {
    status: response.status,
    headers: response.headers,
    body: {
      // Bun decodes UTF-8 as TextDecoder does, and keeps one buffer for all segments instead of new views for each.
      getReader: () => response.textStream().getReader(),
      cancel: async (reason) => response.body?.cancel(reason),
      [Symbol.asyncIterator]: () => (response.body ?? new Blob().stream())[Symbol.asyncIterator](),
    },
    text: (maxBytes = MOST_TEXT) => readText(response, maxBytes),
  };
}

const MOST_TEXT = 64 * 1024 * 1024;

async function readText(response: Response, maxBytes: number): Promise<string> {
  const announced = response.headers.get('content-length');
  if (Number(announced ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw new RangeError('the answer is larger than allowed');
  }
  try {
    // What comes packed although nobody asked for that unfolds to any size: then the length says nothing.
    if (announced !== null && !response.headers.has('content-encoding')) return await response.text();
    const decoder = new TextDecoder();
    let text = '';
    let length = 0;
    for await (const piece of response.body ?? []) {
      length += piece.length;
      if (length > maxBytes) throw new RangeError('the answer is larger than allowed');
      text += decoder.decode(piece, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof RangeError ? error : new OutgoingFailure('unreachable', error);
  }
}
