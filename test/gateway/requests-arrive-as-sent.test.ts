import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { workspaceSettingsSchema } from '../../src/contract/workspace.ts';
import { chat, PROVIDER_KEY, type RunningGateway, startGateway } from '../support/start-gateway.ts';

/** In epoch seconds. */
const STARTED = Math.floor(Date.now() / 1000);

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({ workspace: { persona: 'Be brief.' } });
});
afterAll(() => running.stop());

const lastSent = () => running.provider.received.at(-1);

describe('what is forwarded', () => {
  test('unknown fields at every level', async () => {
    const body = {
      model: 'my-team',
      top_k: 40,
      chat_template_kwargs: { enable_thinking: false },
      messages: [
        {
          role: 'assistant',
          content: null,
          reasoning_content: 'thought',
          extra_content: { google: { x: 1 } },
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a": 1}' } }],
        },
        { role: 'tool', tool_call_id: 'c1', content: 'result' },
        { role: 'user', content: [{ type: 'text', text: 'hi', cache_control: { type: 'ephemeral' } }] },
      ],
    };
    expect((await running.post(body)).status).toBe(200);
    const sent = lastSent()?.body;
    expect(sent).toEqual({
      ...body,
      model: 'gpt-4o',
      messages: [{ role: 'system', content: 'Be brief.' }, ...body.messages],
    });
  });

  test('64-bit integers and decimals as written, duplicate keys resolved, __proto__ as data', async () => {
    await running.post(
      '{"model":"my-team","seed":9007199254740993,"temperature":1.50,"temperature":0.50,"metadata":{"__proto__":{"a":"b"}},"messages":[{"role":"user","content":"hi"}]}',
    );
    const text = lastSent()?.text ?? '';
    expect(text).toContain('"seed":9007199254740993');
    expect(text).toContain('"temperature":0.50');
    expect(text).not.toContain('1.50');
    expect(text).toContain('"__proto__":{"a":"b"}');
  });

  test('numbers keep their spelling also when something was masked', async () => {
    await running.post(
      '{"model":"my-team","pii":"obfuscate","seed":9007199254740993,"messages":[{"role":"user","content":"I am at a.b@corp.test"}]}',
    );
    expect(lastSent()?.text).toContain('"seed":9007199254740993');
    expect(lastSent()?.text).toContain('[EMAIL_1]');
  });

  test('the last of two contents is the one inspected and the one sent', async () => {
    const hidden = 'first.one@corp.test';
    await running.post(
      `{"model":"my-team","pii":"obfuscate","messages":[{"role":"user","content":"${hidden}","content":"second.one@corp.test"}]}`,
    );
    expect(lastSent()?.text).not.toContain(hidden);
    expect(lastSent()?.text).not.toContain('second.one');
  });

  test('our parameters are taken out, `system` replaces the persona', async () => {
    await running.post(chat('hi', { pii: 'disabled', system: 'Answer in French.', web_search: false }));
    const sent = lastSent()?.body;
    expect(Object.keys(sent ?? {}).sort()).toEqual(['messages', 'model']);
    expect(sent?.messages).toEqual([
      { role: 'system', content: 'Answer in French.' },
      { role: 'user', content: 'hi' },
    ]);
  });

  test("a finding in `system` is reported as `system`, and messages keep the caller's numbers", async () => {
    const inSystem = await running.post(chat('hi', { pii: 'block', system: 'You serve a.b@corp.test' }));
    expect(((await inSystem.json()) as { error: { param: string } }).error.param).toBe('system');
    const inMessage = await running.post(chat('I am a.b@corp.test', { pii: 'block' }));
    expect(((await inMessage.json()) as { error: { param: string } }).error.param).toBe('messages[0].content');
  });

  test('the base /v1 answers too', async () => {
    const response = await fetch(`${running.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(chat('hi')),
    });
    expect(response.status).toBe(200);
  });
});

describe('what is not', () => {
  test('client headers: keys, cookies, addresses and chosen upstreams stay here', async () => {
    await running.post(chat('hi', { base_url: 'http://127.0.0.1:1', api_base: 'http://127.0.0.1:1' }), {
      headers: {
        cookie: 'session=client',
        'x-forwarded-for': '198.18.9.9',
        'api-key': 'other',
        'x-portkey-custom-host': 'http://127.0.0.1:1',
        'helicone-target-url': 'http://127.0.0.1:1',
        'openai-organization': 'org-client',
      },
    });
    const headers = lastSent()?.headers ?? {};
    expect(headers.authorization).toBe(`Bearer ${PROVIDER_KEY}`);
    for (const name of [
      'cookie',
      'x-forwarded-for',
      'api-key',
      'x-portkey-custom-host',
      'helicone-target-url',
      'openai-organization',
    ]) {
      expect(headers[name]).toBeUndefined();
    }
    expect(JSON.stringify(headers)).not.toContain(running.key);
  });
});

describe('models', () => {
  const get = (path: string, key = running.key) =>
    fetch(`${running.baseUrl}${path}`, { headers: { authorization: `Bearer ${key}` } });

  test('are the workspaces, in the published shape and no other', async () => {
    const list = (await (await get('/models')).json()) as { object: string; data: Record<string, unknown>[] };
    expect(list.object).toBe('list');
    expect(list.data.length).toBe(1);
    const [model] = list.data;
    expect(model).toEqual({
      id: 'my-team',
      object: 'model',
      created: expect.any(Number),
      owned_by: 'organization',
      root: 'my-team',
      parent: null,
      permission: [],
    });
    expect(Number(model?.created)).toBeGreaterThanOrEqual(STARTED);
    expect(Number(model?.created)).toBeLessThanOrEqual(Date.now() / 1000);
    expect(await (await get('/models/my-team')).json()).toEqual(model as never);
  });

  test('one that does not exist and one of others are the same 404', async () => {
    await running.gateway.stores.workspaces.create({
      name: 'secret-team',
      settings: workspaceSettingsSchema.parse({}),
    });
    const normal = (text: string) => text.replaceAll(/secret-team|no-such-team/g, 'X');
    const hidden = await get('/models/secret-team');
    const absent = await get('/models/no-such-team');
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect(normal(await hidden.text())).toBe(normal(await absent.text()));
  });
});
