import { fail, USAGE_ERROR } from './commands/command.ts';

/** Entry: picks the command, runs it, gives the exit code. Commands are loaded when they run, so that each starts fast. */
const COMMANDS: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<number> }>>> = {
  start: () => import('./commands/start.ts'),
  'check-config': () => import('./commands/check-config.ts'),
  'create-admin': () => import('./commands/create-admin.ts'),
  keys: () => import('./commands/keys.ts'),
  inspect: () => import('./commands/inspect.ts'),
  migrate: () => import('./commands/migrate.ts'),
  health: () => import('./commands/health.ts'),
};

const HELP = `OneFirewall: a self-hosted secure AI gateway.

Usage: onefirewall <command> [options]

  start           start the gateway and the dashboard
  check-config    check the configuration file, with line and field of every problem
  create-admin    make an owner or admin and print a one-time link to sign in
  keys            create, list and revoke gateway keys
  inspect         find personal data and secrets in text, without a server
  migrate         bring the database to this version
  health          ask a running gateway whether it can serve requests

  onefirewall <command> --help says more. Exit codes: 0 done, 1 failed, 2 wrong usage.
`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? USAGE_ERROR : 0;
  }
  if (name === '--version' || name === '-v') {
    const { version } = await import('../package.json');
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`onefirewall: there is no command ${JSON.stringify(name)}; see onefirewall --help\n`);
    return USAGE_ERROR;
  }
  try {
    return await (await load()).run(rest);
  } catch (error) {
    return fail(error);
  }
}

/**
 * Lets the garbage collector plan for a machine of 512 MB and grow the heap by 70 % instead of doubling it: with 400 streams at once the
 * process peaks at 140 to 155 MB instead of 190, for 4 % more CPU per request. Less growth (1.5) costs 40 %: then no collection is a small one. It is no limit.
 * Bun's own timer would ask for a full collection whenever the heap has grown, which is what many streams at once do: a quarter of their CPU.
 * Both are read from the environment when a process starts, and at no other time, so the process begins anew in its own place, with the same id.
 * Whoever sets one of these keeps his own.
 */
const HEAP: Readonly<Record<string, string>> = {
  BUN_GC_TIMER_DISABLE: '1',
  BUN_JSC_forceRAMSize: String(512 * 1024 * 1024),
  BUN_JSC_smallHeapGrowthFactor: '1.7',
  BUN_JSC_mediumHeapGrowthFactor: '1.7',
  BUN_JSC_largeHeapGrowthFactor: '1.7',
};

/** Bun's `fetch` has 256 requests under way at once unless this says more, read at the start of a process too. */
const REQUESTS: Readonly<Record<string, string>> = { BUN_CONFIG_MAX_HTTP_REQUESTS: '65336' };

function planProcess(args: readonly string[]): void {
  if (args[0] !== 'start' || process.execve === undefined || process.platform === 'win32') return;
  const isSet = (name: string): boolean => process.env[name] !== undefined;
  const added = Object.assign({}, ...[HEAP, REQUESTS].filter((group) => !Object.keys(group).some(isSet)));
  if (Object.keys(added).length === 0) return;
  const program = import.meta.path.startsWith('/$bunfs/') ? [] : [Bun.main];
  const environment = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...program, ...args], {
    ...(environment as Record<string, string>),
    ...added,
  });
}

/** A reader may have seen enough (`| head`); a full disk is said in one line. A gateway serves on, whoever reads what it prints. */
function outliveReaders(isServer: boolean): void {
  const onError = ({ code }: NodeJS.ErrnoException): void => {
    if (isServer) return;
    if (code === 'EPIPE') process.exit(0);
    process.stderr.write(`onefirewall: the output cannot be written (${code})\n`);
    process.exit(1);
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
}

planProcess(process.argv.slice(2));
outliveReaders(process.argv[2] === 'start');
process.exitCode = await main(process.argv.slice(2));
