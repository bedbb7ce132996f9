import { parentPort } from 'node:worker_threads';

/** Never comes to an end with the first document (a minute, so that a test that fails does not burn for ever). */
parentPort?.on('message', ({ type }: { type: string }) => {
  const end = Date.now() + 60_000;
  while (type === 'open' && Date.now() < end);
});
