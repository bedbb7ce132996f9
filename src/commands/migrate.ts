import { openConfiguredDatabase } from '../stores.ts';
import { parseOptions, readConfig } from './command.ts';

const HELP = `Usage: onefirewall migrate [--config FILE]

Brings the database to this version and exits. \`start\` does the same; this is for deployments that migrate first.
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, { config: { type: 'string', short: 'c' } });
  if (options === undefined) return 0;
  const database = await openConfiguredDatabase(readConfig(options, 'leave-out'));
  await database.close();
  process.stdout.write('the database is at this version\n');
  return 0;
}
