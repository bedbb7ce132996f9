import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { eventIdOf } from '../../src/platform/request-id.ts';
import { streamedAnswer, wholeAnswer } from '../support/fake-provider.ts';
import { chat, OWNER, type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway();
});
afterAll(() => running.stop());

describe('the audit record', () => {
  test('is there before the provider is asked, and completed after', async () => {
    let duringCall: unknown;
    running.provider.answerWith(async () => {
      const rows = await running.gateway.stores.database.query.selectFrom('audit_event').selectAll().execute();
      duringCall = rows.at(-1)?.state;
      return wholeAnswer('ok');
    });
    await running.post(chat('I am a.b@corp.test', { pii: 'obfuscate' }), {
      headers: { 'x-stainless-retry-count': '2' },
    });
    expect(duringCall).toBe('open');
    const [row] = await running.audit();
    expect(row).toMatchObject({
      state: 'complete',
      user_email: OWNER,
      workspace_name: 'my-team',
      model: 'my-team',
      provider: 'lab',
      upstream_model: 'gpt-4o',
      verdict: 'mask',
      pii: 'obfuscate',
      status: 200,
      error_code: null,
      stream: 0,
      retry_count: 2,
      input_tokens: 11,
      output_tokens: 7,
      client_address: '127.0.0.1',
    });
    expect(JSON.parse(row?.kinds ?? '')).toEqual({ EMAIL: 1 });
    expect(row?.total_ms).toBeGreaterThanOrEqual(row?.first_byte_ms ?? 0);
    expect(row?.request_id).toMatch(/^req_[0-9a-f]{32}$/);
  });

  test.each([
    [
      'a refusal',
      chat('I am a.b@corp.test', { pii: 'block' }),
      { verdict: 'block', status: 400, error_code: 'pii_detected' },
    ],
    ['a bad request', chat('hi', { pii: 'x' }), { verdict: 'error', status: 400, error_code: 'invalid_value' }],
    [
      'an unknown workspace',
      { ...chat('hi'), model: 'nope' },
      { verdict: 'error', status: 404, error_code: 'model_not_found', model: null },
    ],
  ])('is written for %s', async (_name, body, expected) => {
    const before = (await running.audit()).length;
    const response = await running.post(body);
    const rows = await running.audit();
    expect(rows.length).toBe(before + 1);
    const requestId = response.headers.get('x-request-id') ?? '';
    expect(rows[0]).toMatchObject({
      ...expected,
      state: 'complete',
      id: eventIdOf(requestId) ?? '',
      request_id: requestId,
    });
  });

  test('the key list counts requests and knows the last use', async () => {
    const { users, keys } = running.gateway.stores;
    const user = await users.getByEmail(OWNER);
    const input = { name: 'counted', expiresAt: null, workspaces: null, addressRanges: null, limits: null };
    const { key, view } = await keys.create(user?.id ?? '', input);
    const before = Math.floor(Date.now() / 1000) * 1000;
    for (let i = 0; i < 3; i++) await running.post(chat('hi'), { key });
    const read = () => keys.get(user?.id ?? '', view.id);
    await waitUntil('three requests are counted', async () => ((await read())?.requestCount ?? 0) >= 3);
    const counted = await read();
    expect(counted?.requestCount).toBe(3);
    const used = Date.parse(counted?.lastUsedAt ?? '');
    expect(used).toBeGreaterThanOrEqual(before);
    expect(used).toBeLessThanOrEqual(Date.now());
  });
});

test('a request that cannot be recorded is refused and never sent', async () => {
  const broken = await startGateway();
  try {
    await broken.gateway.stores.database.query.schema.alterTable('audit_event').renameTo('audit_event_gone').execute();
    const response = await broken.post(chat('hi'));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'audit_unavailable', type: 'server_error' } });
    expect(broken.provider.received.length).toBe(0);
    await broken.gateway.stores.database.query.schema.alterTable('audit_event_gone').renameTo('audit_event').execute();
  } finally {
    await broken.stop();
  }
});

describe('what a provider says is not written down unless it is what it should be', () => {
  const MAIL = ['mallory', 'elsewhere.example'].join('@');

  test('an error code is a word', async () => {
    const body = { error: { message: 'no', type: 'x', code: `no such user: ${MAIL}` } };
    running.provider.answerWith(() => Response.json(body, { status: 400 }));
    const refused = await running.post(chat('hi'));
    expect([refused.status, (await refused.json()).error.code]).toEqual([400, body.error.code]);
    expect((await running.audit())[0]).toMatchObject({ status: 400, error_code: 'upstream_error' });

    running.provider.answerWith(() => streamedAnswer([`data: ${JSON.stringify(body)}\n\n`]));
    await (await running.post(chat('hi', { stream: true }))).text();
    expect((await running.audit())[0]).toMatchObject({ status: 200, verdict: 'error', error_code: 'upstream_error' });

    body.error.code = 'context_length_exceeded';
    running.provider.answerWith(() => Response.json(body, { status: 400 }));
    await running.post(chat('hi'));
    expect((await running.audit())[0]).toMatchObject({ error_code: 'context_length_exceeded' });
  });

  test.each(['1e400', '-5', '1.5', '9007199254740993', '"11"', 'null'])('%s is no count of tokens', async (count) => {
    const answer = `{"choices":[{"index":0,"message":{"role":"assistant","content":"ok"},"finish_reason":"stop"}],
      "usage":{"prompt_tokens":${count},"completion_tokens":7}}`;
    const headers = { 'content-type': 'application/json' };
    running.provider.answerWith(() => new Response(answer, { headers }));
    expect((await running.post(chat('hi'))).status).toBe(200);
    expect((await running.audit())[0]).toMatchObject({ status: 200, input_tokens: null, output_tokens: 7 });
  });
});

test('a request that cannot be checked in time is refused, recorded and never sent', async () => {
  const slow = await startGateway({ config: { firewall: { deadlineMs: 10 } } });
  try {
    const text = 'Please write to anna@corp.test and to the others about 4556 7375 8689 9855. '.repeat(40_000);
    const response = await slow.post(chat(text, { pii: 'obfuscate' }));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'firewall_unavailable', type: 'server_error' } });
    expect(slow.provider.received.length).toBe(0);
    expect((await slow.audit())[0]).toMatchObject({
      verdict: 'error',
      error_code: 'firewall_unavailable',
      status: 503,
    });
  } finally {
    await slow.stop();
  }
});
