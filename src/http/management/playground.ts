/** A conversation on the real request path for somebody who is signed in, as server-sent events. */
import type { PlaygroundEvent } from '../../contract/playground.ts';
import type { ChatGate } from '../../request-path/chat-completion.ts';
import { startPlayground } from '../../request-path/playground.ts';
import { EVENT_STREAM } from '../event-stream.ts';
import { refuseLongTexts } from './explain.ts';
import type { Handlers } from './handler.ts';

export function playgroundHandlers(gate: ChatGate): Handlers<'playground'> {
  return {
    async playground({ body, person, facts, signal }) {
      refuseLongTexts(body.messages);
      const gone = new AbortController();
      const call = {
        requestId: facts.requestId,
        userId: person.id,
        clientAddress: facts.clientAddress,
        signal: AbortSignal.any([signal, gone.signal]),
      };
      const turn = await startPlayground(gate, call, body);
      return new Response(eventStream(turn, gone), { headers: { ...EVENT_STREAM, 'x-request-id': facts.requestId } });
    },
  };
}

const encoder = new TextEncoder();

function eventStream(turn: AsyncGenerator<PlaygroundEvent, void>, gone: AbortController): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await turn.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(`event: ${value.event}\ndata: ${JSON.stringify(value.data)}\n\n`));
    },
    async cancel() {
      gone.abort();
      await turn.return();
    },
  });
}
