import { userInputSchema } from '../contract/user.ts';
import { openStores } from '../stores.ts';
import { parseOptions, readConfig, requiredOption, textOption, UsageError } from './command.ts';

const HELP = `Usage: onefirewall create-admin --email EMAIL [--name NAME] [--role owner|admin] [--reset-two-factor]
                               [--config FILE]

Makes a user who administers the organization (admin unless --role says owner), or raises one who is there, and prints a one-time
link with which he chooses a password; it is good for 24 hours. The way back in when nobody can sign in: it enables an account that
was disabled, and with --reset-two-factor the link is enough where the authenticator app and the recovery codes are lost.
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, {
    config: { type: 'string', short: 'c' },
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    'reset-two-factor': { type: 'boolean' },
  });
  if (options === undefined) return 0;
  const role = textOption(options, 'role') ?? 'admin';
  if (role !== 'owner' && role !== 'admin') throw new UsageError('--role is owner or admin');
  const name = textOption(options, 'name');
  const input = userInputSchema.safeParse({
    email: requiredOption(options, 'email'),
    role,
    ...(name === undefined ? {} : { name }),
  });
  if (!input.success) throw new UsageError(`--${String(input.error.issues[0]?.path[0])} is not valid`);
  const loaded = readConfig(options, 'leave-out');
  const stores = await openStores(loaded);
  try {
    const known = await stores.users.getByEmail(input.data.email);
    const user =
      known === undefined
        ? await stores.users.create(input.data)
        : await stores.users.update(known.id, { role: input.data.role, disabled: false });
    if (options.values['reset-two-factor'] === true && (await stores.users.resetTwoFactor(user.id))) {
      const caller = { clientAddress: 'command line', userAgent: null };
      await stores.securityLog.record({ kind: 'two-factor-reset', user, caller });
    }
    const { token } = await stores.links.create(user.id);
    const { host, port, publicUrl } = loaded.config.server;
    process.stdout.write(`${publicUrl?.replace(/\/+$/, '') ?? `http://${host}:${port}`}/sign-in-link#${token}\n`);
    return 0;
  } finally {
    await stores.close();
  }
}
