import { parentPort } from 'node:worker_threads';

/** Takes everything and says nothing. */
parentPort?.on('message', () => {});
