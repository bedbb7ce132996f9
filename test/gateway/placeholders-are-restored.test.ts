import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import {
  chunk,
  completion,
  DONE,
  echoOf,
  streamedAnswer,
  streamText,
  USAGE_CHUNK,
  wholeAnswer,
} from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';

const TEXT = 'Write to Anna.Smith@corp.test or call +1 212 555 0142, from 198.18.7.21.';

describe('pii: obfuscate', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await startGateway();
  });
  afterAll(() => running.stop());

  test('the provider sees placeholders, the caller gets the values back', async () => {
    running.provider.answerWith((request) => wholeAnswer(`Sure: ${echoOf(request)}`));
    const response = await running.post(chat(TEXT, { pii: 'obfuscate' }));
    expect(response.status).toBe(200);
    const answer = (await response.json()) as { model: string; choices: { message: { content: string } }[] };
    expect(answer.choices[0]?.message.content).toBe(`Sure: ${TEXT}`);
    expect(answer.model).toBe('my-team');
    const sent = running.provider.received.at(-1);
    expect(sent?.text).toContain('[EMAIL_1]');
    expect(sent?.text).toContain('[PHONE_1]');
    expect(sent?.text).toContain('[IP_1]');
    for (const value of ['Anna.Smith@corp.test', '555 0142', '198.18.7.21', '"pii"', 'my-team']) {
      expect(sent?.text).not.toContain(value);
    }
    expect(sent?.body.model).toBe('gpt-4o');
    expect(response.headers.get('x-onefirewall-pii')).toBe('obfuscate; email=1, phone=1, ip=1');
    expect(response.headers.get('x-onefirewall-model')).toBe('true-model-2024');
    expect(response.headers.get('x-onefirewall-workspace')).toBe('my-team');
  });

  test('streamed answers are restored whatever the cuts are', async () => {
    for (const size of [1, 2, 3, 5, 8, 1000]) {
      running.provider.answerWith((request) => streamText(`Sure: ${echoOf(request)} Bye.`, size));
      const response = await running.post(chat(TEXT, { pii: 'obfuscate', stream: true }));
      expect(response.headers.get('content-type')).toStartWith('text/event-stream');
      const events = await eventsOf(response);
      expect(contentOf(events)).toBe(`Sure: ${TEXT} Bye.`);
      expect(events.at(-1)).toBe('[DONE]');
    }
  });

  test('tool-call arguments stay valid JSON when a value has quotes, streamed and whole', async () => {
    const email = 'anna.smith@corp.test';
    running.provider.answerWith((request) => {
      const placeholder = /\[EMAIL_\d+\]/.exec(request.text)?.[0] ?? 'none';
      const call = { id: 'call_1', type: 'function', function: { name: 'send', arguments: `{"to":"${placeholder}"}` } };
      return Response.json(completion({ content: null, tool_calls: [call] }, 'tool_calls'));
    });
    const whole = await running.post(chat(`mail ${email}`, { pii: 'obfuscate' }));
    const answer = (await whole.json()) as {
      choices: { message: { tool_calls: { function: { arguments: string } }[] } }[];
    };
    expect(JSON.parse(answer.choices[0]?.message.tool_calls[0]?.function.arguments ?? '')).toEqual({ to: email });

    running.provider.answerWith((request) => {
      const placeholder = /\[EMAIL_\d+\]/.exec(request.text)?.[0] ?? 'none';
      const argument = `{"to":"${placeholder}"}`;
      const deltas = Array.from(argument).map((letter) =>
        chunk({ tool_calls: [{ index: 0, function: { arguments: letter } }] }),
      );
      const first = chunk({
        tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'send', arguments: '' } }],
      });
      return streamedAnswer([first, ...deltas, chunk({}, 'tool_calls'), USAGE_CHUNK, DONE]);
    });
    const streamed = await eventsOf(await running.post(chat(`mail ${email}`, { pii: 'obfuscate', stream: true })));
    const argument = streamed
      .filter((event) => event !== '[DONE]')
      .map((event) => JSON.parse(event).choices?.[0]?.delta?.tool_calls?.[0]?.function?.arguments ?? '')
      .join('');
    expect(JSON.parse(argument)).toEqual({ to: email });
  });

  test('held text leaves before the finish frame, and a cut placeholder is not lost', async () => {
    running.provider.answerWith(() =>
      streamedAnswer([chunk({ content: 'see [EMAIL_' }), chunk({}, 'length'), USAGE_CHUNK, DONE]),
    );
    const events = await eventsOf(await running.post(chat(`mail a.b@corp.test`, { pii: 'obfuscate', stream: true })));
    expect(contentOf(events)).toBe('see [EMAIL_');
    const finish = events.findIndex((event) => event.includes('"finish_reason":"length"'));
    const held = events.findLastIndex((event) => event.includes('[EMAIL_'));
    expect(held).toBeGreaterThan(-1);
    expect(held).toBeLessThan(finish);
  });
});

describe('pii: disabled and block', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await startGateway();
  });
  afterAll(() => running.stop());

  test('disabled passes personal data as it is', async () => {
    const response = await running.post(chat(TEXT));
    expect(response.status).toBe(200);
    expect(running.provider.received.at(-1)?.text).toContain('Anna.Smith@corp.test');
    expect(response.headers.get('x-onefirewall-pii')).toBe('disabled');
  });

  test('block refuses with the place and the kinds, never a value, and nothing is sent', async () => {
    const before = running.provider.received.length;
    const response = await running.post({
      model: 'my-team',
      pii: 'block',
      messages: [
        { role: 'user', content: 'hello' },
        { role: 'user', content: TEXT },
      ],
    });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text).error).toMatchObject({
      code: 'pii_detected',
      type: 'invalid_request_error',
      param: 'messages[1].content',
    });
    expect(text).toContain('EMAIL');
    expect(text).not.toContain('Anna');
    expect(running.provider.received.length).toBe(before);
  });

  test('the floor of a workspace cannot be loosened', async () => {
    const floored = await startGateway({ workspace: { pii: { default: 'obfuscate', floor: 'obfuscate' } } });
    try {
      await floored.post(chat(TEXT, { pii: 'disabled' }));
      expect(floored.provider.received.at(-1)?.text).not.toContain('Anna.Smith@corp.test');
    } finally {
      await floored.stop();
    }
  });
});
