import { expect, test } from 'bun:test';
import { type BunServer, IDLE_SECONDS } from '../../src/http/request-facts.ts';
import { chunk, DONE, streamedAnswer, wholeAnswer } from '../support/fake-provider.ts';
import { chat, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

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
    await waitUntil('the provider is left', () => left);
  } finally {
    await running.stop();
  }
});

test("the socket's own time-out ends a body that stops coming, and is lifted once the body is there, and holds again after the answer", async () => {
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
    expect(lifted).toEqual([0, IDLE_SECONDS]);
  } finally {
    await running.stop();
  }
});

test.each([
  ['a stream', { stream: true }, 200],
  ['a refusal', { pii: 'block' }, 400],
])('a connection is closed again when nothing happens on it after %s', async (_name, more, status) => {
  const running = await startGateway();
  const lifted: number[] = [];
  const server = {
    timeout: (_request: Request, seconds: number) => lifted.push(seconds),
    requestIP: () => null,
  } as unknown as BunServer;
  const headers = { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' };
  const body = JSON.stringify(chat(['a.b', 'corp.test'].join('@'), more));
  const gate = Promise.withResolvers<void>();
  running.provider.answerWith(() => streamedAnswer([chunk({ content: 'a' }), gate.promise, chunk({}, 'stop'), DONE]));
  try {
    const url = `${running.baseUrl}/chat/completions`;
    const response = await running.gateway.fetch(new Request(url, { method: 'POST', headers, body }), server);
    expect(response.status).toBe(status);
    if (status === 200) expect(lifted).toEqual([0]);
    gate.resolve();
    await response.text();
    expect(lifted).toEqual([0, IDLE_SECONDS]);
  } finally {
    await running.stop();
  }
});
