import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finished, run, start } from '../cli/program.ts';
import { type FakeProvider, startFakeProvider } from './fake-provider.ts';

/** `onefirewall start` as a process of its own, with a fake provider (in this one) behind its workspace `my-team`. */
export interface GatewayProcess {
  readonly url: string;
  /** One gateway key for each user asked for. */
  readonly keys: readonly string[];
  readonly provider: FakeProvider;
  /** Everything it writes is in here. */
  readonly folder: string;
  readonly pid: number;
  /** Resident memory of the process, in MB. */
  residentMemory(): number;
  /** Ends it as an operator does; everything it printed. */
  finish(): Promise<Finished>;
  /** Removes what is left; harmless after `finish`. */
  clean(): Promise<void>;
}

export interface GatewayProcessOptions {
  readonly users?: number;
  /** More workspaces by name, each with its settings in YAML: `pii: { floor: block }`. */
  readonly workspaces?: Readonly<Record<string, string>>;
  /** More sections. */
  readonly config?: string;
}

export const PROCESS_PROVIDER_KEY = 'lab-credential-7f3a9c';

export async function startGatewayProcess(options: GatewayProcessOptions = {}): Promise<GatewayProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-process-'));
  const provider = startFakeProvider();
  const emails = Array.from({ length: options.users ?? 1 }, (_unused, i) => `owner${i}@corp.test`);
  const workspaces = Object.entries({ 'my-team': '', ...options.workspaces }).map(
    ([name, settings]) => `  - name: ${name}
    members: [${emails.map((email) => `{ email: ${email}, role: admin }`).join(', ')}]
    targets: [{ provider: lab, model: gpt-4o }]
${settings === '' ? '' : `    ${settings.replaceAll('\n', '\n    ')}\n`}`,
  );
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  writeFileSync(
    join(folder, 'onefirewall.yaml'),
    `providers: [{ name: lab, kind: openai-compatible, baseUrl: "${provider.baseUrl}", apiKey: "${PROCESS_PROVIDER_KEY}", internal: true }]
users: [${emails.map((email) => `{ email: ${email}, role: owner }`).join(', ')}]
workspaces:
${workspaces.join('')}${options.config ?? ''}
`,
  );
  const keys: string[] = [];
  for (const email of emails) {
    const made = await run(['keys', 'create', '--user', email, '--name', 'test'], { cwd: folder });
    if (made.code !== 0) throw new Error(made.stderr);
    keys.push(made.stdout.trim());
  }
  const gateway = await start({ cwd: folder, env: { TMPDIR: temporary } });
  let finished: Promise<Finished> | undefined;
  return {
    url: gateway.url,
    keys,
    provider,
    folder,
    pid: gateway.pid,
    residentMemory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8'))?.[1]) / 1024,
    finish() {
      finished ??= gateway.stop();
      return finished;
    },
    async clean() {
      if (finished === undefined) gateway.signal('SIGKILL');
      await provider.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
