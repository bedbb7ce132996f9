/** A caller that stops reading: the provider is read no further, and leaving ends it. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { connect } from 'node:net';
import { openStreams } from '../../src/request-path/stream-watch.ts';
import { chunk } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

/** Other tests share the machine. */
setDefaultTimeout(120_000);

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

/** What both sockets, the kernel's buffers and Bun's may hold at most; an endless provider gives this in a second. */
const MOST = 64 * 1024 * 1024;

test('an endless answer stops where nobody reads it, goes on where somebody does, and ends where they leave', async () => {
  const piece = new TextEncoder().encode(chunk({ content: 'word '.repeat(2000) }));
  let sent = 0;
  let left = false;
  running.provider.answerWith(
    () =>
      new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await Bun.sleep(0);
            if (left) return;
            controller.enqueue(piece);
            sent += piece.length;
          },
          cancel() {
            left = true;
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
  );
  /** Waits until the provider gives nothing more. */
  const settle = async (): Promise<number> => {
    for (let before = -1; before !== sent; ) {
      before = sent;
      await Bun.sleep(500);
    }
    return sent;
  };

  const body = JSON.stringify(chat('Mail anna.smith@corp.test', { pii: 'obfuscate', stream: true }));
  const { hostname, port } = new URL(running.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  let got = 0;
  socket.on('data', (bytes) => {
    got += bytes.length;
  });
  socket.pause();
  socket.write(
    `POST /api/v1/chat/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${running.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  while (sent === 0) await Bun.sleep(20);
  const stopped = await settle();
  expect(stopped).toBeLessThan(MOST);
  expect(openStreams()).toBe(1);

  socket.resume();
  for (let tries = 0; tries < 500 && got < 2 * stopped; tries++) await Bun.sleep(20);
  expect(got).toBeGreaterThan(stopped);

  socket.destroy();
  for (let tries = 0; tries < 500 && !left; tries++) await Bun.sleep(20);
  expect(left).toBe(true);
  expect(openStreams()).toBe(0);
  expect((await running.audit())[0]).toMatchObject({ status: 499, error_code: 'client_left' });
});
