/** A provider that takes its time without anybody waiting: it turns the clock of this process on, as long as a model would think. */
import { echoOf, type ReceivedRequest } from '../support/fake-provider.ts';

export interface ThinkingProvider {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

const MODELS = ['code-3', 'code-3-mini', 'embed-1', 'large-2', 'large-2-preview', 'small-1', 'vision-1'];

/** @param pass lets so many milliseconds pass */
export function startThinkingProvider(pass: (milliseconds: number) => void, random: () => number): ThinkingProvider {
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      if (request.method === 'GET') return Response.json({ object: 'list', data: MODELS.map((id) => ({ id })) });
      const body = (await request.json()) as ReceivedRequest['body'];
      const asked = echoOf({ path: '', headers: {}, text: '', body });
      const content = `Here is what I would suggest. ${asked}`;
      const usage = {
        prompt_tokens: Math.ceil(JSON.stringify(body.messages).length / 4),
        completion_tokens: Math.ceil(content.length / 4) + Math.round(120 * random()),
      };
      const rest = { id: 'chatcmpl-1', created: 1_715_000_000, model: body.model };
      // To the first word, then a word at a time: a few slow ones among many quick ones.
      pass(180 + 420 * random() + (random() < 0.06 ? 2400 * random() : 0));
      if (body.stream !== true) {
        pass(usage.completion_tokens * 9);
        const message = { role: 'assistant', content, refusal: null };
        const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
        return Response.json({ ...rest, object: 'chat.completion', choices, usage });
      }
      return new Response(events({ ...rest, object: 'chat.completion.chunk' }, content, usage, pass), {
        headers: { 'content-type': 'text/event-stream' },
      });
    },
  });
  return { baseUrl: `http://127.0.0.1:${server.port}/v1`, stop: () => server.stop(true) };
}

function events(
  head: object,
  content: string,
  usage: { readonly completion_tokens: number },
  pass: (milliseconds: number) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const words = content.split(/(?<= )/);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const word = words[at++];
      const choice = (delta: object, finish: string | null) => [
        { index: 0, delta, logprobs: null, finish_reason: finish },
      ];
      const send = (event: object) =>
        controller.enqueue(encoder.encode(`data: ${JSON.stringify({ ...head, ...event })}\n\n`));
      if (word !== undefined) {
        pass((usage.completion_tokens * 9) / words.length);
        send({ choices: choice({ content: word }, null) });
        return;
      }
      send({ choices: choice({}, 'stop') });
      send({ choices: [], usage });
      controller.enqueue(encoder.encode('data: [DONE]\n\n'));
      controller.close();
    },
  });
}
