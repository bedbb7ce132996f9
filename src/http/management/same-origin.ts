/** Cookies come along with requests another site makes the browser send: what changes something must come from our own pages. */
import { GatewayError } from '../../errors.ts';

/**
 * Browsers say where a request comes from in Sec-Fetch-Site (w3.org/TR/fetch-metadata) and, when it changes something, in Origin
 * (RFC 6454). A program sends neither, and no cookie it was not given.
 * @throws GatewayError origin_forbidden
 */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new GatewayError('origin_forbidden');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(publicUrl).origin && !isOwnHost(origin, request)) {
    throw new GatewayError('origin_forbidden');
  }
}

/** The gateway answers under any name it is reached by; the page must have come from the same. */
function isOwnHost(origin: string, request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
