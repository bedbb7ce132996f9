import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { chat, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

const inLists = (levels: number, inside: string): string => `${'['.repeat(levels)}${inside}${']'.repeat(levels)}`;
const EMAIL = 'jane.miller@corp.example';
const whole = (extra: string): string =>
  `{"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]${extra}}`;
const answerWith = (body: string, type = 'application/json'): void =>
  running.provider.answerWith(() => new Response(body, { headers: { 'content-type': type } }));

describe('an answer that is nested deeper than any provider means', () => {
  test.each([128, 20_000, 300_000])('%p levels in a whole answer are a 502', async (levels) => {
    for (const pii of ['disabled', 'obfuscate'])
      for (const stream of [false, true]) {
        answerWith(whole(`,"more":${inLists(levels, '1')}`));
        const response = await running.post(chat(`write to ${EMAIL}`, { pii, stream }));
        const { error } = (await response.json()) as { error: { type: string; code: string; message: string } };
        expect([response.status, error.type, error.code]).toEqual([502, 'server_error', 'upstream_error']);
        expect((await running.audit())[0]).toMatchObject({ status: 502, error_code: 'upstream_error' });
      }
  });

  test.each([128, 20_000, 300_000])('%p levels in an error are a 502', async (levels) => {
    answerWith(`{"error":{"message":"x","more":${inLists(levels, '1')}}}`);
    const response = await running.post(chat('x'));
    expect(response.status).toBe(502);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe('upstream_error');
  });

  test.each([128, 20_000, 300_000])('%p levels in an event end the stream with an error', async (levels) => {
    for (const pii of ['disabled', 'obfuscate']) {
      const chunk = `{"id":"a","choices":[{"index":0,"delta":{"content":"hi"}}],"more":${inLists(levels, '1')}}`;
      answerWith(`data: ${chunk}\n\ndata: [DONE]\n\n`, 'text/event-stream');
      const events = await eventsOf(await running.post(chat(`write to ${EMAIL}`, { pii, stream: true })));
      expect((JSON.parse(events.at(-1) ?? '') as { error: { code: string } }).error.code).toBe('upstream_error');
      expect(events.join('')).not.toContain('[DONE]');
    }
  });

  test('what is nested as deep as allowed is restored', async () => {
    answerWith(whole(`,"more":${inLists(127, '"to [EMAIL_1]"')}`));
    const response = await running.post(chat(`write to ${EMAIL}`, { pii: 'obfuscate' }));
    expect(await response.text()).toContain(inLists(127, `"to ${EMAIL}"`));
  });

  test('arguments may say anything', async () => {
    for (const levels of [1000, 300_000]) {
      const call = `{"id":"c","type":"function","function":{"name":"f","arguments":${JSON.stringify(inLists(levels, '"[EMAIL_1]"'))}}}`;
      answerWith(whole('').replace('"content":"hi"', `"content":null,"tool_calls":[${call}]`));
      const response = await running.post(chat(`write to ${EMAIL}`, { pii: 'obfuscate' }));
      expect([
        response.status,
        (await response.text()).includes(JSON.stringify(inLists(levels, `"${EMAIL}"`)).slice(1, -1)),
      ]).toEqual([200, true]);
    }
  });
});
