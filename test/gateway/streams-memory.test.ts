/** In a file of its own: what other tests leave for the collector would be counted here. */

import { heapStats } from 'bun:jsc';
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { openStreams } from '../../src/request-path/stream-watch.ts';
import { chunk, DONE, streamedAnswer, USAGE_CHUNK } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

/** Objects alive after everything that can be collected was. */
const alive = async (): Promise<number> => {
  await running.audit();
  for (let i = 0; i < 3; i++) {
    Bun.gc(true);
    await Bun.sleep(10);
  }
  running.provider.received.length = 0;
  return heapStats().objectCount;
};

test('memory does not grow with streams that end well, die, are cut or left', async () => {
  const endings = [
    () => streamedAnswer([chunk({ content: 'To [EMAIL_1' }), chunk({}, 'length'), DONE]),
    () => streamedAnswer([chunk({ content: 'To [EMAIL_1] [EMA' }), 'break']),
    () => streamedAnswer([chunk({ content: '[EMAIL_2]' }), chunk({}, 'stop'), USAGE_CHUNK, DONE]),
  ];
  const STREAMS = 120;
  const ROUNDS = 24;
  const round = async (): Promise<void> => {
    let next = 0;
    running.provider.answerWith(() => endings[next++ % endings.length]?.() ?? new Response(null, { status: 500 }));
    await Promise.all(
      Array.from({ length: STREAMS }, async (_unused, i) => {
        const response = await running.post(chat('Mail anna.smith@corp.test', { pii: 'obfuscate', stream: true }));
        if (i % 4 === 0) await response.body?.cancel();
        else await response.text();
      }),
    );
    await waitUntil('no stream is open', () => openStreams() === 0);
  };
  for (let i = 0; i < 2; i++) await round();
  let before = await alive();
  for (let i = 0; i < 5; i++) before = Math.min(before, await alive());
  for (let i = 0; i < ROUNDS; i++) await round();
  // What the collector has not got to yet goes in the end; what is kept stays.
  let after = await alive();
  for (let tries = 0; tries < 40 && after - before > STREAMS * ROUNDS; tries++) after = await alive();
  console.log(`${after - before} objects more after ${ROUNDS} rounds of ${STREAMS} streams`);
  // An object for every stream would be a leak; what is compiled meanwhile, a thousand however many rounds there are, is not.
  expect(after - before).toBeLessThan(STREAMS * ROUNDS);
});
