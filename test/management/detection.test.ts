import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { startManagement, type TestManagement } from '../support/management.ts';

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
});
afterAll(() => api.close());

const recogniser = (more: Record<string, unknown>) => ({
  name: 'Case number',
  kind: 'CASE',
  pattern: 'CASE-\\d{6}',
  examples: ['see CASE-123456'],
  nonExamples: ['see CASE-12'],
  ...more,
});
const create = (name: string, detection: unknown) =>
  api.call('admin', 'POST /workspaces', { body: { name, settings: { detection } } });

describe("a workspace's own recognisers", () => {
  test('are saved with the workspace', async () => {
    const made = await create('cases', {
      recognisers: [recogniser({})],
      kinds: { PERSON: 'off' },
      thresholds: { PHONE: 0.8 },
    });
    expect(made.status).toBe(201);
    const read = await api.call('admin', 'GET /workspaces/cases');
    expect(read.body).toMatchObject({
      settings: { detection: { recognisers: [{ kind: 'CASE', pattern: 'CASE-\\d{6}' }], kinds: { PERSON: 'off' } } },
    });
  });

  test.each([
    [
      'a pattern that does not compile',
      { recognisers: [recogniser({ pattern: 'CASE-(' })] },
      'settings.detection.recognisers[0].pattern',
    ],
    [
      'an example that is not found',
      { recognisers: [recogniser({ examples: ['nothing here'] })] },
      'settings.detection.recognisers[0].examples',
    ],
    [
      'a non-example that is found',
      { recognisers: [recogniser({ nonExamples: ['CASE-654321'] })] },
      'settings.detection.recognisers[0].nonExamples',
    ],
    ['a kind in small letters', { recognisers: [recogniser({ kind: 'case' })] }, 'settings.detection.recognisers'],
    ['a setting that does not exist', { colour: 'red' }, 'settings.detection'],
    ['an unknown kind', { kinds: { NOBODY: 'off' } }, 'settings.detection.kinds'],
  ])('are refused with %s', async (_name, detection, param) => {
    const refused = await create('refused', detection);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { type: 'invalid_request_error' } });
    expect((refused.body as { error: { param: string } }).error.param).toStartWith(param);
  });
});
