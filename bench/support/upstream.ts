/** The provider of the benchmarks, in a process of its own: answers a chat request at once, or streams chunks at a pace. */
import { PLACEHOLDERS, WORDS } from './spoken.ts';

const [chunkCount = 50, intervalMs = 20] = process.argv.slice(2).map(Number);

const ANSWER = JSON.stringify({
  id: 'chatcmpl-bench',
  object: 'chat.completion',
  created: 1715000000,
  model: 'bench-model',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'I will write to [EMAIL_1] and call [PHONE_1]. '.repeat(12),
        refusal: null,
      },
      logprobs: null,
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 300, completion_tokens: 200, total_tokens: 500 },
});

const encoder = new TextEncoder();
const chunkOf = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion.chunk',
    created: 1715000000,
    model: 'bench-model',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  })}\n\n`;
const CHUNKS = Array.from({ length: chunkCount }, (_unused, i) =>
  encoder.encode(chunkOf({ content: WORDS[i % WORDS.length] ?? '' })),
);
/** For the model `bench-placeholders`. */
const WITH_PLACEHOLDERS = Array.from({ length: chunkCount }, (_unused, i) =>
  encoder.encode(chunkOf({ content: PLACEHOLDERS[i % PLACEHOLDERS.length] ?? '' })),
);
const END = encoder.encode(`${chunkOf({}, 'stop')}data: [DONE]\n\n`);

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  idleTimeout: 0,
  async fetch(request) {
    const body = await request.text();
    if (!body.includes('"stream":true')) {
      return new Response(ANSWER, { headers: { 'content-type': 'application/json' } });
    }
    const chunks = body.includes('"bench-placeholders"') ? WITH_PLACEHOLDERS : CHUNKS;
    let at = 0;
    return new Response(
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          if (intervalMs > 0) await Bun.sleep(intervalMs);
          const chunk = chunks[at++];
          if (chunk !== undefined) return controller.enqueue(chunk);
          controller.enqueue(END);
          controller.close();
        },
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    );
  },
});
console.log(`listening ${server.port}`);
