/** No clock: the provider says the next piece when the client has read everything that was certain after the last one. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { chunk, DONE } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

const EMAIL = 'anna.smith@corp.test';

/** What the model says next, and what of it the client must have read before the model goes on. */
const STEPS: readonly (readonly [says: string, reads: string])[] = [
  ['H', 'H'],
  ['ello', 'ello'],
  [' [', ' '],
  ['1], {"a": 2} <b> (x', '[1], {"a": 2} <b> (x'],
  [') E', ') '],
  ['very EMA', 'Every '],
  ['IL, [EMAIL', 'EMAIL, '],
  ['_', ''],
  ['1', ''],
  [']', EMAIL],
  [' or [PERSON_1] and EMAIL_1', ` or [PERSON_1] and `],
  [' x', `${EMAIL} x`],
  [' EMAIL_12. ', ' EMAIL_12. '],
  ['&', ''],
  [' co. %', '& co. '],
  ['20 **EMAIL\\', '%20 **'],
  ['_1**', `${EMAIL}**`],
  [' 😀', ' 😀'],
];

test('a piece leaves at once, but for what may still become a placeholder of this request', async () => {
  const encoder = new TextEncoder();
  /** Resolves when the client has read what was certain after step i. */
  const read = STEPS.map(() => Promise.withResolvers<void>());
  running.provider.answerWith(() => {
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (at > 0) await read[at - 1]?.promise;
        const step = STEPS[at++];
        if (step !== undefined) return controller.enqueue(encoder.encode(chunk({ content: step[0] })));
        controller.enqueue(encoder.encode(chunk({}, 'stop') + DONE));
        controller.close();
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  });

  const response = await running.post(chat(`Mail ${EMAIL}`, { pii: 'obfuscate', stream: true }));
  const decoder = new TextDecoder();
  let rest = '';
  let text = '';
  let step = 0;
  let certain = STEPS[0]?.[1] ?? '';
  for await (const bytes of response.body ?? []) {
    rest += decoder.decode(bytes, { stream: true });
    const events = rest.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      if (!event.startsWith('data: {')) continue;
      text += JSON.parse(event.slice(6)).choices[0]?.delta?.content ?? '';
    }
    while (step < STEPS.length && text.length >= certain.length) {
      expect(text).toBe(certain);
      read[step++]?.resolve();
      certain += STEPS[step]?.[1] ?? '';
    }
  }
  expect(step).toBe(STEPS.length);
  expect(text).toBe(STEPS.map(([, reads]) => reads).join(''));
});
