/** The servers that bench/overhead.ts compares, each on core 0, all in front of the same provider. */
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPinnedGateway } from './pinned-gateway.ts';
import { type MeasuredProcess, spawnPinned } from './process.ts';

const ROOT = join(import.meta.dir, '../..');

export interface Contender {
  readonly name: string;
  readonly server: MeasuredProcess;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly model: string;
  readonly pii: string;
  /** The same few prompts again and again, as a client resends its history. */
  readonly resend?: boolean;
}

/** What a gateway cannot do without, added to the bare proxy one by one. */
export async function startPieces(base: string): Promise<Contender[]> {
  const steps: readonly (readonly [name: string, ...pieces: string[]])[] = [
    ['bare and a gateway key', 'key'],
    ['bare, key and audit row', 'key', 'audit'],
    ['bare, key, audit row and secrets', 'key', 'audit', 'secrets'],
  ];
  return Promise.all(
    steps.map(async ([name, ...pieces]): Promise<Contender> => {
      const server = await spawnPinned({
        command: [process.execPath, join(import.meta.dir, 'pieces-proxy.ts'), base, ...pieces],
        core: 0,
        ready: /key (\S+)\nlistening (\d+)/,
      });
      const headers = { authorization: `Bearer ${server.said[1]}` };
      return { name, server, url: `http://127.0.0.1:${server.port}/`, headers, model: 'x', pii: 'disabled' };
    }),
  );
}

export function startBare(base: string): Promise<MeasuredProcess> {
  return spawnPinned({
    command: [process.execPath, join(import.meta.dir, 'bare-proxy.ts'), base],
    core: 0,
    ready: /listening (\d+)/,
  });
}

export interface StartedGateway {
  readonly server: MeasuredProcess;
  readonly contenders: readonly Contender[];
}

export function obfuscating({ contenders }: StartedGateway, name: string): Contender | undefined {
  const found = contenders.find((contender) => contender.name.includes('everything'));
  return found && { ...found, name };
}

export async function startGateway(base: string, folder: string, command?: readonly string[]): Promise<StartedGateway> {
  const home = mkdtempSync(join(folder, 'gateway-'));
  const config = join(home, 'onefirewall.yaml');
  const targets = '[ { provider: bench, model: bench-model } ]';
  const members = '[ { email: bench@corp.test } ]';
  writeFileSync(
    config,
    `server: { port: 0 }
log: { level: warn }
providers: [ { name: bench, kind: openai-compatible, baseUrl: "${base}", internal: true } ]
users: [ { email: bench@corp.test, role: owner } ]
workspaces:
  - { name: all, members: ${members}, targets: ${targets} }
  - { name: rules, members: ${members}, targets: ${targets}, detection: { tagger: false } }
`,
  );
  const { server, key } = await startPinnedGateway(config, command);
  const headers = { authorization: `Bearer ${key}` };
  const url = `http://127.0.0.1:${server.port}/api/v1/chat/completions`;
  const contender = (name: string, model: string, pii: string, resend = false): Contender => ({
    name,
    server,
    url,
    headers,
    model,
    pii,
    resend,
  });
  return {
    server,
    contenders: [
      contender('OneFirewall, `pii: disabled`', 'all', 'disabled'),
      contender('OneFirewall, `pii: obfuscate`, rules (T0)', 'rules', 'obfuscate'),
      contender('OneFirewall, `pii: obfuscate`, everything on', 'all', 'obfuscate'),
      contender('OneFirewall, the same history resent', 'all', 'obfuscate', true),
    ],
  };
}

/** Portkey's gateway from npm, installed outside the project's dependencies at first use. */
export async function startPortkey(base: string): Promise<Contender> {
  const home = join(ROOT, '.cache/portkey');
  if (!existsSync(join(home, 'node_modules/@portkey-ai/gateway'))) {
    mkdirSync(home, { recursive: true });
    Bun.spawnSync(
      ['npm', 'install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '@portkey-ai/gateway@1.15.2'],
      { stdout: 'ignore' },
    );
  }
  const port = 18787;
  const server = await spawnPinned({
    command: [
      'node',
      join(home, 'node_modules/@portkey-ai/gateway/build/start-server.js'),
      '--headless',
      `--port=${port}`,
    ],
    core: 0,
    env: { NODE_ENV: 'production', TRUSTED_CUSTOM_HOSTS: '127.0.0.1' },
    ready: /()(?:ready|running|listening|8787)/i,
  });
  await Bun.sleep(1500);
  return {
    name: 'Portkey gateway 1.15.2 (no masking)',
    server,
    url: `http://127.0.0.1:${port}/v1/chat/completions`,
    headers: { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': base, authorization: 'Bearer bench' },
    model: 'bench-model',
    pii: 'disabled',
  };
}
