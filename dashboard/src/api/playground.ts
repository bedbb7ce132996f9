import type { PlaygroundEvent, PlaygroundInput } from '../../../src/contract/playground.ts';
import { callRaw } from './call.ts';

/**
 * One turn on the real request path, told step by step.
 * @throws ApiError where nothing was told at all; AbortError-like where the signal fired
 */
export async function* playTurn(
  input: Omit<PlaygroundInput, 'stream'>,
  signal: AbortSignal,
): AsyncGenerator<PlaygroundEvent, void> {
  const response = await callRaw('POST', '/playground', { body: input, signal });
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = readEvent(block);
      if (event !== undefined) yield event;
    }
  }
}

/** `event: name` and one line of JSON, as our own server writes them. */
function readEvent(block: string): PlaygroundEvent | undefined {
  const found = /^event: (\w+)\ndata: (.*)$/.exec(block);
  if (found === null) return undefined;
  return { event: found[1], data: JSON.parse(found[2] ?? 'null') } as PlaygroundEvent;
}
