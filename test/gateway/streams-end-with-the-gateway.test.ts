import { expect, test } from 'bun:test';
import { chunk, streamedAnswer } from '../support/fake-provider.ts';
import { chat, contentOf, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

test('a stream that is still open when the gateway ends says so: an error, and no [DONE]', async () => {
  const running = await startGateway();
  let left = false;
  const never = new Promise<never>(() => {});
  running.provider.answerWith(() => {
    const { body } = streamedAnswer([chunk({ content: 'Hel' }), never]);
    const cancelled = new ReadableStream<Uint8Array>({
      async start(controller) {
        const first = await body?.getReader().read();
        if (first?.value !== undefined) controller.enqueue(first.value);
      },
      cancel: () => {
        left = true;
      },
    });
    return new Response(cancelled, { headers: { 'content-type': 'text/event-stream' } });
  });
  const response = await running.post(chat('hi', { stream: true }));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('Hel')) text += (await reader?.read())?.value ?? '';
  const stopped = running.stop();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    text += value;
  }
  const events = text.split('\n\n').filter((event) => event.startsWith('data: '));
  expect(contentOf(events.slice(0, -1).map((event) => event.slice('data: '.length)))).toBe('Hel');
  expect(JSON.parse(events.at(-1)?.slice('data: '.length) ?? '')).toMatchObject({
    error: { type: 'server_error', code: 'shutting_down', param: null },
  });
  await stopped;
  await waitUntil('the provider is left', () => left);
});
