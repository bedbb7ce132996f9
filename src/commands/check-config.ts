import { parseOptions, readConfig } from './command.ts';

const HELP = `Usage: onefirewall check-config [--config FILE]

Reads the configuration (FILE, else ONEFIREWALL_CONFIG, else ./onefirewall.yaml) with the environment, and prints every problem with
its line and field. Nothing is opened, written or called.
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, { config: { type: 'string', short: 'c' } });
  if (options === undefined) return 0;
  const { config, file } = readConfig(options, 'error');
  const count = (list: readonly unknown[], word: string) => `${list.length} ${word}${list.length === 1 ? '' : 's'}`;
  process.stdout.write(
    `${file ?? 'no file, defaults and environment'}: ok (${count(config.providers, 'provider')}, ${count(config.workspaces, 'workspace')}, ${count(config.users, 'user')})\n`,
  );
  return 0;
}
