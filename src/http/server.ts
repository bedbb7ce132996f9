import type { Log } from '../platform/log.ts';
import { endStreams } from '../request-path/stream-watch.ts';
import { missingPage, type Page } from './dashboard.ts';
import { type BunServer, IDLE_SECONDS } from './request-facts.ts';

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly fetch: (request: Request, server: BunServer) => Response | Promise<Response>;
  /** Paths of the dashboard; everything else goes to `fetch`. */
  readonly pages: Readonly<Record<string, Page>>;
  readonly log: Log;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Stops accepting, waits for requests under way for at most `drainMs`, then ends streams with an error that says so and closes what is left. */
  stop(drainMs: number): Promise<void>;
}

/** The port is taken, or the address is not this machine's. */
export class ListenError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ListenError';
  }
}

/** What is said to those whose streams are ended gets this long to reach them, in milliseconds. */
const FAREWELL_MS = 200;

/** Bodies are counted and refused by us with a clear error; Bun's own limit only has to be out of the way. */
const BUN_BODY_LIMIT = 1024 * 1024 * 1024;

/** The only user of Bun.serve. Throws ListenError. */
export function listen(options: ListenOptions): Listening {
  const { host, port, log } = options;
  let server: BunServer;
  try {
    server = Bun.serve({
      hostname: host,
      port,
      reusePort: false,
      idleTimeout: IDLE_SECONDS,
      maxRequestBodySize: BUN_BODY_LIMIT,
      development: false,
      routes: options.pages,
      fetch: (request, running) => missingPage(request) ?? options.fetch(request, running),
      error(error) {
        log.error('request.crashed', { error: error.name });
        return Response.json(
          { error: { message: 'The gateway failed.', type: 'server_error', param: null, code: 'internal_error' } },
          { status: 500 },
        );
      },
    });
  } catch (error) {
    throw new ListenError(explain(error, host, port), error);
  }
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${server.port}`,
    port: server.port ?? port,
    async stop(drainMs) {
      const drained = server.stop(false);
      await atMost(drainMs, drained);
      endStreams();
      await atMost(FAREWELL_MS, drained);
      await server.stop(true);
    },
  };
}

/** Waits for work, but no longer than this (milliseconds). */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, late]);
  clearTimeout(timer);
}

function explain(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `port ${port} on ${host} is already in use; set server.port or ONEFIREWALL_SERVER_PORT`;
  if (code === 'EACCES') return `port ${port} may not be opened by this user; set server.port to 1024 or higher`;
  return `cannot listen on ${host}:${port} (${String(code ?? 'unknown reason')}); check server.host`;
}
