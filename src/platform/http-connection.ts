import type { Socket } from 'bun';
import { HttpExchange } from './http-exchange.ts';
import { type ChunkedReader, createChunkedReader, type Head, parseHead } from './http-framing.ts';
import { type HttpReply, OutgoingFailure } from './http-reply.ts';

/** One address to connect to; where TLS is spoken, the name that its certificate must show. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
  readonly tls: { readonly serverName: string | undefined } | undefined;
}

/** Connects; with TLS the certificate is checked by the runtime, as `fetch` does. `opened` rejects with the reason. */
export type OpenConnection = (
  endpoint: Endpoint,
  onFree: (connection: HttpConnection) => void,
) => { readonly opened: Promise<HttpConnection>; readonly giveUp: () => void };

/** Bytes of an answer's head that are read at most. */
const LONGEST_HEAD = 64 * 1024;
/** Requests up to this many characters are written in one go. */
const ONE_WRITE = 64 * 1024;
const KEEP_ALIVE_MS = 60_000;

/**
 * A connection of HTTP/1.1, one exchange at a time. Bun's `fetch` runs on a thread of its own: two wake-ups and several objects for
 * each request and each piece of its answer, which cost more than all of this.
 */
export class HttpConnection {
  /** How many exchanges it has begun. */
  used = 0;
  closed = false;
  readonly #onFree: (connection: HttpConnection) => void;
  #socket: OurSocket | undefined;
  #opened: { resolve: (connection: HttpConnection) => void; reject: (error: unknown) => void } | undefined;
  #waiting: { resolve: (reply: HttpReply) => void; reject: (error: OutgoingFailure) => void } | undefined;
  #exchange: HttpExchange | undefined;
  #head: Head | undefined;
  #chunks: ChunkedReader | undefined;
  /** Of a body with a length: bytes still to come. */
  #remaining = 0;
  /** The beginning of a head that has not come whole. */
  #partial: Buffer | undefined;
  /** What the socket has not taken yet. */
  #unsent: Uint8Array | undefined;

  constructor(
    onFree: (connection: HttpConnection) => void,
    opened: { resolve: (connection: HttpConnection) => void; reject: (error: unknown) => void },
  ) {
    this.#onFree = onFree;
    this.#opened = opened;
  }

  /** Starts an exchange; its answer's head resolves the promise. @param head with its last empty line. Throws OutgoingFailure. */
  send(head: string, body: string | Uint8Array): Promise<HttpReply> {
    if (this.closed) return Promise.reject(new OutgoingFailure('unreachable'));
    this.used++;
    this.#socket?.ref();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      if (typeof body === 'string' && body.length <= ONE_WRITE) this.#write(head + body);
      else {
        this.#write(head);
        this.#write(typeof body === 'string' ? Buffer.from(body) : body);
      }
    });
  }

  /** Nothing of an answer has come yet. */
  get isSilent(): boolean {
    return this.#exchange === undefined && this.#partial === undefined;
  }

  /** An exchange has not come to its end. */
  get isBusy(): boolean {
    return this.#waiting !== undefined || this.#exchange !== undefined;
  }

  /** Closes it at once; whoever waits for something hears of it. */
  destroy(reason: unknown = new Error('given up')): void {
    this.lost(reason);
    this.#socket?.terminate();
  }

  #write(data: string | Uint8Array): void {
    if (this.#unsent !== undefined) {
      this.#unsent = Buffer.concat([this.#unsent, typeof data === 'string' ? Buffer.from(data) : data]);
      return;
    }
    const socket = this.#socket;
    if (socket === undefined || this.closed) return;
    const size = typeof data === 'string' ? Buffer.byteLength(data) : data.length;
    const written = Math.max(0, socket.write(data));
    if (written < size) this.#unsent = (typeof data === 'string' ? Buffer.from(data) : data).subarray(written);
  }

  /** Told by the socket: it takes more. */
  drain(): void {
    const rest = this.#unsent;
    this.#unsent = undefined;
    if (rest !== undefined) this.#write(rest);
  }

  /** Told by the socket: it may be written to. */
  ready(socket: OurSocket): void {
    if (this.closed) {
      socket.terminate();
      return;
    }
    this.#socket = socket;
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    this.#opened?.resolve(this);
    this.#opened = undefined;
  }

  /** Told by the socket: its certificate is not to be trusted. */
  refuse(socket: OurSocket, error: unknown): void {
    this.lost(error);
    socket.terminate();
  }

  /** Told by the socket: bytes of an answer. */
  take(bytes: Buffer): void {
    try {
      if (this.#exchange !== undefined) this.#takeBody(this.#exchange, bytes);
      else if (this.#waiting !== undefined) this.#takeHead(bytes);
      // Bytes that nobody asked for.
      else this.destroy();
    } catch (error) {
      this.destroy(error);
    }
  }

  #takeHead(bytes: Buffer): void {
    const all = this.#partial === undefined ? bytes : Buffer.concat([this.#partial, bytes]);
    const end = all.indexOf('\r\n\r\n');
    if (end === -1 ? all.length > LONGEST_HEAD : end > LONGEST_HEAD) throw new Error('a head that is too long');
    if (end === -1) {
      this.#partial = all;
      return;
    }
    this.#partial = undefined;
    const head = parseHead(all.toString('latin1', 0, end));
    const rest = all.subarray(end + 4);
    if (head.status < 200) {
      if (head.status === 101) throw new Error('another protocol');
      // An interim answer (RFC 9110 section 15.2): the real one follows.
      if (rest.length > 0) this.#takeHead(rest);
      return;
    }
    this.#head = head;
    this.#chunks = head.framing.kind === 'chunked' ? createChunkedReader() : undefined;
    this.#remaining = head.framing.kind === 'length' ? head.framing.length : 0;
    const exchange = new HttpExchange(head.status, head.headers, {
      pause: () => this.#socket?.pause(),
      resume: () => this.#socket?.resume(),
      abandon: () => {
        if (this.#exchange === exchange) this.destroy();
      },
    });
    this.#exchange = exchange;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(exchange);
    if (rest.length > 0 || (head.framing.kind === 'length' && this.#remaining === 0)) this.#takeBody(exchange, rest);
  }

  #takeBody(exchange: HttpExchange, bytes: Buffer): void {
    if (this.#chunks !== undefined) {
      const end = this.#chunks(bytes, (piece) => exchange.push(piece));
      if (end !== -1) this.#finish(exchange, end < bytes.length);
      return;
    }
    if (this.#head?.framing.kind === 'close') {
      exchange.push(bytes);
      return;
    }
    const own = bytes.length > this.#remaining ? bytes.subarray(0, this.#remaining) : bytes;
    this.#remaining -= own.length;
    if (own.length > 0) exchange.push(own);
    if (this.#remaining === 0) this.#finish(exchange, own.length < bytes.length);
  }

  /** @param hasMore bytes follow that belong to no exchange: whoever sent them is not to be trusted with another */
  #finish(exchange: HttpExchange, hasMore: boolean): void {
    const reusable = !hasMore && this.#head?.keepAlive === true && this.#unsent === undefined && !this.closed;
    this.#exchange = undefined;
    this.#head = undefined;
    this.#chunks = undefined;
    exchange.end();
    if (!reusable) {
      this.destroy();
      return;
    }
    // A connection that waits for its next request keeps no process alive.
    this.#socket?.unref();
    this.#onFree(this);
  }

  /** The connection is gone: by its end (undefined), by an error, by us. */
  lost(cause: unknown): void {
    if (this.closed) return;
    this.closed = true;
    this.#unsent = undefined;
    this.#opened?.reject(cause ?? new Error('closed before it was open'));
    this.#opened = undefined;
    this.#waiting?.reject(new OutgoingFailure('unreachable', cause));
    this.#waiting = undefined;
    const exchange = this.#exchange;
    this.#exchange = undefined;
    // Without a length and chunks the end of the connection is the end of the body.
    exchange?.end(
      this.#head?.framing.kind === 'close' && cause === undefined
        ? undefined
        : new OutgoingFailure('unreachable', cause),
    );
  }
}

export const openConnection: OpenConnection = ({ address: hostname, port, tls }, onFree) => {
  const { promise: opened, resolve, reject } = Promise.withResolvers<HttpConnection>();
  const data = new HttpConnection(onFree, { resolve, reject });
  const connecting =
    tls === undefined
      ? Bun.connect<HttpConnection>({ hostname, port, data, socket: PLAIN })
      : Bun.connect<HttpConnection>({
          hostname,
          port,
          data,
          socket: SECURE,
          tls: tls.serverName === undefined ? true : { serverName: tls.serverName },
        });
  connecting.catch((error: unknown) => data.lost(error));
  return { opened, giveUp: () => data.destroy() };
};

type OurSocket = Socket<HttpConnection>;

const COMMON = {
  data: (socket: OurSocket, bytes: Buffer) => socket.data.take(bytes),
  drain: (socket: OurSocket) => socket.data.drain(),
  // The other side sends nothing more.
  end: (socket: OurSocket) => {
    socket.end();
  },
  close: (socket: OurSocket) => socket.data.lost(undefined),
  error: (socket: OurSocket, error: Error) => socket.data.lost(error),
  connectError: (socket: OurSocket, error: Error) => socket.data.lost(error),
};

const PLAIN = { ...COMMON, open: (socket: OurSocket) => socket.data.ready(socket) };

const SECURE = {
  ...COMMON,
  open() {},
  handshake(socket: OurSocket, success: boolean, error: Error | null) {
    if (success) socket.data.ready(socket);
    else socket.data.refuse(socket, error);
  },
};
