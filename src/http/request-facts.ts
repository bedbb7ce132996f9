import type { Server } from 'bun';

/** What the edge knows of a request beside its body. */
export interface RequestFacts {
  readonly requestId: string;
  /** IPv4 or IPv6 text. */
  readonly clientAddress: string;
}

export type BunServer = Server<undefined>;

/**
 * The caller's address: the connection's, or behind a trusted proxy the last entry of X-Forwarded-For, the only one that proxy
 * wrote itself. Whatever a client puts before it does not count.
 */
export function clientAddress(request: Request, server: BunServer | undefined, trustProxy: boolean): string {
  if (trustProxy) {
    const last = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (last !== undefined && /^[0-9a-fA-F.:]{2,45}$/.test(last)) return last;
  }
  const address = server?.requestIP(request)?.address ?? '';
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
