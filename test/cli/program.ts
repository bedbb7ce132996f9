/** The command as a process of its own, in a folder of its own, with nothing of our environment that could change its settings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The words that start it: Bun and the source, or an executable. */
export type Program = readonly string[];

export const SOURCE: Program = [process.execPath, join(import.meta.dir, '../../src/main.ts')];

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly program?: Program;
}

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function run(args: readonly string[], options: RunOptions): Promise<Finished> {
  const child = Bun.spawn([...(options.program ?? SOURCE), ...args], {
    cwd: options.cwd,
    env: environment(options),
    stdin: new Blob([options.stdin ?? '']),
    stdout: 'pipe',
    stderr: 'pipe',
  });
  const [stdout, stderr] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { code: await child.exited, stdout, stderr };
}

export interface Started {
  /** What it printed until it was ready. */
  readonly greeting: string;
  readonly url: string;
  /** From the start of the process to its last line of the greeting, in milliseconds. */
  readonly readyAfterMs: number;
  readonly pid: number;
  signal(name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
  /** Everything it wrote, and its exit code. */
  finished(): Promise<Finished>;
  /** SIGINT, and finished. */
  stop(): Promise<Finished>;
}

/** Gateways that run in a folder: a test that fails on its way must not leave one behind. */
const running = new Set<{ readonly cwd: string; kill(): void }>();

/** Resolves when it says it is ready; rejects with what it wrote when it ends instead. On a free port unless `env` or a file says one. */
export async function start(options: RunOptions & { readonly args?: readonly string[] }): Promise<Started> {
  const began = performance.now();
  const child = Bun.spawn([...(options.program ?? SOURCE), 'start', ...(options.args ?? [])], {
    cwd: options.cwd,
    env: { ONEFIREWALL_SERVER_PORT: '0', ...environment(options) },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  });
  const entry = { cwd: options.cwd, kill: () => child.kill('SIGKILL') };
  running.add(entry);
  void child.exited.then(() => running.delete(entry));
  const errors = new Response(child.stderr).text();
  let greeting = '';
  let readyAfterMs = 0;
  const ready = Promise.withResolvers<void>();
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const bytes of child.stdout) {
      greeting += decoder.decode(bytes, { stream: true });
      if (readyAfterMs === 0 && greeting.endsWith('\n\n') && greeting.includes('/api/v1')) {
        readyAfterMs = performance.now() - began;
        ready.resolve();
      }
    }
    ready.resolve();
  })();
  const finished = async () => {
    await reading;
    return { code: await child.exited, stdout: greeting, stderr: await errors };
  };
  await ready.promise;
  const url = /API +(http:\S+)\/api\/v1/.exec(greeting)?.[1];
  if (url === undefined) throw new Error(`it did not start: ${JSON.stringify(await finished())}`);
  return {
    greeting,
    url,
    readyAfterMs,
    pid: child.pid,
    signal: (name) => child.kill(name),
    finished,
    stop() {
      child.kill('SIGINT');
      return finished();
    },
  };
}

/** A folder that is gone when the callback is done, with what still runs in it. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-cli-'));
  try {
    await work(folder);
  } finally {
    for (const { cwd, kill } of running) if (cwd === folder) kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function environment(options: RunOptions): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env;
  return { PATH, HOME, TMPDIR, ...options.env };
}
