import { isIP } from 'node:net';
import { classifyAddress } from './address.ts';
import type { HttpConnection, OpenConnection } from './http-connection.ts';
import { OutgoingFailure } from './http-reply.ts';

/** A place that requests go to, and the connections to it that wait for their next one. */
export interface Origin {
  /** As the request's first line names it: path and query. */
  readonly target: string;
  /** As the `host` header names it. */
  readonly host: string;
  /** A kept connection, the one used last. */
  idle(): HttpConnection | undefined;
  /** A new one. Throws OutgoingFailure. */
  connect(timeoutMs: number, signal: AbortSignal): Promise<HttpConnection>;
}

/** Addresses of a host are looked up again after this long. */
const FRESH_MS = 30_000;
/** A connection without a request for this long is closed. */
const IDLE_MS = 30_000;
const MOST_IDLE = 256;
/** The next address is tried beside one that has not answered for this long (RFC 8305 section 5). */
const STAGGER_MS = 250;

export function createOrigin(url: URL, internal: boolean, open: OpenConnection): Origin {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const tls = secure ? { serverName: isIP(hostname) === 0 ? hostname : undefined } : undefined;
  let known: { readonly addresses: readonly string[]; readonly until: number } | undefined;
  let kept: { readonly connection: HttpConnection; readonly since: number }[] = [];
  let sweeping: ReturnType<typeof setTimeout> | undefined;

  const sweep = (): void => {
    const oldest = performance.now() - IDLE_MS;
    for (const { connection, since } of kept) if (since <= oldest) connection.destroy();
    kept = kept.filter(({ connection }) => !connection.closed);
    sweeping = kept.length === 0 ? undefined : later(sweep);
  };
  const keep = (connection: HttpConnection): void => {
    if (kept.length >= MOST_IDLE) connection.destroy();
    else kept.push({ connection, since: performance.now() });
    if (sweeping === undefined) sweeping = later(sweep);
  };
  const addressesOf = async (): Promise<readonly string[]> => {
    if (known === undefined || performance.now() > known.until) {
      known = { addresses: await checkedAddresses(hostname, internal), until: performance.now() + FRESH_MS };
    }
    return known.addresses;
  };

  return {
    target: `${url.pathname}${url.search}`,
    host: url.host,
    idle() {
      for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
        if (!last.connection.closed) return last.connection;
      }
      return undefined;
    },
    async connect(timeoutMs, signal) {
      const race = startRace(timeoutMs, signal);
      addressesOf().then(
        (addresses) => race.run(addresses.map((address) => () => open({ address, port, tls }, keep))),
        race.fail,
      );
      try {
        return await race.winner;
      } catch (error) {
        known = undefined;
        throw error;
      }
    },
  };
}

function later(work: () => void): ReturnType<typeof setTimeout> {
  const timer = setTimeout(work, IDLE_MS);
  timer.unref();
  return timer;
}

type Attempt = ReturnType<OpenConnection>;

interface Race {
  readonly winner: Promise<HttpConnection>;
  run(attempts: readonly (() => Attempt)[]): void;
  fail(error: unknown): void;
}

/** One attempt after the other, the next as soon as one fails or is slow; the first connection wins and the others are given up. */
function startRace(timeoutMs: number, signal: AbortSignal): Race {
  const { promise: winner, resolve, reject } = Promise.withResolvers<HttpConnection>();
  const running: Attempt[] = [];
  let over = false;
  let hurry: ReturnType<typeof setTimeout> | undefined;
  const finish = (): void => {
    over = true;
    clearTimeout(timer);
    clearTimeout(hurry);
    signal.removeEventListener('abort', onAbort);
  };
  const fail = (error: unknown): void => {
    if (over) return;
    finish();
    for (const { giveUp } of running) giveUp();
    reject(error instanceof OutgoingFailure ? error : new OutgoingFailure('unreachable', error));
  };
  const onAbort = (): void => fail(new OutgoingFailure('aborted'));
  const timer = setTimeout(() => fail(new OutgoingFailure('connect_timeout')), timeoutMs);
  signal.addEventListener('abort', onAbort, { once: true });

  const run = (attempts: readonly (() => Attempt)[]): void => {
    let failed = 0;
    const next = (): void => {
      clearTimeout(hurry);
      const begin = over ? undefined : attempts[running.length];
      if (begin === undefined) return;
      const attempt = begin();
      running.push(attempt);
      hurry = setTimeout(next, STAGGER_MS);
      attempt.opened.then(
        (connection) => {
          if (over) return connection.destroy();
          finish();
          for (const other of running) if (other !== attempt) other.giveUp();
          resolve(connection);
        },
        (error: unknown) => {
          if (++failed === attempts.length) fail(error);
          else next();
        },
      );
    };
    next();
  };
  return { winner, run, fail };
}

/** The addresses of a host, all of them allowed. Throws OutgoingFailure. */
async function checkedAddresses(hostname: string, internal: boolean): Promise<readonly string[]> {
  if (hostname === 'metadata.google.internal' || hostname === 'metadata') throw new OutgoingFailure('address_refused');
  const found = await Bun.dns.lookup(hostname);
  if (found.length === 0) throw new OutgoingFailure('unreachable');
  for (const { address } of found) {
    const kind = classifyAddress(address);
    if (kind === 'metadata' || (kind === 'private' && !internal)) throw new OutgoingFailure('address_refused');
  }
  return [...new Set(found.map(({ address }) => address))];
}
