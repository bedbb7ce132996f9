import { type ChatGate, completeChat } from '../../request-path/chat-completion.ts';
import type { ChatReply } from '../../request-path/chat-reply.ts';
import { commonHeaders } from '../common-headers.ts';
import { EVENT_STREAM } from '../event-stream.ts';
import type { RequestFacts } from '../request-facts.ts';

export interface ChatCall {
  readonly gate: ChatGate;
  /** Reads the body under the size limit; asked only once the caller is known. */
  readonly readBody: () => Promise<Uint8Array>;
  /** Told when nothing more will be written; not where this throws. */
  readonly answered: () => void;
}

/** `POST /chat/completions`: hands the call to the request path and turns its reply into a response. */
export async function chatCompletions(
  request: Request,
  facts: RequestFacts,
  { gate, readBody, answered }: ChatCall,
): Promise<Response> {
  const reply = await completeChat(gate, {
    requestId: facts.requestId,
    authorization: request.headers.get('authorization'),
    clientAddress: facts.clientAddress,
    retryCount: retryCount(request.headers.get('x-stainless-retry-count')),
    readBody,
    signal: request.signal,
    arrivedAt: performance.now(),
  });
  return toResponse(reply, facts.requestId, answered);
}

function toResponse({ status, headers, body }: ChatReply, requestId: string, answered: () => void): Response {
  const common = commonHeaders(requestId);
  if (typeof body !== 'string')
    return new Response(body.response(answered), { status, headers: { ...headers, ...EVENT_STREAM, ...common } });
  answered();
  return new Response(body, { status, headers: { ...headers, ...JSON_BODY, ...common } });
}

const JSON_BODY = { 'content-type': 'application/json' };

function retryCount(header: string | null): number {
  return header !== null && /^\d{1,3}$/.test(header) ? Number(header) : 0;
}
