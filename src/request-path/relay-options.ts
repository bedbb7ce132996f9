/** What relaying a stream takes, and what it says at its end. */
import type { JsonObject } from '../chat/json.ts';
import type { ErrorBody } from '../errors.ts';
import type { HttpBody } from '../platform/http-reply.ts';
import type { UpstreamTimeouts } from '../providers/provider.ts';

/** How a streamed exchange went, for the record. */
export interface StreamOutcome {
  readonly ended: 'complete' | 'error' | 'client_left';
  readonly code: string | null;
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

/** Rewrites parsed chunks (restoration); `end` gives what was still held when a stream ends without a finish frame. */
export interface ChunkTransform {
  transform(chunk: JsonObject): readonly JsonObject[];
  end(): readonly JsonObject[];
}

export interface RelayOptions {
  readonly upstream: HttpBody;
  /** What the client sees as the model: the workspace's name. */
  readonly model: string;
  /** The client asked for the usage chunk. */
  readonly includeUsage: boolean;
  readonly chunks: ChunkTransform;
  readonly timeouts: UpstreamTimeouts;
  /** Aborts the provider's connection. */
  readonly abort: () => void;
  /** Turns a provider's error event into our envelope. */
  readonly readError: (event: JsonObject) => ErrorBody;
  /** Turns what the chunks' transform throws into our envelope; without it the provider's answer counts as broken off. */
  readonly onFailure?: (error: unknown) => ErrorBody;
  /** A comment, blank line included, before the end of the stream, whatever that is. */
  readonly receipt?: () => string;
  /** Called exactly once. */
  readonly onEnd: (outcome: StreamOutcome) => void;
}
