import { type ChatGate, completeChat } from '../../request-path/chat-completion.ts';
import type { ChatReply } from '../../request-path/chat-reply.ts';
import { commonHeaders } from '../common-headers.ts';
import { EVENT_STREAM } from '../event-stream.ts';
import type { RequestFacts } from '../request-facts.ts';

/** `POST /chat/completions`: hands the call to the request path and turns its reply into a response. */
export async function chatCompletions(
  request: Request,
  facts: RequestFacts,
  gate: ChatGate,
  readBody: () => Promise<Uint8Array>,
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
  return toResponse(reply, facts.requestId);
}

function toResponse({ status, headers, body }: ChatReply, requestId: string): Response {
  const kind = typeof body === 'string' ? JSON_BODY : EVENT_STREAM;
  return new Response(typeof body === 'string' ? body : body.response(), {
    status,
    headers: { ...headers, ...kind, ...commonHeaders(requestId) },
  });
}

const JSON_BODY = { 'content-type': 'application/json' };

function retryCount(header: string | null): number {
  return header !== null && /^\d{1,3}$/.test(header) ? Number(header) : 0;
}
