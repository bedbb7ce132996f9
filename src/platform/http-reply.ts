/** The answer to an outgoing call: what we use of a `Response`. */
export interface HttpReply {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: HttpBody & AsyncIterable<Uint8Array>;
  /** The whole body as UTF-8 text. Throws OutgoingFailure, and RangeError beyond `maxBytes` (64 MB unless told otherwise). */
  text(maxBytes?: number): Promise<string>;
}

/** `Headers` is one. Names are in small letters. */
export interface HttpHeaders {
  get(name: string): string | null;
  has(name: string): boolean;
  forEach(visit: (value: string, name: string) => void): void;
}

/** `ReadableStream<Uint8Array>` is one. It is read once: in bytes, or in text where whoever made it has decoded it. */
export interface HttpBody {
  getReader(): HttpBodyReader;
  /** What is left is not wanted: the connection is closed. */
  cancel(reason?: unknown): Promise<void>;
}

export interface HttpBodyReader {
  /** Throws where the body ends before its end. */
  read(): Promise<BodyRead>;
  cancel(reason?: unknown): Promise<void>;
}

export type BodyRead =
  | { readonly done: false; readonly value: Uint8Array | string }
  | { readonly done: true; readonly value?: undefined };

export type OutgoingFailureReason = 'address_refused' | 'unreachable' | 'connect_timeout' | 'aborted';

/** The call did not get an answer, or not to its end. */
export class OutgoingFailure extends Error {
  readonly reason: OutgoingFailureReason;
  constructor(reason: OutgoingFailureReason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'OutgoingFailure';
    this.reason = reason;
  }
}
