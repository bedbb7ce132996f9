import { parentPort } from 'node:worker_threads';

/** Fails at the first document. */
parentPort?.on('message', ({ type }: { type: string }) => {
  if (type === 'open') throw new Error('this worker crashes');
});
