/** A real Postgres for the tests: TEST_POSTGRES_URL, or one started from the system's binaries in a folder of its own. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from './wait-until.ts';

export interface TestPostgres {
  /** A fresh, empty database. */
  createDatabase(): Promise<string>;
}

/** Why the suites that need Postgres are skipped; undefined when they run. */
export const postgresMissing: string | undefined =
  process.env.TEST_POSTGRES_URL !== undefined || findBinary('initdb') !== undefined
    ? undefined
    : 'no TEST_POSTGRES_URL and no Postgres binaries on this machine';

let running: Promise<TestPostgres> | undefined;
/** Held, so that its input stays open as long as we run. */
let keeper: Bun.Subprocess | undefined;

/** One server for the whole test run, stopped when the process ends. */
export function testPostgres(): Promise<TestPostgres> {
  running ??= process.env.TEST_POSTGRES_URL === undefined ? startPostgres() : serverAt(process.env.TEST_POSTGRES_URL);
  return running;
}

/** Between finding a port free and the server's taking it, somebody else may take it: then another one. */
async function startPostgres(attempts = 5): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-postgres-'));
  const owner = await serverUser();
  if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const run = (binary: string, args: readonly string[]) =>
    Bun.spawn(asUser(owner, [binary, ...args]), { cwd: folder, stdout: 'ignore', stderr: 'pipe' });
  const made = run(required('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C']);
  if ((await made.exited) !== 0) throw new Error(`initdb failed: ${await new Response(made.stderr).text()}`);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', fsync: 'off', max_connections: '200' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = [required('postgres'), '-D', data, '-p', String(port), '-k', folder, ...options];
  // The shell outlives a test run that is cut short: its input ends with us, then it stops the server and tidies up.
  const script = '"$@" >/dev/null 2>"$0/log" & read _; kill -QUIT $!; wait; rm -rf "$0"';
  keeper = Bun.spawn(['sh', '-c', script, folder, ...asUser(owner, server)], {
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'ignore',
  });
  keeper.unref();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  // Its own word for it, because somebody else might answer on the port.
  const log = join(folder, 'log');
  const said = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  let ended = '';
  await waitUntil('Postgres is ready', () => {
    const text = said();
    if (/FATAL|could not/.test(text)) ended = text;
    return ended !== '' || text.includes('database system is ready to accept connections');
  });
  if (ended === '') return serverAt(url);
  if (attempts > 1 && ended.includes('in use')) return startPostgres(attempts - 1);
  throw new Error(`Postgres did not start: ${ended}`);
}

async function serverAt(url: string): Promise<TestPostgres> {
  return {
    async createDatabase() {
      const client = new Bun.SQL(url, { max: 1 });
      const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
      await client.unsafe(`create database ${name}`);
      await client.close();
      const created = new URL(url);
      created.pathname = `/${name}`;
      return created.href;
    },
  };
}

function findBinary(name: string): string | undefined {
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system) ? readdirSync(system).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(system, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function required(name: string): string {
  const path = findBinary(name);
  if (path === undefined) throw new Error(`there is no ${name} on this machine`);
  return path;
}

interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root: there it runs as its own user, or as nobody. */
async function serverUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await Bun.file('/etc/passwd').text();
  for (const name of ['postgres', 'nobody']) {
    const fields = passwd
      .split('\n')
      .map((line) => line.split(':'))
      .find(([user]) => user === name);
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('there is no user to run Postgres as');
}

function asUser(user: ServerUser | undefined, command: readonly string[]): string[] {
  return user === undefined
    ? [...command]
    : ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...command];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
