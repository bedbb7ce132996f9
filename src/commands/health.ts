import { createHttpClient } from '../platform/http-client.ts';
import { FAILED, parseOptions, readConfig } from './command.ts';

const HELP = `Usage: onefirewall health [--config FILE]

Asks the gateway that runs here under this configuration whether it can serve requests (GET /health/ready). Exit code 0 or 1.
Made for containers, which have no curl.
`;

const PATIENCE_MS = 2500;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, { config: { type: 'string', short: 'c' } });
  if (options === undefined) return 0;
  const { host, port } = readConfig(options, 'leave-out').config.server;
  try {
    const response = await createHttpClient().send({
      url: `http://${reachable(host)}:${port}/health/ready`,
      method: 'GET',
      headers: {},
      signal: AbortSignal.timeout(PATIENCE_MS),
      internal: true,
      connectTimeoutMs: PATIENCE_MS,
    });
    await response.body.cancel();
    if (response.status === 200) {
      process.stdout.write('ready\n');
      return 0;
    }
    process.stderr.write(`onefirewall: not ready (${response.status})\n`);
  } catch {
    process.stderr.write(`onefirewall: nothing answers on ${host}:${port}\n`);
  }
  return FAILED;
}

/** An address that stands for all of this machine's is reached by the one for itself. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
