/** A provider that does what a test tells it to and remembers every byte it was sent. */
export interface FakeProvider {
  readonly baseUrl: string;
  /** Every request, in order. */
  readonly received: ReceivedRequest[];
  /** What the next requests are answered with; the last one stays. */
  answerWith(...answers: FakeAnswer[]): void;
  /** Streams that were cut off by the gateway. */
  readonly aborted: () => number;
  stop(): Promise<void>;
}

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** The raw body, as UTF-8. */
  readonly text: string;
  readonly body: ReceivedBody;
}

export interface ReceivedBody {
  readonly model: string;
  readonly messages: { role: string; content: unknown }[];
  readonly [field: string]: unknown;
}

export type FakeAnswer = (request: ReceivedRequest, noteAbort: () => void) => Response | Promise<Response>;

/** On a free port unless one is named. */
export function startFakeProvider({ port = 0 }: { readonly port?: number } = {}): FakeProvider {
  const received: ReceivedRequest[] = [];
  let answers: FakeAnswer[] = [(request) => wholeAnswer(echoOf(request))];
  let abortedCount = 0;
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port,
    idleTimeout: 0,
    async fetch(request) {
      const text = await request.text();
      const entry: ReceivedRequest = {
        path: new URL(request.url).pathname,
        headers: Object.fromEntries(request.headers),
        text,
        body: text === '' ? { model: '', messages: [] } : (JSON.parse(text) as ReceivedBody),
      };
      received.push(entry);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined) return new Response(null, { status: 500 });
      return answer(entry, () => {
        abortedCount++;
      });
    },
  });
  return {
    baseUrl: `http://127.0.0.1:${server.port}/v1`,
    received,
    answerWith(...next) {
      answers = next;
    },
    aborted: () => abortedCount,
    stop: () => server.stop(true),
  };
}

/** The text of the last message, as the provider got it. */
export function echoOf(request: ReceivedRequest): string {
  const content = request.body.messages.at(-1)?.content;
  return typeof content === 'string' ? content : JSON.stringify(content);
}

export function completion(message: Record<string, unknown>, finish = 'stop'): Record<string, unknown> {
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1715000000,
    model: 'true-model-2024',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, logprobs: null, finish_reason: finish }],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
  };
}

export function wholeAnswer(content: string): Response {
  return Response.json(completion({ content, refusal: null }), {
    headers: { 'x-ratelimit-remaining-requests': '59', 'set-cookie': 'session=upstream', server: 'upstream' },
  });
}

export function chunk(delta: Record<string, unknown>, finish: string | null = null, index = 0): string {
  return `data: ${JSON.stringify({
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    created: 1715000000,
    model: 'true-model-2024',
    choices: [{ index, delta, logprobs: null, finish_reason: finish }],
  })}\n\n`;
}

export const USAGE_CHUNK = `data: ${JSON.stringify({
  id: 'chatcmpl-fake',
  object: 'chat.completion.chunk',
  created: 1715000000,
  model: 'true-model-2024',
  choices: [],
  usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
})}\n\n`;

export const DONE = 'data: [DONE]\n\n';

/**
 * A streamed answer: pieces as given, each in its own segment; a number waits that many milliseconds, a promise until it is resolved,
 * 'break' cuts the connection.
 */
export function streamedAnswer(
  pieces: readonly (string | number | Promise<unknown> | Uint8Array | 'break')[],
  noteAbort = () => {},
): Response {
  const encoder = new TextEncoder();
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const piece = pieces[at++];
        if (piece === undefined) return controller.close();
        if (piece === 'break') return controller.error(new Error('the fake provider broke off'));
        if (typeof piece === 'number') {
          await Bun.sleep(piece);
          continue;
        }
        if (piece instanceof Promise) {
          await piece;
          continue;
        }
        controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
        await Bun.sleep(0);
        return;
      }
    },
    cancel: noteAbort,
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** Streams a text the way models do, a few characters at a time, then usage and the end. */
export function streamText(text: string, size = 3): Response {
  const pieces = [chunk({ role: 'assistant', content: '' })];
  const points = Array.from(text);
  for (let i = 0; i < points.length; i += size) pieces.push(chunk({ content: points.slice(i, i + size).join('') }));
  return streamedAnswer([...pieces, chunk({}, 'stop'), USAGE_CHUNK, DONE]);
}
