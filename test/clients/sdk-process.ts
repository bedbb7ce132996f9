/** An official SDK in a process of its own, which makes the calls a test asks for and tells what came of them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Sdk {
  readonly title: string;
  readonly language: 'node' | 'python';
  readonly command: readonly string[];
  /** Why it cannot run here. */
  readonly missing?: string;
}

export interface SdkOptions {
  readonly baseURL: string;
  readonly apiKey: string;
  readonly maxRetries?: number;
}

export interface SdkError {
  readonly class: string;
  readonly status: number | null | undefined;
  readonly code: string | null | undefined;
  readonly param: string | null | undefined;
  readonly type: string | null | undefined;
  readonly message: string;
  readonly requestId: string | null | undefined;
}

export interface SdkAnswer<Result> {
  readonly result?: Result;
  readonly error?: SdkError;
  /** The text of a stream that had come when the error was raised. */
  readonly partial?: string;
}

export interface SdkProcess {
  call<Result>(name: string, input: Record<string, unknown>, options: SdkOptions): Promise<SdkAnswer<Result>>;
  stop(): Promise<void>;
}

const drivers = join(import.meta.dir, 'drivers');
const nodeDriver = join(drivers, 'openai-node.mjs');

export const python = process.env.ONEFIREWALL_TEST_PYTHON ?? join(import.meta.dir, '../../.cache/venv/bin/python');
export const node = Bun.which('node') ?? undefined;

export const pythonMissing = pythonHasSdk() ? undefined : `no Python with the openai package at ${python}`;
export const nodeMissing = node === undefined ? 'no node on the PATH' : undefined;

export const SDKS: readonly Sdk[] = [
  {
    title: 'openai for Node, in Node',
    language: 'node',
    command: [node ?? 'node', nodeDriver],
    ...(nodeMissing === undefined ? {} : { missing: nodeMissing }),
  },
  { title: 'openai for Node, in Bun', language: 'node', command: [process.execPath, nodeDriver] },
  {
    title: 'openai for Python',
    language: 'python',
    command: [python, '-u', join(drivers, 'openai-python.py')],
    ...(pythonMissing === undefined ? {} : { missing: pythonMissing }),
  },
];

export function startSdk(sdk: Sdk): SdkProcess {
  const child = Bun.spawn([...sdk.command], { stdin: 'pipe', stdout: 'pipe', stderr: 'pipe' });
  const errors = new Response(child.stderr).text();
  const lines = linesOf(child.stdout);
  return {
    async call<Result>(name: string, input: Record<string, unknown>, options: SdkOptions) {
      child.stdin.write(`${JSON.stringify({ call: name, options, ...input })}\n`);
      await child.stdin.flush();
      const next = await lines.next();
      if (next.done) throw new Error(`${sdk.title} ended: ${await errors}`);
      return JSON.parse(next.value) as SdkAnswer<Result>;
    },
    async stop() {
      await child.stdin.end();
      await child.exited;
    },
  };
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of stream) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function pythonHasSdk(): boolean {
  if (!existsSync(python)) return false;
  const found = Bun.spawnSync([
    python,
    '-c',
    'import importlib.util, sys; sys.exit(importlib.util.find_spec("openai") is None)',
  ]);
  return found.exitCode === 0;
}
