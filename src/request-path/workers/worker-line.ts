import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

/** One worker thread and the way to talk to it. */
export interface WorkerLine {
  send(message: ToWorker, transfer?: ArrayBuffer[]): void;
  /** Rejects with the reason when the worker cannot do its work. */
  readonly ready: Promise<void>;
  stop(): void;
}

export interface WorkerEvents {
  readonly onMessage: (message: FromWorker) => void;
  /** Once: it crashed, ended or cannot work. */
  readonly onGone: () => void;
}

/**
 * In an executable of `bun build --compile` files are found by their path from the common root of the entries (bun.sh/docs/bundler/executables,
 * "Workers"): bin/build.mjs names this one beside src/main.ts.
 */
const isCompiled = import.meta.url.includes('$bunfs') || import.meta.url.includes('~BUN');
const PROGRAM = isCompiled
  ? './request-path/workers/inspection-worker.ts'
  : new URL('./inspection-worker.ts', import.meta.url);

/** Starts a thread. It does not keep the process alive. */
export function startWorker(
  program: string | URL | undefined,
  settings: WorkerSettings,
  { onMessage, onGone }: WorkerEvents,
): WorkerLine {
  const worker = new Worker(program ?? PROGRAM, { ref: false });
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => {});
  let running = true;
  const gone = (reason: string): void => {
    if (!running) return;
    running = false;
    ready.reject(new Error(reason));
    worker.terminate();
    onGone();
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (!running) return;
    if (data.type === 'ready') ready.resolve();
    else if (data.type === 'unusable') gone(data.message);
    else onMessage(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    gone('the inspection worker crashed');
  };
  worker.onmessageerror = () => gone('the inspection worker said something unreadable');
  worker.addEventListener('close', () => gone('the inspection worker ended'));
  const line: WorkerLine = {
    send(message, transfer = []) {
      if (running) worker.postMessage(message, transfer);
    },
    ready: ready.promise,
    stop() {
      if (!running) return;
      running = false;
      ready.reject(new Error('the inspection worker was stopped'));
      worker.terminate();
    },
  };
  line.send({ type: 'configure', settings });
  return line;
}
