import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
  await api.call('admin', 'POST /workspaces', {
    body: {
      name: 'care',
      settings: {
        pii: { default: 'disabled', floor: 'obfuscate' },
        detection: {
          kinds: { IP: 'off' },
          thresholds: { PHONE: 0.99 },
          allow: [{ value: 'Berlin' }, { domain: 'clinic.example' }],
          recognisers: [{ name: 'Case number', kind: 'CASE', pattern: 'CASE-\\d{6}' }],
        },
      },
    },
  });
  await api.call('admin', 'POST /workspaces/care/members', { body: { email: 'member@example.test', role: 'member' } });
});
afterAll(() => api.close());

const explain = (body: unknown, who: 'owner' | 'member' | 'other' | 'nobody' = 'member') =>
  api.call(who, 'POST /explain', { body });

const MAIL = ['anna', 'posteo.de'].join('@');
/** The shape of a real key of a vendor, with nothing behind it. */
const KEY = ['AKIA', 'QYLPMN5HHHFPZAM2'].join('');

describe('200', () => {
  test('a finding has its place, its reason, its view and its placeholder', async () => {
    const { body } = await explain({ text: `Mail ${MAIL} about CASE-123456.`, workspace: 'care' });
    expect(body).toMatchObject({ pii: 'obfuscate', verdict: 'mask', kinds: { EMAIL: 1, CASE: 1 }, refusal: null });
    const [text] = body.texts;
    expect(text).toMatchObject({ path: 'text', masked: 'Mail [EMAIL_1] about [CASE_1].', restoredEqual: true });
    expect(text.findings).toMatchObject([
      { start: 5, end: 19, kind: 'EMAIL', tier: 'T0', title: 'E-mail address', view: 'original', reads: null },
      { kind: 'CASE', type: 'CASE_NUMBER', title: 'Case number', placeholder: '[CASE_1]' },
    ]);
    expect(text.findings[0].rule).toContain('RFC 5322');
    expect(body.messages.at(-1)).toEqual({ role: 'user', content: 'Mail [EMAIL_1] about [CASE_1].' });
  });

  test('disguised values say in which view they were found, and what they read there', async () => {
    const hidden = btoa(`send it to ${MAIL}`);
    const { body } = await explain({ text: `x ${hidden} y, or bob at posteo dot de, or ｂｏｂ@posteo.de` });
    expect(body.texts[0].findings).toMatchObject([
      { kind: 'EMAIL', view: 'opened', reads: `send it to ${MAIL}` },
      { kind: 'EMAIL', view: 'joined', reads: 'bob@posteo.de' },
      { kind: 'EMAIL', view: 'folded', reads: 'bob@posteo.de' },
    ]);
  });

  test('near misses say why they do not count', async () => {
    const { body } = await explain({
      text: 'From 203.0.113.77, call +49 170 1234567, write to desk@clinic.example',
      workspace: 'care',
    });
    const reasons = body.texts[0].notCounted.map(({ kind, reason, entry }: Record<string, unknown>) => [
      kind,
      reason,
      entry,
    ]);
    expect(reasons).toContainEqual(['IP', 'kind_off', null]);
    expect(reasons).toContainEqual(['PHONE', 'below_threshold', null]);
    expect(reasons).toContainEqual(['EMAIL', 'allowed', 'allow[1]']);
    expect(body).toMatchObject({ verdict: 'allow', texts: [{ findings: [] }] });
  });

  test('what personal data would be found is told where it passes', async () => {
    const { body } = await explain({ text: `Mail ${MAIL}`, pii: 'disabled' });
    expect(body).toMatchObject({ verdict: 'allow', texts: [{ findings: [], masked: `Mail ${MAIL}` }] });
    expect(body.texts[0].notCounted).toMatchObject([{ kind: 'EMAIL', reason: 'personal_data_passes' }]);
  });

  test('a refusal has the error a request would get, and nothing is seen by a provider', async () => {
    const { body } = await explain({
      messages: [
        { role: 'user', content: 'hi' },
        { role: 'user', content: `key ${KEY}` },
      ],
    });
    expect(body).toMatchObject({
      verdict: 'block',
      refusal: { status: 400, code: 'secret_detected', param: 'messages[1].content' },
      messages: null,
    });
    expect(body.texts.at(-1)).toMatchObject({ masked: null, findings: [{ kind: 'SECRET', type: 'AWS_ACCESS_KEY' }] });
    expect(JSON.stringify(body.refusal)).not.toContain(KEY);
  });

  test('settings that are not saved are tried', async () => {
    const settings = { detection: { kinds: { EMAIL: 'off' } }, pii: { floor: 'block' } };
    const { body } = await explain({ text: `Mail ${MAIL} or call +49 170 1234567`, workspace: 'care', settings });
    expect(body).toMatchObject({
      pii: 'block',
      verdict: 'block',
      refusal: { code: 'pii_detected' },
      kinds: { PHONE: 1 },
    });
    const saved = await api.call('admin', 'GET /workspaces/care');
    expect(saved.body.settings.pii.floor).toBe('obfuscate');
  });

  test('a long conversation is read in a worker and explained the same', async () => {
    const filler = 'The train to the coast runs every hour and is never full. '.repeat(300);
    const { body } = await explain({ text: `${filler}Mail ${MAIL}.` });
    expect(body.texts[0].findings.filter(({ kind }: { kind: string }) => kind === 'EMAIL')).toMatchObject([
      { start: filler.length + 5, placeholder: '[EMAIL_1]', title: 'E-mail address' },
    ]);
  });

  test('a value cut across two messages is counted', async () => {
    const { body } = await explain({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'my mail is anna.kow' },
            { type: 'text', text: 'alska@posteo.de ok' },
          ],
        },
      ],
    });
    expect(body.kinds.EMAIL).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(body.messages)).not.toContain('posteo');
  });
});

describe('settings that are not saved', () => {
  const recognisers = (pattern: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `Case ${index}`,
      kind: 'CASE',
      pattern: `${pattern}-${index}`,
    }));

  test('large ones are compiled in a worker, with the same answer', async () => {
    const settings = { detection: { recognisers: recognisers('CASE-\\d{6}', 60) } };
    const { body } = await explain({ text: 'see CASE-123456-59 please', settings, pii: 'obfuscate' });
    expect(body.texts[0].findings).toMatchObject([
      { start: 4, end: 18, kind: 'CASE', title: 'Case 59', placeholder: '[CASE_1]' },
    ]);
  });

  test('what is wrong with large ones is said the same', async () => {
    const broken = [...recognisers('CASE-\\d{6}', 40), { name: 'x', kind: 'X', pattern: '(' }];
    const refused = await explain({ text: 'a', settings: { detection: { recognisers: broken } } });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_value', param: 'settings.detection.recognisers[40].pattern' } },
    });
  });

  test('too large ones are a 413 that says what to do', async () => {
    const keywords = Array.from({ length: 15_000 }, (_, index) => `keyword number ${index}`);
    const settings = { detection: { recognisers: [{ name: 'Words', kind: 'WORD', keywords }] } };
    const refused = await explain({ text: 'a', settings });
    expect(refused.status).toBe(413);
    expect(refused.body.error.message).toContain('Save them');
  });
});

describe('400', () => {
  test.each([
    ['neither text nor messages', {}, null],
    ['both', { text: 'a', messages: [{ role: 'user', content: 'a' }] }, null],
    ['an unknown mode', { text: 'a', pii: 'maybe' }, 'pii'],
    ['a role that does not exist', { messages: [{ role: 'boss', content: 'a' }] }, 'messages[0].role'],
    [
      'a pattern that does not compile',
      { text: 'a', settings: { detection: { recognisers: [{ name: 'x', kind: 'X', pattern: '(' }] } } },
      'settings.detection.recognisers[0].pattern',
    ],
  ])('%s', async (_name, body, param) => {
    const refused = await explain(body);
    expect(refused).toMatchObject({ status: 400, body: { error: { param } } });
  });

  test('more text than is read here is a 413 that names the limit', async () => {
    const refused = await explain({ text: 'word '.repeat(25_000) });
    expect(refused.status).toBe(413);
    expect(refused.body.error.message).toContain('100,000 characters');
  });
});

describe('401', () => {
  test('nobody is asked to sign in', async () => {
    expect((await explain({ text: 'a' }, 'nobody')).status).toBe(401);
  });
});

describe('403', () => {
  test('a page of another site', async () => {
    const refused = await api.call('member', 'POST /explain', {
      body: { text: 'a' },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(refused.status).toBe(403);
  });
});

describe('404', () => {
  test("another's workspace and one that does not exist read the same", async () => {
    const others = await explain({ text: 'a', workspace: 'care' }, 'other');
    const missing = await explain({ text: 'a', workspace: 'missing' }, 'other');
    expect([others.status, others.body]).toEqual([404, missing.body]);
  });

  test('owners act in every workspace', async () => {
    expect((await explain({ text: 'a', workspace: 'care' }, 'owner')).status).toBe(200);
  });
});

describe('429', () => {
  test('a flood of explanations is stopped, for the person who sends it', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 245; count++) statuses.add((await explain({ text: 'a' }, 'other')).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await explain({ text: 'a' })).status).toBe(200);
  });
});

test('nothing of it is stored', async () => {
  const text = `Mail ${['unseen.canary', 'posteo.de'].join('@')}`;
  await explain({ text, workspace: 'care' });
  const tables = ['audit_event', 'workspace'] as const;
  for (const table of tables) {
    const rows = await api.database.query.selectFrom(table).selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('unseen.canary');
  }
});
