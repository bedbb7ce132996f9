/** Streams that end inside a placeholder: the provider dies, `max_tokens` is reached, the client leaves; and very many placeholders. */

import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { openStreams } from '../../src/request-path/stream-watch.ts';
import { chunk, completion, DONE, echoOf, streamedAnswer, USAGE_CHUNK, wholeAnswer } from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

const EMAIL = 'anna.smith@corp.test';
const OTHER = 'bob.jones@corp.test';
const ask = (more: Record<string, unknown> = {}) =>
  running.post(chat(`Mail ${EMAIL} and ${OTHER}`, { pii: 'obfuscate', stream: true, ...more }));

/** What the model says, one character in each event, and what the caller reads when it is not cut. */
const SAYS = 'To **[EMAIL_1]**, {EMAIL-2} or &#91;email_1&#93;!';
const READ = `To **${EMAIL}**, ${OTHER} or ${EMAIL}!`;
const letters = (cut: number): string[] => Array.from(SAYS.slice(0, cut), (letter) => chunk({ content: letter }));
const CUTS = Array.from({ length: SAYS.length + 1 }, (_unused, cut) => cut);

async function contentOfWhole(response: Response): Promise<string> {
  const answer = (await response.json()) as { choices: { message: { content: string } }[] };
  return answer.choices[0]?.message.content ?? '';
}

describe('a provider that dies inside a placeholder', () => {
  test.each([
    ['between two events', ''],
    ['inside an event', chunk({ content: '_1] and more' }).slice(0, 150)],
  ])('%s: an error frame, no [DONE], and before it what was certain', async (_name, half) => {
    const before = (await running.audit()).length;
    for (const cut of CUTS) {
      // A broken connection and a stream that just ends are the same to the caller; the former is noisy here.
      const end = cut % 6 === 0 ? ([5, 'break'] as const) : [];
      running.provider.answerWith(() => streamedAnswer([chunk({ role: 'assistant' }), ...letters(cut), half, ...end]));
      const events = await eventsOf(await ask());
      expect(events).not.toContain('[DONE]');
      expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ error: { code: 'upstream_error' } });
      expect(READ).toStartWith(contentOf(events.slice(0, -1)));
    }
    const rows = (await running.audit()).slice(0, -before || undefined);
    expect(rows.length).toBe(CUTS.length);
    for (const row of rows)
      expect(row).toMatchObject({ state: 'complete', verdict: 'error', error_code: 'upstream_error' });
  });
});

describe('max_tokens inside a placeholder', () => {
  test('after any character: as the whole answer that ends there, and its reason to finish last', async () => {
    for (const cut of CUTS) {
      running.provider.answerWith(() => Response.json(completion({ content: SAYS.slice(0, cut) }, 'length')));
      const whole = await contentOfWhole(await ask({ stream: false }));
      running.provider.answerWith(() => streamedAnswer([...letters(cut), chunk({}, 'length'), USAGE_CHUNK, DONE]));
      const events = await eventsOf(await ask());
      expect(contentOf(events)).toBe(whole);
      expect(events.at(-1)).toBe('[DONE]');
      expect(JSON.parse(events.at(-2) ?? '').choices[0].finish_reason).toBe('length');
      // The last character and the reason in one frame, as some providers send it.
      running.provider.answerWith(() =>
        streamedAnswer([
          ...letters(cut).slice(0, -1),
          chunk({ content: SAYS.slice(0, cut).slice(-1) }, 'length'),
          DONE,
        ]),
      );
      const together = await eventsOf(await ask());
      expect(contentOf(together)).toBe(whole);
      expect(JSON.parse(together.at(-2) ?? '').choices[0].finish_reason).toBe('length');
    }
  });
});

describe('a client that leaves inside a placeholder', () => {
  test('aborts the provider; nothing of the stream stays', async () => {
    const before = running.provider.aborted();
    const rows = (await running.audit()).length;
    running.provider.answerWith((_request, noteAbort) =>
      streamedAnswer([chunk({ content: 'To [EMA' }), 20_000, chunk({ content: 'IL_1]' })], noteAbort),
    );
    const clients = 20;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        const controller = new AbortController();
        const response = await running.post(chat(`Mail ${EMAIL}`, { pii: 'obfuscate', stream: true }), {
          signal: controller.signal,
        });
        const reader = response.body?.getReader();
        let text = '';
        while (!text.includes('To ')) text += new TextDecoder().decode((await reader?.read())?.value);
        expect(text).not.toContain('[EMA');
        controller.abort();
      }),
    );
    await waitUntil('every provider is aborted', () => running.provider.aborted() >= before + clients);
    expect(running.provider.aborted()).toBe(before + clients);
    await waitUntil('no stream is open', () => openStreams() === 0);
    const left = (await running.audit()).slice(0, -rows || undefined);
    expect(left.length).toBe(clients);
    for (const row of left) expect(row).toMatchObject({ status: 499, error_code: 'client_left', state: 'complete' });
  });
});

describe('ten thousand placeholders in one answer', () => {
  const COUNT = 10_000;
  const text = Array.from({ length: COUNT }, (_unused, i) => `${i}: person${i}.x@corp.test;`).join('\n');

  test('whole', async () => {
    running.provider.answerWith((request) => wholeAnswer(echoOf(request)));
    expect((await contentOfWhole(await running.post(chat(text, { pii: 'obfuscate' })))) === text).toBe(true);
    const sent = running.provider.received.at(-1)?.text ?? '';
    expect(sent).toContain(`[EMAIL_${COUNT}]`);
    expect(sent).not.toContain('@corp.test');
  });

  test('streamed, seven characters in each event', async () => {
    running.provider.answerWith((request) => {
      const says = echoOf(request);
      const segments: string[] = [];
      for (let i = 0; i < says.length; ) {
        let segment = '';
        for (let events = 0; events < 20; events++, i += 7) segment += chunk({ content: says.slice(i, i + 7) });
        segments.push(segment);
      }
      return streamedAnswer([...segments, chunk({}, 'stop'), DONE]);
    });
    const events = await eventsOf(await running.post(chat(text, { pii: 'obfuscate', stream: true })));
    expect(contentOf(events) === text).toBe(true);
    expect(events.at(-1)).toBe('[DONE]');
  });
});
