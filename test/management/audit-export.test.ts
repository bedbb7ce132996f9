import { afterAll, beforeAll, expect, test } from 'bun:test';
import { fillAuditLog } from '../../bench/support/fill-audit-log.ts';
import { createAuditStore } from '../../src/audit/audit-store.ts';
import { auditExportQuerySchema } from '../../src/contract/audit.ts';
import { auditHandlers } from '../../src/http/management/audit.ts';
import { createMembershipStore } from '../../src/workspace/membership-store.ts';
import { createWorkspaceStore } from '../../src/workspace/workspace-store.ts';
import { startManagement, type TestManagement } from '../support/management.ts';
import { waitUntil } from '../support/wait-until.ts';

const EVENTS = 10_000;

let api: TestManagement;
beforeAll(async () => {
  api = await startManagement();
  await fillAuditLog(api.database, { events: EVENTS, days: 3, now: Date.now() });
});
afterAll(() => api.close());

test('a file of everything has everything, once, newest first', async () => {
  const { body } = await api.call('owner', 'GET /audit/export?format=jsonl');
  const ids = (body as string)
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toHaveLength(EVENTS);
  expect(new Set(ids).size).toBe(EVENTS);
  expect(ids).toEqual(ids.toSorted().reverse());
});

test('nothing is searched for that the reader has no room for, and a reader who leaves ends the search', async () => {
  const store = createAuditStore(api.database);
  let parts = 0;
  let ended = false;
  const handlers = auditHandlers({
    audit: {
      ...store,
      async *everything(search, visibility) {
        try {
          for await (const part of store.everything(search, visibility)) {
            parts += 1;
            yield part;
          }
        } finally {
          ended = true;
        }
      },
    },
    memberships: createMembershipStore(api.database),
    workspaces: createWorkspaceStore(api.database),
  });
  const input = { person: api.people.owner, query: auditExportQuerySchema.parse({ format: 'csv' }) };
  const response = await handlers.exportAuditEvents(input as Parameters<typeof handlers.exportAuditEvents>[0]);
  const reader = (response as Response).body?.getReader();
  await reader?.read();
  await reader?.read();
  await Bun.sleep(50);
  expect(parts).toBeLessThan(5);
  expect(ended).toBe(false);
  await reader?.cancel();
  await waitUntil('the search has ended', () => ended);
  expect(parts).toBeLessThan(5);
});
