/** A reply without HTTP's classes: the edge makes a Response of it. */
export interface ChatReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | StreamedBody;
}

/** A streamed answer, taken once, in one of two ways. */
export interface StreamedBody {
  /** As the body of an HTTP response; `ended` is told just before nothing more is written. */
  response(ended: () => void): ReadableStream<Uint8Array>;
  /** For a reader in this process. */
  reader(): ReadableStream<Uint8Array>;
}
