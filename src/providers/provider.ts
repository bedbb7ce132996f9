import type { JsonObject } from '../chat/json.ts';
import type { ErrorBody } from '../errors.ts';
import type { InspectedRequest } from '../firewall/inspected-request.ts';
import type { HttpBody, HttpHeaders } from '../platform/http-reply.ts';

/** How long we wait for a provider, each in milliseconds. */
export interface UpstreamTimeouts {
  /** To open a connection. */
  readonly connectMs: number;
  /** From sending to the first byte of the answer's head. */
  readonly firstByteMs: number;
  /** Between two segments of a streamed answer. */
  readonly idleMs: number;
  /** For the whole exchange. */
  readonly totalMs: number;
}

export interface SendOptions {
  /** The provider's own name of the model. */
  readonly model: string;
  readonly stream: boolean;
  /** Lets the provider search the web. */
  readonly webSearch: boolean;
  /** Fires when the client leaves. */
  readonly signal: AbortSignal;
  readonly timeouts: UpstreamTimeouts;
}

/** What came back: a whole answer, a stream of server-sent events, or the provider's refusal in our envelope. */
export type UpstreamReply =
  | { readonly kind: 'answer'; readonly headers: HttpHeaders; readonly body: JsonObject }
  | {
      readonly kind: 'stream';
      readonly headers: HttpHeaders;
      readonly body: HttpBody;
      /** Ends the exchange with the provider. */
      readonly abort: () => void;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly headers: HttpHeaders;
      readonly body: ErrorBody;
      /** Worth trying another target: 408, 409, 429 and 5xx. */
      readonly retryable: boolean;
    };

/** One way of talking to a kind of provider. Takes inspected requests and nothing else. Throws GatewayError and OutgoingFailure. */
export interface Provider {
  readonly name: string;
  readonly canSearchWeb: boolean;
  send(request: InspectedRequest, options: SendOptions): Promise<UpstreamReply>;
}
