/** Clients get fixed words; the operator's log says why, by class and code, and never more. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { connect } from 'node:net';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.ts';

const PROMPT = 'marker-words-of-a-prompt';
let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGatewayProcess();
}, 60_000);
afterAll(() => gateway.clean());

test('why a provider failed stands in the log, and who left does not', async () => {
  const [key = ''] = gateway.keys;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ model: 'my-team', messages: [{ role: 'user', content: PROMPT }] });
  const post = () => fetch(`${gateway.url}/api/v1/chat/completions`, { method: 'POST', headers, body });
  await leaveInTheMiddle(gateway.url, key);
  expect((await post()).status).toBe(200);
  await gateway.provider.stop();
  const failed = await post();
  expect(failed.status).toBe(502);
  const { stderr } = await gateway.finish();
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const failures = lines.filter(({ event }) => event === 'request.failed');
  expect(failures).toEqual([
    {
      time: expect.any(String),
      level: 'warn',
      event: 'request.failed',
      requestId: failed.headers.get('x-request-id'),
      errorCode: 'upstream_error',
      error: expect.any(String),
      code: expect.stringMatching(/REFUSED/i),
    },
  ]);
  expect(stderr).not.toContain(PROMPT);
  expect(stderr).not.toContain(key);
}, 60_000);

/** Begins a request, and hangs up before its body is complete. */
async function leaveInTheMiddle(url: string, key: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(Number(port), hostname, () => {
    socket.write(
      `POST /api/v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"model":`,
      () => socket.destroy(),
    );
  });
  socket.on('close', () => resolve());
  await promise;
}
