import { version } from '../../package.json';
import type { LoadedConfig } from '../configuration/load-config.ts';
import { prepareFirstStart } from '../first-start.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { dashboardPages } from '../http/dashboard.ts';
import { type Listening, listen } from '../http/server.ts';
import { parseOptions, readConfig } from './command.ts';

const HELP = `Usage: onefirewall start [--config FILE]

Starts the gateway and the dashboard. Reads FILE, else ONEFIREWALL_CONFIG, else ./onefirewall.yaml; without any, keeps everything in ./data.
Ctrl-C lets requests under way finish (server.drainSeconds); a second Ctrl-C ends it at once.
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, { config: { type: 'string', short: 'c' } });
  if (options === undefined) return 0;
  // Before anything is opened: whoever reads that it is ready may stop it in the same moment.
  const told = untilTold();
  const loaded = readConfig(options, 'error');
  const gateway = await createGateway(loaded);
  let listening: Listening;
  try {
    listening = listen({
      host: loaded.config.server.host,
      port: loaded.config.server.port,
      fetch: gateway.fetch,
      pages: dashboardPages,
      log: gateway.log,
    });
  } catch (error) {
    await gateway.close();
    throw error;
  }
  try {
    process.stdout.write(await greeting(gateway, loaded, listening.url));
  } catch (error) {
    await listening.stop(0);
    await gateway.close();
    throw error;
  }
  gateway.log.info('started', { version, port: listening.port });
  await told;
  gateway.log.info('stopping');
  await listening.stop(loaded.config.server.drainSeconds * 1000);
  await gateway.close();
  gateway.log.info('stopped');
  return 0;
}

/** Two signals within this time are one Ctrl-C that came by two ways (the terminal and npm), in milliseconds. */
const SAME_SIGNAL_MS = 500;

/** Resolves at the first signal; a second one ends the process. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const told = (): void => {
      const now = performance.now();
      if (first === undefined) {
        first = now;
        resolve();
      } else if (now - first > SAME_SIGNAL_MS) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told);
  });
}

async function greeting(gateway: Gateway, loaded: LoadedConfig, url: string): Promise<string> {
  const first = await prepareFirstStart(gateway.stores, loaded, process.env);
  const shown = loaded.config.server.publicUrl?.replace(/\/+$/, '') ?? url;
  const lines = ['', `OneFirewall ${version} is ready.`, '', `  API        ${shown}/api/v1`, `  Dashboard  ${shown}/`];
  for (const link of await signInLinks(gateway, shown))
    lines.push('', `  ${link.title} (one-time link, good for 24 hours):`, `  ${link.url}`);
  const declared = loaded.config.workspaces[0]?.name;
  const workspace = declared ?? first?.workspace;
  if (workspace !== undefined) {
    const key = first?.key ?? '$ONEFIREWALL_API_KEY';
    lines.push(
      '',
      `  ${first?.key === undefined ? 'With a key from your profile or from `onefirewall keys create`' : 'Try it'}:`,
    );
    lines.push(`  ${curlLine(shown, workspace, key)}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** A link for the first owner, or for each declared user who has never signed in. */
async function signInLinks({ stores }: Gateway, base: string): Promise<{ title: string; url: string }[]> {
  const url = (token: string) => `${base}/sign-in-link#${token}`;
  if (!(await stores.users.hasOwner())) {
    const { token } = await stores.links.create(null);
    return [{ title: 'Create the owner account', url: url(token) }];
  }
  const waiting = (await stores.users.list()).filter(
    (user) => user.role === 'owner' && !user.hasPassword && !user.disabled,
  );
  const links: { title: string; url: string }[] = [];
  for (const user of waiting) {
    const { token } = await stores.links.create(user.id);
    links.push({ title: `Sign in as ${user.email}`, url: url(token) });
  }
  return links;
}

/** In pieces, because our own source has nothing in it that the firewall would find. */
const EXAMPLE_ADDRESS = ['anna.smith', 'example.com'].join('@');

function curlLine(base: string, workspace: string, key: string): string {
  const body = {
    model: workspace,
    pii: 'obfuscate',
    messages: [{ role: 'user', content: `Write to ${EXAMPLE_ADDRESS}, please.` }],
  };
  return `curl ${base}/api/v1/chat/completions -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" -d '${JSON.stringify(body)}'`;
}
