import { isIP } from 'node:net';
import type { Server } from 'bun';

/** What the edge knows of a request beside its body. */
export interface RequestFacts {
  readonly requestId: string;
  /** IPv4 or IPv6 text. */
  readonly clientAddress: string;
}

export type BunServer = Server<undefined>;

/** A connection on which nothing happens for so long is closed. */
export const IDLE_SECONDS = 60;

/**
 * The caller's address: the connection's, or behind a trusted proxy the last entry of X-Forwarded-For, the only one that proxy
 * wrote itself. Whatever a client puts before it does not count.
 */
export function clientAddress(request: Request, server: BunServer | undefined, trustProxy: boolean): string {
  const address = (trustProxy ? lastForwarded(request) : undefined) ?? server?.requestIP(request)?.address ?? '';
  return address.toLowerCase().startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/** Some proxies write the port behind the address, and brackets around IPv6 (RFC 7239 section 6 does so too). Undefined for what is no address. */
function lastForwarded(request: Request): string | undefined {
  const last = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const inBrackets = /^\[([^\]]{2,45})\](?::\d{1,5})?$/.exec(last)?.[1];
  const address = inBrackets ?? last.replace(/^([\d.]{7,15}):\d{1,5}$/, '$1');
  return isIP(address) === 0 ? undefined : address;
}
