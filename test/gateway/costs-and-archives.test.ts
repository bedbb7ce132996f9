import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({
    workspace: { targets: [{ provider: 'lab', model: 'gpt-4o', price: { input: 2.5, output: 10 } }] },
  });
});
afterAll(() => running.stop());

describe('costs', () => {
  test('a request costs what its target asks for the tokens that were counted', async () => {
    running.provider.answerWith(() =>
      Response.json({
        choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 },
      }),
    );
    const response = await running.post(chat('Hello'));
    await response.text();
    const [event] = await running.audit();
    expect(event).toMatchObject({ input_tokens: 1000, output_tokens: 200, cost_microusd: 4500 });
    const { inspectedMs, recordedMs } = JSON.parse(event?.details ?? '{}') as Record<string, number>;
    expect(inspectedMs).toBeGreaterThanOrEqual(0);
    expect(recordedMs).toBeGreaterThanOrEqual(inspectedMs ?? Number.POSITIVE_INFINITY);
    expect(event?.total_ms).toBeGreaterThanOrEqual(Math.floor(recordedMs ?? Number.POSITIVE_INFINITY));
  });

  test('the time and the digits of the event are those of the request', async () => {
    const response = await running.post(chat('Hello again'));
    await response.text();
    const [event] = await running.audit();
    expect(event?.id.replaceAll('-', '')).toBe(response.headers.get('x-request-id')?.slice('req_'.length));
  });
});

describe('a workspace that is put away', () => {
  test('is not there for callers until it is taken back', async () => {
    const { workspaces, memberships, users } = running.gateway.stores;
    const { id } = await workspaces.create({
      name: 'seasonal',
      settings: (await workspaces.get('my-team'))?.settings,
    } as never);
    const owner = (await users.list())[0];
    await memberships.set(id, owner?.id ?? '', 'member');
    const names = async (): Promise<string[]> => {
      const response = await fetch(`${running.baseUrl}/models`, {
        headers: { authorization: `Bearer ${running.key}` },
      });
      return ((await response.json()) as { data: { id: string }[] }).data.map((model) => model.id);
    };
    expect(await names()).toContain('seasonal');
    await workspaces.update('seasonal', { archived: true });
    expect(await names()).toEqual(['my-team']);
    const away = await running.post({ ...chat('Hello'), model: 'seasonal' });
    expect(away.status).toBe(404);
    expect(await away.json()).toMatchObject({ error: { code: 'model_not_found' } });
    await workspaces.update('seasonal', { archived: false });
    expect((await running.post({ ...chat('Hello'), model: 'seasonal' })).status).toBe(200);
  });
});
