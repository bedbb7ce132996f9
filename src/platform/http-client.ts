import { classifyAddress } from './address.ts';

/**
 * The only place that calls out. Every call has an abort signal, follows no redirect, and goes to an address that was looked at
 * first: cloud metadata services never, private networks only for providers marked `internal`.
 */
export interface HttpClient {
  send(request: OutgoingRequest): Promise<Response>;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string | Blob;
  readonly signal: AbortSignal;
  /** True where the operator marked the provider as inside his own network. */
  readonly internal: boolean;
  /** Time to open a connection to a host that did not answer lately, in milliseconds. */
  readonly connectTimeoutMs: number;
}

export type OutgoingFailureReason = 'address_refused' | 'unreachable' | 'connect_timeout' | 'aborted';

/** The call did not get as far as an answer. */
export class OutgoingFailure extends Error {
  readonly reason: OutgoingFailureReason;
  constructor(reason: OutgoingFailureReason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'OutgoingFailure';
    this.reason = reason;
  }
}

/** Addresses are looked at again, and the host is knocked on again, after this long without an answer from it. */
const FRESH_MS = 30_000;

/** Bun's `fetch` beyond the standard: `timeout: false` lifts its own limit of five minutes, so that only ours cuts a silent stream. */
type BunRequestInit = RequestInit & { timeout?: boolean };

export function createHttpClient(): HttpClient {
  const checkedAt = new Map<string, number>();
  return {
    async send(request) {
      const key = request.internal ? `internal ${request.url}` : request.url;
      const checked = checkedAt.get(key);
      if (checked === undefined || performance.now() - checked > FRESH_MS) {
        const url = new URL(request.url);
        await checkAddresses(url.hostname, request.internal);
        await knock(url, request.connectTimeoutMs, request.signal);
        if (checkedAt.size > 1000) checkedAt.clear();
        checkedAt.set(key, performance.now());
      }
      const init: BunRequestInit = {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        redirect: 'manual',
        timeout: false,
        ...(request.body === undefined ? {} : { body: request.body }),
      };
      try {
        return await fetch(request.url, init);
      } catch (error) {
        checkedAt.delete(key);
        throw new OutgoingFailure(request.signal.aborted ? 'aborted' : 'unreachable', error);
      }
    },
  };
}

async function checkAddresses(hostname: string, internal: boolean): Promise<void> {
  if (hostname === 'metadata.google.internal' || hostname === 'metadata') throw new OutgoingFailure('address_refused');
  let addresses: readonly { address: string }[];
  try {
    addresses = await Bun.dns.lookup(hostname.replace(/^\[|\]$/g, ''));
  } catch (error) {
    throw new OutgoingFailure('unreachable', error);
  }
  if (addresses.length === 0) throw new OutgoingFailure('unreachable');
  for (const { address } of addresses) {
    const kind = classifyAddress(address);
    if (kind === 'metadata' || (kind === 'private' && !internal)) throw new OutgoingFailure('address_refused');
  }
}

/** Opens and closes a TCP connection: fetch cannot tell a host that does not accept from one that thinks for long. */
async function knock(url: URL, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutgoingFailure('connect_timeout')), timeoutMs);
    signal.addEventListener('abort', () => reject(new OutgoingFailure('aborted')), { once: true });
  });
  const connecting = Bun.connect({
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    socket: { data() {}, open() {}, error() {} },
  });
  try {
    const socket = await Promise.race([connecting, tooLate]);
    socket.end();
  } catch (error) {
    connecting.then((socket) => socket.end()).catch(() => {});
    throw error instanceof OutgoingFailure ? error : new OutgoingFailure('unreachable', error);
  } finally {
    clearTimeout(timer);
  }
}
