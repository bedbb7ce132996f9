import { type HttpConnection, openConnection } from './http-connection.ts';
import { createOrigin, type Origin } from './http-origin.ts';
import { type HttpReply, OutgoingFailure } from './http-reply.ts';

/**
 * The way out. Every call has an abort signal, follows no redirect, and its connection goes to the very address that was looked at
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
  /** Ends the exchange, also while the body is read. */
  readonly signal: AbortSignal;
  /** True where the operator marked the provider as inside his own network. */
  readonly internal: boolean;
  /** Time to open a connection, in milliseconds. */
  readonly connectTimeoutMs: number;
}

const MOST_ORIGINS = 1000;

export function createHttpClient(): HttpClient {
  const origins = new Map<string, Origin>();
  const originOf = ({ url, internal }: OutgoingRequest): Origin => {
    const key = internal ? `internal ${url}` : url;
    let origin = origins.get(key);
    if (origin === undefined) {
      if (origins.size > MOST_ORIGINS) origins.clear();
      origin = createOrigin(new URL(url), internal, openConnection);
      origins.set(key, origin);
    }
    return origin;
  };
  return {
    async send(request) {
      const { signal, body } = request;
      if (signal.aborted) throw new OutgoingFailure('aborted');
      const origin = originOf(request);
      const bytes = typeof body === 'object' ? await body.bytes() : (body ?? '');
      const head = printHead(request, origin, typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length);
      for (let connection = origin.idle(); ; connection = undefined) {
        connection ??= await origin.connect(request.connectTimeoutMs, signal);
        const wasUsed = connection.used > 0;
        try {
          const reply = connection.send(head, bytes);
          leaveWith(signal, connection);
          return await reply;
        } catch (error) {
          if (signal.aborted) throw new OutgoingFailure('aborted', error);
          // The other side may close a kept connection while a request is on its way to it (RFC 9112 section 9.3.1).
          if (!wasUsed || !connection.isSilent) throw error;
        }
      }
    },
  };
}

/** An abort ends the exchange that has just begun, and no later one on the same connection. */
function leaveWith(signal: AbortSignal, connection: HttpConnection): void {
  const exchange = connection.used;
  signal.addEventListener(
    'abort',
    () => {
      if (connection.used === exchange && connection.isBusy) connection.destroy();
    },
    { once: true },
  );
}

/** No body of ours is worth compressing, and none of theirs is unpacked here: a small one can unfold to any size. */
function printHead({ method, headers }: OutgoingRequest, { target, host }: Origin, length: number): string {
  let head = `${method} ${target} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: identity\r\n`;
  for (const name in headers) {
    const value = (headers[name] ?? '').trim();
    if (!NAME.test(name) || !VALUE.test(value)) throw new TypeError('a header that cannot be sent');
    head += `${name}: ${value}\r\n`;
  }
  return method === 'GET' ? `${head}\r\n` : `${head}content-length: ${length}\r\n\r\n`;
}

/** RFC 9110 section 5: a line break would begin another header. */
const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const VALUE = /^[\t\x20-\x7e]*$/;
