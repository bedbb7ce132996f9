import { expect, test } from 'bun:test';
import { chat, startGateway } from '../support/start-gateway.ts';

test('a whole answer that stops in the middle ends with the total time-out, and its provider is left', async () => {
  const running = await startGateway({ config: { upstream: { totalSeconds: 1 } } });
  let left = false;
  running.provider.answerWith(() => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":"half')),
      cancel: () => {
        left = true;
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
  try {
    const response = await running.post(chat('hi'));
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ error: { code: 'upstream_timeout', type: 'server_error' } });
    expect((await running.audit())[0]).toMatchObject({
      status: 504,
      error_code: 'upstream_timeout',
      state: 'complete',
    });
    for (let tries = 0; tries < 50 && !left; tries++) await Bun.sleep(20);
    expect(left).toBe(true);
  } finally {
    await running.stop();
  }
});
