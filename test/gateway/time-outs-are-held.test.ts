import { expect, test } from 'bun:test';
import type { BunServer } from '../../src/http/request-facts.ts';
import { wholeAnswer } from '../support/fake-provider.ts';
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

test("the socket's own time-out ends a body that stops coming, and is lifted once the body is there", async () => {
  const running = await startGateway();
  const lifted: number[] = [];
  const server = {
    timeout: (_request: Request, seconds: number) => lifted.push(seconds),
    requestIP: () => null,
  } as unknown as BunServer;
  let rest: ReadableStreamDefaultController<Uint8Array> | undefined;
  const [first, second] = [JSON.stringify(chat('hi')).slice(0, 9), JSON.stringify(chat('hi')).slice(9)];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(first));
      rest = controller;
    },
  });
  const headers = { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' };
  const request = new Request(`${running.baseUrl}/chat/completions`, { method: 'POST', headers, body });
  running.provider.answerWith(() => {
    expect(lifted).toEqual([0]);
    return wholeAnswer('hi');
  });
  try {
    const answer = running.gateway.fetch(request, server);
    await Bun.sleep(50);
    expect(lifted).toEqual([]);
    rest?.enqueue(new TextEncoder().encode(second));
    rest?.close();
    expect((await answer).status).toBe(200);
    expect(lifted).toEqual([0]);
  } finally {
    await running.stop();
  }
});
