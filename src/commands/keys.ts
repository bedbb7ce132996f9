import { gatewayKeyInputSchema } from '../contract/gateway-key.ts';
import { GatewayError } from '../errors.ts';
import { openStores, type Stores } from '../stores.ts';
import {
  type ParsedOptions,
  parseWordsAndOptions,
  readConfig,
  requiredOption,
  textOption,
  UsageError,
} from './command.ts';

const HELP = `Usage: onefirewall keys create --user EMAIL --name NAME [--expires DATE] [--config FILE]
       onefirewall keys list --user EMAIL [--config FILE]
       onefirewall keys revoke --user EMAIL --id ID [--config FILE]

create prints the new key alone on stdout; it is shown this once. It works before the first start, and beside a running gateway.
list prints one key a line: id, name, created, last used, requests, state. revoke takes effect with the key's next request.
DATE is like 2027-01-31 or 2027-01-31T12:00:00Z.
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseWordsAndOptions(args, HELP, {
    config: { type: 'string', short: 'c' },
    user: { type: 'string' },
    name: { type: 'string' },
    id: { type: 'string' },
    expires: { type: 'string' },
  });
  if (options === undefined) return 0;
  const [action, ...more] = options.words;
  const act = action !== undefined && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (act === undefined || more.length > 0) throw new UsageError('say keys create, keys list or keys revoke');
  const email = requiredOption(options, 'user');
  CHECKS[action ?? '']?.(options);
  const stores = await openStores(readConfig(options, 'leave-out'));
  try {
    const user = await stores.users.getByEmail(email);
    if (user === undefined) throw new GatewayError('not_found', { message: `there is no user ${email}` });
    return await act(stores, user.id, options);
  } finally {
    await stores.close();
  }
}

type Action = (stores: Stores, userId: string, options: ParsedOptions) => Promise<number>;

/** What is wrong with the words is said before anything is opened or made. */
const CHECKS: Readonly<Record<string, (options: ParsedOptions) => void>> = {
  create(options) {
    requiredOption(options, 'name');
    expiry(options);
  },
  revoke(options) {
    requiredOption(options, 'id');
  },
};

const ACTIONS: Readonly<Record<string, Action>> = {
  async create(stores, userId, options) {
    const input = gatewayKeyInputSchema.safeParse({
      name: requiredOption(options, 'name'),
      expiresAt: expiry(options),
    });
    if (!input.success) throw new UsageError(input.error.issues[0]?.message ?? 'the key cannot be made');
    const { key } = await stores.keys.create(userId, input.data);
    process.stdout.write(`${key}\n`);
    return 0;
  },
  async list(stores, userId) {
    for (const key of await stores.keys.list(userId)) {
      const state = key.revokedAt !== null ? 'revoked' : isPast(key.expiresAt) ? 'expired' : 'active';
      const fields = [key.id, key.name, key.createdAt, key.lastUsedAt ?? 'never', String(key.requestCount), state];
      process.stdout.write(`${fields.join('\t')}\n`);
    }
    return 0;
  },
  async revoke(stores, userId, options) {
    const id = requiredOption(options, 'id');
    if (!(await stores.keys.revoke(userId, id)))
      throw new GatewayError('not_found', { message: 'there is no such key' });
    process.stdout.write(`${id} is revoked\n`);
    return 0;
  },
};

function expiry(options: ParsedOptions): string | null {
  const text = textOption(options, 'expires');
  if (text === undefined) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new UsageError('--expires is not a date');
  if (time <= Date.now()) throw new UsageError('--expires is in the past');
  return new Date(time).toISOString();
}

const isPast = (time: string | null): boolean => time !== null && Date.parse(time) <= Date.now();
