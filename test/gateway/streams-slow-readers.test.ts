/** A caller that stops reading: the provider is read no further, and leaving ends it. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { connect } from 'node:net';
import { openStreams } from '../../src/request-path/stream-watch.ts';
import { chunk } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

/** More than both sockets, the kernel's buffers and Bun's hold, on a machine with large ones too; an endless provider gives this in some seconds. */
const MOST = 256 * 1024 * 1024;

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
    for (let before = -1; before !== sent && sent < MOST; ) {
      before = sent;
      await Bun.sleep(500);
    }
    return sent;
  };

  // What another file left is gone first.
  await waitUntil('no stream is open', () => openStreams() === 0);
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
  await waitUntil('the provider has begun', () => sent > 0);
  const stopped = await settle();
  expect(stopped).toBeLessThan(MOST);
  expect(openStreams()).toBe(1);

  socket.resume();
  await waitUntil('more has come than was under way', () => got > stopped);

  socket.destroy();
  await waitUntil('the provider is left', () => left);
  await waitUntil('no stream is open', () => openStreams() === 0);
  expect((await running.audit())[0]).toMatchObject({ status: 499, error_code: 'client_left' });
});

test('the total time-out ends a stream that nobody reads, though nobody leaves', async () => {
  const short = await startGateway({ config: { upstream: { totalSeconds: 1 } } });
  let left = false;
  const piece = new TextEncoder().encode(chunk({ content: 'word '.repeat(2000) }));
  short.provider.answerWith(
    () =>
      new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await Bun.sleep(0);
            if (!left) controller.enqueue(piece);
          },
          cancel() {
            left = true;
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
  );
  const body = JSON.stringify(chat('hi', { stream: true }));
  const { hostname, port } = new URL(short.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.pause();
  socket.write(
    `POST /api/v1/chat/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${short.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  try {
    await waitUntil('the provider is left', () => left);
    await waitUntil('no stream is open', () => openStreams() === 0);
    expect((await short.audit())[0]).toMatchObject({ state: 'complete' });
  } finally {
    socket.destroy();
    await short.stop();
  }
});
