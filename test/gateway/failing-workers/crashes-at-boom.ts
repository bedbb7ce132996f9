import { parentPort } from 'node:worker_threads';
import '../../../src/request-path/workers/inspection-worker.ts';

/** The real worker, but for one word. */
parentPort?.on('message', ({ type, bytes }: { type: string; bytes: Uint8Array }) => {
  if (type === 'open' && Buffer.from(bytes.subarray(0, 200)).includes('BOOM')) throw new Error('this worker crashes');
});
