/** What the benchmarks of the gateway share: the gateway on core 0 and the provider on core 1. */
import { join } from 'node:path';
import { type MeasuredProcess, spawnPinned } from './process.ts';

const FROM_SOURCE = [process.execPath, join(import.meta.dir, '../../src/main.ts')];

/** @param config names the user `bench@corp.test`, whose key is given back */
export async function startPinnedGateway(
  config: string,
  command: readonly string[] = FROM_SOURCE,
): Promise<{ readonly server: MeasuredProcess; readonly key: string }> {
  const owner = ['--config', config, '--user', 'bench@corp.test', '--name', 'bench'];
  const made = Bun.spawnSync([...command, 'keys', 'create', ...owner]);
  const server = await spawnPinned({
    command: [...command, 'start', '--config', config],
    core: 0,
    ready: /API +http:\/\/[^:]+:(\d+)/,
  });
  return { server, key: made.stdout.toString().trim() };
}

/** @param everyMs between two chunks of a stream, in milliseconds */
export function startUpstream(chunks: number, everyMs: number): Promise<MeasuredProcess> {
  return spawnPinned({
    command: [process.execPath, join(import.meta.dir, 'upstream.ts'), String(chunks), String(everyMs)],
    core: 1,
    ready: /listening (\d+)/,
  });
}
