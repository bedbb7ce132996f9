import { createEventReader } from '../../src/chat/sse.ts';

/** The least a proxy can do: parse the request, put the upstream's model in, parse the answer, put the model back. No checks of any kind. */
const upstream = process.argv[2] ?? '';
const encoder = new TextEncoder();

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  idleTimeout: 0,
  async fetch(request) {
    const body = (await request.json()) as Record<string, unknown>;
    const response = await fetch(`${upstream}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
      body: JSON.stringify({ ...body, pii: undefined, model: 'bench-model' }),
    });
    if (body.stream !== true || response.body === null) {
      const answer = (await response.json()) as Record<string, unknown>;
      answer.model = body.model;
      return Response.json(answer);
    }
    const reader = response.body.getReader();
    const events = createEventReader(1_000_000);
    return new Response(
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return controller.close();
            let text = '';
            for (const { data } of events.push(value))
              text += `data: ${data === '[DONE]' ? data : rewritten(data, body.model)}\n\n`;
            if (text === '') continue;
            return controller.enqueue(encoder.encode(text));
          }
        },
        cancel: () => reader.cancel(),
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    );
  },
});

function rewritten(data: string, model: unknown): string {
  const chunk = JSON.parse(data) as Record<string, unknown>;
  chunk.model = model;
  return JSON.stringify(chunk);
}

console.log(`listening ${server.port}`);
