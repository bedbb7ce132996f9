import type { PlaceholderMap } from '../../../src/firewall/placeholder.ts';
import { createAnswerStream } from '../../../src/firewall/restoring/restore-stream.ts';
import type { StreamOutcome } from '../../../src/request-path/relay-options.ts';
import { relayStream } from '../../../src/request-path/relay-stream.ts';

const TIMEOUTS = { connectMs: 60_000, firstByteMs: 60_000, idleMs: 60_000, totalMs: 60_000 };

/** What the gateway writes for a provider's stream that arrives in these segments, in this process. */
export async function relaySegments(
  segments: readonly Uint8Array[],
  { map, jsonContent = false }: { map: PlaceholderMap; jsonContent?: boolean | undefined },
): Promise<{ output: string; outcome: StreamOutcome | undefined }> {
  let at = 0;
  let outcome: StreamOutcome | undefined;
  const upstream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const segment = segments[at++];
      if (segment === undefined) controller.close();
      else controller.enqueue(segment);
    },
  });
  const relayed = relayStream({
    upstream,
    model: 'my-team',
    includeUsage: true,
    chunks: createAnswerStream(map, { jsonContent }),
    timeouts: TIMEOUTS,
    abort() {},
    readError: () => ({ error: { message: 'error event', type: 'server_error', param: null, code: 'upstream_error' } }),
    onEnd: (ended) => {
      outcome = ended;
    },
  });
  const reader = relayed.reader().getReader();
  const decoder = new TextDecoder();
  let output = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { output, outcome };
    output += decoder.decode(value, { stream: true });
  }
}

/** The stream cut at these positions, each a segment of its own; empty ones are left out, as a network does. */
export function cutAt(bytes: Uint8Array, ...positions: readonly number[]): Uint8Array[] {
  const segments: Uint8Array[] = [];
  let from = 0;
  for (const position of [...positions, bytes.length]) {
    if (position > from) segments.push(bytes.subarray(from, position));
    from = position;
  }
  return segments;
}
