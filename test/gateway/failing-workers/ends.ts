import { parentPort } from 'node:worker_threads';

/** Goes away at the first document. */
parentPort?.on('message', ({ type }: { type: string }) => {
  if (type === 'open') process.exit(0);
});
