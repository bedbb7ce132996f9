/** Makes one call with the outgoing client and prints what came of it: `bun call-once.ts URL`. */
import { createHttpClient } from '../../src/platform/http-client.ts';
import { OutgoingFailure } from '../../src/platform/http-reply.ts';

try {
  const reply = await createHttpClient().send({
    url: process.argv[2] ?? '',
    method: 'GET',
    headers: {},
    signal: AbortSignal.timeout(60_000),
    internal: true,
    connectTimeoutMs: 60_000,
  });
  process.stdout.write(`${reply.status} ${await reply.text()}`);
} catch (error) {
  const cause = error instanceof OutgoingFailure ? (error.cause as { code?: string } | undefined)?.code : error;
  process.stdout.write(`${error instanceof OutgoingFailure ? error.reason : 'failed'} ${String(cause)}`);
}
