/** Generated conversations through the whole gateway: the bytes that a provider received are searched, whole and streamed, small and large. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { conversation } from '../firewall/conversations.ts';
import { expectNothingOf, expectSameBut, soughtIn } from '../firewall/masked-values.ts';
import { echoOf, streamText, wholeAnswer } from '../support/fake-provider.ts';
import { contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';

const RUNS = Number(process.env.MASK_RUNS ?? 25);

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({
    workspace: { notice: false, detection: { unreadable: 'allow', secrets: { mode: 'mask' } } },
  });
});
afterAll(() => running.stop());

/** What masking gives a placeholder in this request: the values to search for. */
function maskedValues(body: JsonObject): string[] {
  const outcome = maskRequest(structuredClone(body), (text) => inspectText(text, defaultDetectionPolicy), {
    pii: 'obfuscate',
    secrets: 'mask',
    unreadable: 'allow',
  });
  return soughtIn(outcome);
}

async function sent(body: JsonObject, more: JsonObject): Promise<{ text: string; answer: string }> {
  const response = await running.post({ ...body, ...more });
  expect([response.status, response.headers.get('x-onefirewall-pii')?.startsWith('obfuscate')]).toEqual([200, true]);
  const answer =
    more.stream === true
      ? contentOf(await eventsOf(response))
      : ((await response.json()) as { choices: { message: { content: string } }[] }).choices[0]?.message.content;
  return { text: running.provider.received.at(-1)?.text ?? '', answer: answer ?? '' };
}

/** Past this a worker reads the request. */
const PAD = 'The weather is fine, and nothing else is said here.\n'.repeat(300);

describe('what a provider receives', () => {
  test.each([
    ['a small request', false, false],
    ['a small request, streamed', false, true],
    ['a large request', true, false],
    ['a large request, streamed', true, true],
  ])('%s: nothing of a masked value in any form, valid JSON, all else as it was', async (_name, large, stream) => {
    running.provider.answerWith((request) => (stream ? streamText(echoOf(request)) : wholeAnswer(echoOf(request))));
    await fc.assert(
      fc.asyncProperty(conversation(), async ({ body }) => {
        const given: JsonObject = large ? { ...body, padding: PAD } : body;
        const values = maskedValues(given);
        expect(values.length).toBeGreaterThan(0);
        const { text } = await sent(given, { pii: 'obfuscate', ...(stream ? { stream } : {}) });
        expectNothingOf(values, text);
        const { model, stream: _stream, stream_options: _options, ...received } = JSON.parse(text) as JsonObject;
        const { model: _workspace, ...asked } = given;
        expect(model).toBe('gpt-4o');
        expectSameBut(sorted(asked), sorted(received), '');
      }),
      { numRuns: RUNS },
    );
  });

  test.each([false, true])('and the caller gets back what was said, streamed: %p', async (stream) => {
    running.provider.answerWith((request) => (stream ? streamText(echoOf(request)) : wholeAnswer(echoOf(request))));
    await fc.assert(
      fc.asyncProperty(conversation({ plain: true, literals: false }), async ({ body }) => {
        // Links in it are the caller's own.
        const last = (body.messages as { content: JsonValue }[]).at(-1)?.content;
        const { answer } = await sent(
          { ...body, response_format: { type: 'text' } },
          { pii: 'obfuscate', ...(stream ? { stream } : {}) },
        );
        expect(answer).toBe(String(last));
      }),
      { numRuns: RUNS },
    );
  });
});

/** A worker's request has its fields in another order. */
const sorted = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)));
