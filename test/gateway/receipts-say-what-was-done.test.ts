/** Every answer and every refusal says what the firewall did: headers, a comment at the end of a stream, the audit record. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chunk, echoOf, streamedAnswer, streamText, wholeAnswer } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

const TEXT = 'Write to anna.smith@corp.test or call +1 212 555 0142.';
const PICTURE = { type: 'image_url', image_url: { url: 'https://pictures.example/a.png' } };
const LEAK = 'See https://elsewhere.example/?q=[EMAIL_1] or [EMAIL_1] or [EMAIL_7].';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({
    workspace: { detection: { unreadable: 'allow' }, restore: { excludedTools: ['send'] } },
  });
});
afterAll(() => running.stop());

const detailsOf = async () => JSON.parse((await running.audit())[0]?.details ?? '{}');
const receiptsOf = (response: Response): Record<string, string> =>
  Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('x-onefirewall-')));

/** The words of the last comment, as `name=value`. */
function commentOf(text: string): Record<string, string> {
  const comments = text.split('\n\n').filter((event) => event.startsWith(': onefirewall '));
  expect(comments).toHaveLength(1);
  const words = (comments[0] ?? '').split(' ').slice(2);
  return Object.fromEntries(
    words.map((word): [string, string] => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']),
  );
}

describe('a whole answer', () => {
  test('says what was masked, left unread and withheld, by which policy and how long it took', async () => {
    running.provider.answerWith(() => wholeAnswer(LEAK));
    const parts = [{ type: 'text', text: TEXT }, PICTURE];
    const response = await running.post(chat(parts, { pii: 'obfuscate' }));
    const receipts = receiptsOf(response);
    expect(receipts).toEqual({
      'x-onefirewall-workspace': 'my-team',
      'x-onefirewall-model': 'true-model-2024',
      'x-onefirewall-pii': 'obfuscate; email=1, phone=1',
      'x-onefirewall-policy': expect.stringMatching(/^[0-9a-f]{12}$/),
      'x-onefirewall-unread': '1',
      'x-onefirewall-withheld': 'links=1, tools=0',
      'x-onefirewall-unknown': '1',
      'x-onefirewall-ms': expect.stringMatching(/^\d+(\.\d{1,2})?$/),
    });
    expect(await response.text()).toContain(
      'See https://elsewhere.example/?q=[EMAIL_1] or anna.smith@corp.test or [EMAIL_7].',
    );
    expect(await detailsOf()).toMatchObject({
      policyVersion: receipts['x-onefirewall-policy'] ?? '',
      unread: 1,
      withheld: { links: 1, tools: 0 },
      unknownPlaceholders: 1,
      restoreMs: expect.any(Number),
      inspectedMs: expect.any(Number),
      recordedMs: expect.any(Number),
    });
  });

  test('says nothing of what did not happen', async () => {
    running.provider.answerWith(() => wholeAnswer('ok'));
    const receipts = receiptsOf(await running.post(chat('hi')));
    expect(Object.keys(receipts).sort()).toEqual(
      ['model', 'ms', 'pii', 'policy', 'workspace'].map((name) => `x-onefirewall-${name}`),
    );
    const details = await detailsOf();
    for (const name of ['withheld', 'unknownPlaceholders', 'unread', 'answer', 'restoreFailed'])
      expect(details).not.toHaveProperty(name);
  });
});

describe('a stream', () => {
  test('says what is known in headers, and all of it in the last comment before [DONE]', async () => {
    running.provider.answerWith(() => streamText(LEAK));
    const response = await running.post(chat(TEXT, { pii: 'obfuscate', stream: true }));
    const receipts = receiptsOf(response);
    expect(receipts).toMatchObject({
      'x-onefirewall-pii': 'obfuscate; email=1, phone=1',
      'x-onefirewall-policy': expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    const text = await response.text();
    expect(text).toMatch(/\n\n: onefirewall [^\n]+\n\ndata: \[DONE\]\n\n$/);
    expect(commentOf(text)).toEqual({
      pii: 'obfuscate',
      'pii.email': '1',
      'pii.phone': '1',
      unread: '0',
      answer: 'off',
      'withheld.links': '1',
      'withheld.tools': '0',
      unknown: '1',
      policy: receipts['x-onefirewall-policy'] ?? '',
      ms: expect.stringMatching(/^\d+(\.\d{1,2})?$/),
    });
    expect(await detailsOf()).toMatchObject({ withheld: { links: 1, tools: 0 }, unknownPlaceholders: 1 });
  });

  test('that nothing was done to, too', async () => {
    running.provider.answerWith((request) => streamText(echoOf(request)));
    const text = await (await running.post(chat('hi', { stream: true }))).text();
    expect(commentOf(text)).toMatchObject({ pii: 'disabled', answer: 'off', 'withheld.links': '0' });
  });

  test('that breaks says it before the error', async () => {
    running.provider.answerWith(() => streamedAnswer([chunk({ content: 'see [EMAIL_1]' }), 'break']));
    const text = await (await running.post(chat(TEXT, { pii: 'obfuscate', stream: true }))).text();
    expect(text).toMatch(/\n\n: onefirewall [^\n]+\n\ndata: \{"error":\{[^\n]+\n\n$/);
    expect(commentOf(text)).toMatchObject({ 'pii.email': '1' });
  });
});

describe('a refusal', () => {
  test('says the mode, the kinds and the policy', async () => {
    const response = await running.post(chat(TEXT, { pii: 'block' }));
    expect(response.status).toBe(400);
    expect(receiptsOf(response)).toEqual({
      'x-onefirewall-workspace': 'my-team',
      'x-onefirewall-pii': 'block; email=1, phone=1',
      'x-onefirewall-policy': expect.stringMatching(/^[0-9a-f]{12}$/),
      'x-onefirewall-ms': expect.stringMatching(/^\d+(\.\d{1,2})?$/),
    });
    expect(await detailsOf()).toMatchObject({ policyVersion: expect.any(String), inspectedMs: expect.any(Number) });
  });

  test("of a provider's, and one that it cannot be reached, too", async () => {
    running.provider.answerWith(() =>
      Response.json({ error: { message: 'no', type: 'x', param: null, code: 'y' } }, { status: 400 }),
    );
    const answered = await running.post(chat(TEXT, { pii: 'obfuscate' }));
    expect(answered.status).toBe(400);
    expect(answered.headers.get('x-onefirewall-pii')).toBe('obfuscate; email=1, phone=1');
    running.provider.answerWith(() => new Response('nothing', { status: 200 }));
    const broken = await running.post(chat(TEXT, { pii: 'obfuscate' }));
    expect(broken.status).toBe(502);
    expect(broken.headers.get('x-onefirewall-pii')).toBe('obfuscate; email=1, phone=1');
    expect(await detailsOf()).toMatchObject({ policyVersion: expect.any(String) });
  });

  test('before the workspace is known says nothing', async () => {
    const response = await running.post({ ...chat('hi'), model: 'nope' });
    expect(response.status).toBe(404);
    expect(receiptsOf(response)).toEqual({});
  });
});

describe('the version of the policy', () => {
  test('changes with what is found and done, and not with where it goes', async () => {
    const { workspaces } = running.gateway.stores;
    const versionNow = async () => {
      running.provider.answerWith(() => wholeAnswer('ok'));
      return (await running.post(chat('hi'))).headers.get('x-onefirewall-policy');
    };
    const first = await versionNow();
    expect(await versionNow()).toBe(first);
    const { settings } = (await workspaces.list()).find(({ name }) => name === 'my-team') ?? {};
    if (settings === undefined) throw new Error('no workspace');
    const change = (more: object) => workspaces.update('my-team', { settings: { ...settings, ...more } });
    await change({ answers: { personal: 'mark', secrets: 'off' } });
    const second = await versionNow();
    expect(second).not.toBe(first);
    await change({ limits: { requestsPerDay: 1000 } });
    expect(await versionNow()).toBe(first);
  });
});

test('every header is in the documentation', () => {
  const page = readFileSync(join(import.meta.dir, '../../docs/placeholders.md'), 'utf8');
  const source = readFileSync(join(import.meta.dir, '../../src/request-path/receipt.ts'), 'utf8');
  const names = [...source.matchAll(/'(x-onefirewall-[a-z]+)'/g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(7);
  for (const name of names) expect(page).toContain(`\`${name}\``);
});
