import { readFileSync } from 'node:fs';

/** A server under measurement: its own process, pinned to one core. */
export interface MeasuredProcess {
  readonly port: number;
  /** What `ready` matched in what it printed. */
  readonly said: RegExpExecArray;
  /** CPU time used so far by it and its children, in microseconds. */
  cpu(): number;
  /** Most memory it held at once, in MB. */
  peakMemory(): number;
  stop(): Promise<void>;
}

export interface SpawnOptions {
  readonly command: readonly string[];
  readonly core: number;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Finds the port in what the process prints: the last group. */
  readonly ready: RegExp;
}

/** Linux counts CPU time in ticks of this many microseconds (`getconf CLK_TCK` is 100). */
const TICK = 10_000;

export async function spawnPinned(options: SpawnOptions): Promise<MeasuredProcess> {
  const child = Bun.spawn(['taskset', '-c', String(options.core), ...options.command], {
    env: { ...process.env, BUN_CONFIG_MAX_HTTP_REQUESTS: '65336', ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdout: 'pipe',
    stderr: 'inherit',
  });
  // A benchmark that fails leaves no server behind.
  process.on('exit', () => child.kill('SIGKILL'));
  const said = await readReady(child.stdout, options.ready);
  return {
    port: Number(said.at(-1)),
    said,
    cpu: () => cpuOf(child.pid),
    peakMemory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    async stop() {
      child.kill('SIGTERM');
      await child.exited;
    },
  };
}

async function readReady(stdout: ReadableStream<Uint8Array>, ready: RegExp): Promise<RegExpExecArray> {
  const decoder = new TextDecoder();
  const reader = stdout.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`the process ended before it was ready: ${text.slice(-500)}`);
    text += decoder.decode(value, { stream: true });
    const found = ready.exec(text);
    if (found === null) continue;
    void drain(reader);
    return found;
  }
}

async function drain(reader: { read(): Promise<{ done: boolean }> }): Promise<void> {
  while (!(await reader.read()).done);
}

/** utime + stime of proc(5), all threads, microseconds. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
