import type { HttpBody, HttpBodyReader, HttpHeaders, HttpReply, OutgoingFailure } from './http-reply.ts';

/** What a body asks of the connection it comes from. */
export interface BodySource {
  pause(): void;
  resume(): void;
  /** Nobody wants the rest. */
  abandon(): void;
}

type Read = Awaited<ReturnType<HttpBodyReader['read']>>;

/** Bytes of a body that may wait for their reader before the sender is asked to wait. */
const ENOUGH = 256 * 1024;
const MAX_TEXT = 64 * 1024 * 1024;

const decoder = new TextDecoder();
const DONE: Read = { done: true };

/** One answer on its way in: filled by its connection, read by whoever asked. */
export class HttpExchange implements HttpReply, HttpBody, HttpBodyReader {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly #source: BodySource;
  #pieces: Uint8Array[] = [];
  #held = 0;
  #limit = ENOUGH;
  #paused = false;
  #ended = false;
  #failure: OutgoingFailure | undefined;
  /** Waits for the next piece, the end or the failure. */
  #wake: (() => void) | undefined;

  constructor(status: number, headers: ReadonlyMap<string, string>, source: BodySource) {
    this.status = status;
    this.headers = {
      get: (name) => headers.get(name) ?? null,
      has: (name) => headers.has(name),
      forEach: (visit) => headers.forEach(visit),
    };
    this.#source = source;
  }

  /** For the connection. */
  push(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#held += piece.length;
    if (this.#held > this.#limit && !this.#paused && this.#wake === undefined) {
      this.#paused = true;
      this.#source.pause();
    }
    this.#notify();
  }

  /** For the connection: the body is whole, or it never will be. */
  end(failure?: OutgoingFailure): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#notify();
  }

  get body(): HttpBody {
    return this;
  }

  getReader(): HttpBodyReader {
    return this;
  }

  read(): Promise<Read> {
    const piece = this.#take();
    if (piece !== undefined) return Promise.resolve({ done: false, value: piece });
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#ended) return Promise.resolve(DONE);
    return new Promise((resolve, reject) => {
      this.#wake = () => {
        const next = this.#take();
        if (next !== undefined) resolve({ done: false, value: next });
        else if (this.#failure !== undefined) reject(this.#failure);
        else resolve(DONE);
      };
    });
  }

  async text(maxBytes: number = MAX_TEXT): Promise<string> {
    this.#limit = Number.POSITIVE_INFINITY;
    this.#go();
    while (!this.#ended) {
      if (this.#held > maxBytes) break;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#held > maxBytes) {
      this.#source.abandon();
      throw new RangeError('the body is too large');
    }
    const [only, ...others] = this.#pieces;
    this.#pieces = [];
    if (only === undefined) return '';
    return decoder.decode(others.length === 0 ? only : Buffer.concat([only, ...others]));
  }

  async cancel(): Promise<void> {
    this.#pieces = [];
    if (!this.#ended) this.#source.abandon();
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (let next = await this.read(); !next.done; next = await this.read()) yield next.value;
    } finally {
      await this.cancel();
    }
  }

  #take(): Uint8Array | undefined {
    const piece = this.#pieces.length === 1 ? this.#pieces.pop() : this.#pieces.shift();
    if (piece === undefined) return undefined;
    this.#held -= piece.length;
    if (this.#held < ENOUGH / 2) this.#go();
    return piece;
  }

  #go(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#source.resume();
  }

  #notify(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
