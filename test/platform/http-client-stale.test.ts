/** A connection that was kept may be closed by the provider in the moment it is used again: nobody is told of that. */
import { afterAll, expect, test } from 'bun:test';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createHttpClient } from '../../src/platform/http-client.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** Tells of each request which connection it came on, beginning with 1, and which request of that connection it is; connections without one do not count. */
async function serve(onRequest: (socket: Socket, connection: number, request: number) => void): Promise<string> {
  let connections = 0;
  const server = createServer((socket) => {
    let connection = 0;
    let request = 0;
    socket.on('error', () => {});
    socket.on('data', () => {
      if (connection === 0) connection = ++connections;
      onRequest(socket, connection, ++request);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const post = (url: string, signal = new AbortController().signal) =>
  ({ url, method: 'POST', headers: {}, body: '{}', signal, internal: true, connectTimeoutMs: 60_000 }) as const;

const answer = (socket: Socket, text: string): boolean =>
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`);

test('a request on a connection that is gone is sent once more, on a new one', async () => {
  const seen: string[] = [];
  const url = await serve((socket, connection, request) => {
    seen.push(`${connection}.${request}`);
    if (request > 1) socket.resetAndDestroy();
    else answer(socket, `from ${connection}`);
  });
  const http = createHttpClient();
  expect(await (await http.send(post(url))).text()).toBe('from 1');
  expect(await (await http.send(post(url))).text()).toBe('from 2');
  expect(seen).toEqual(['1.1', '1.2', '2.1']);
});

test('a host that answers nobody any more is asked twice and no more', async () => {
  let asked = 0;
  const url = await serve((socket) => {
    asked++;
    if (asked === 1) answer(socket, 'ok');
    else socket.resetAndDestroy();
  });
  const http = createHttpClient();
  await (await http.send(post(url))).text();
  await expect(http.send(post(url))).rejects.toMatchObject({ reason: 'unreachable' });
  expect(asked).toBe(3);
});

test('nothing is sent again once an answer has begun, or when the caller has left', async () => {
  let asked = 0;
  const caller = new AbortController();
  const url = await serve((socket) => {
    asked++;
    if (asked === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', () => socket.resetAndDestroy());
    else {
      caller.abort();
      socket.resetAndDestroy();
    }
  });
  const http = createHttpClient();
  const reply = await http.send(post(url)).catch(() => undefined);
  await expect(reply?.text() ?? Promise.reject(new Error('no head'))).rejects.toThrow();
  expect(asked).toBe(1);
  await expect(http.send(post(url, caller.signal))).rejects.toMatchObject({ reason: 'aborted' });
  expect(asked).toBe(2);
});
