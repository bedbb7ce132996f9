/**
 * A million requests on record, in SQLite: how long a page of the audit log takes with every filter, against a page without one; the
 * overview; and how long anything of it keeps the thread that requests wait for. `--write-readme` puts the table into the README.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditCounter } from '../src/audit/audit-counter-store.ts';
import type { AuditSearch, AuditVisibility } from '../src/audit/audit-search.ts';
import { createAuditStore } from '../src/audit/audit-store.ts';
import { overviewRange } from '../src/audit/overview-range.ts';
import { createOverviewStore } from '../src/audit/overview-store.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { fillAuditLog, RARE_KIND } from './support/fill-audit-log.ts';
import { writeReadme } from './support/write-readme.ts';

const EVENTS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 1_000_000);
const DAYS = 30;
const HOUR = 3_600_000;

const folder = mkdtempSync(join(tmpdir(), 'onefirewall-bench-'));
const database = await openDatabase(`sqlite:${join(folder, 'audit.db')}`);
const now = Date.now();
await fillAuditLog(database, { events: EVENTS, days: DAYS, now });

interface Measured {
  readonly name: string;
  /** Milliseconds of processor time: other programs on the machine do not count. */
  readonly cpu: number;
  readonly longestTurn: number;
  readonly result: string;
}

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Time the thread of the event loop has run, in milliseconds, without the collector's, the compiler's and the log's threads (Linux: docs.kernel.org/scheduler/sched-stats.html). */
const loopNow = (): number => {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return cpuNow();
  }
};

/** CPU is the whole process's; the longest turn is what another request would have waited for. */
async function measure(name: string, times: number, work: () => Promise<string>): Promise<Measured> {
  let longestTurn = 0;
  let last = loopNow();
  let watching = true;
  const look = (): void => {
    const at = loopNow();
    longestTurn = Math.max(longestTurn, at - last);
    last = at;
    if (watching) setImmediate(look);
  };
  // A few times before, so that the first one measured is no first one.
  for (let time = 0; time < Math.max(1, times / 5); time += 1) await work();
  last = loopNow();
  setImmediate(look);
  let result = '';
  let cpu = Number.POSITIVE_INFINITY;
  // The quietest round: the collector's threads and the compiler's count as well.
  for (let round = 0; round < (times < 10 ? 1 : 5); round += 1) {
    const begun = cpuNow();
    for (let time = 0; time < times; time += 1) {
      result = await work();
      await new Promise((resolve) => setImmediate(resolve));
    }
    cpu = Math.min(cpu, (cpuNow() - begun) / times);
  }
  watching = false;
  await new Promise((resolve) => setImmediate(resolve));
  const measured = { name, cpu, longestTurn, result };
  console.log(name.padEnd(52), cpu.toFixed(2).padStart(9), longestTurn.toFixed(1).padStart(7), result);
  return measured;
}

const store = createAuditStore(database);
const page =
  (search: AuditSearch, { visibility = null, ...cursor }: PageOptions = {}) =>
  async () => {
    const { data, next } = await store.list(search, visibility, { limit: 50, ...cursor });
    return `${data.length}${next === null ? '' : '+'}`;
  };
interface PageOptions {
  readonly visibility?: AuditVisibility;
  readonly before?: string;
  readonly after?: string;
}
const middle = await database.query
  .selectFrom('audit_event')
  .select('id')
  .orderBy('id')
  .offset(EVENTS / 2)
  .limit(1)
  .executeTakeFirstOrThrow();
const newest = await database.query
  .selectFrom('audit_event')
  .select('id')
  .orderBy('id', 'desc')
  .limit(1)
  .executeTakeFirstOrThrow();
const time = (hoursAgo: number) => new Date(now - hoursAgo * HOUR).toISOString();

for (let time = 0; time < 200; time += 1) await page({})();
const pages = [
  await measure('first page, no filter', 50, page({})),
  await measure('page in the middle', 50, page({}, { before: middle.id })),
  await measure('live: nothing new', 50, page({}, { after: newest.id })),
  await measure('one workspace', 50, page({ workspaceId: 'workspace-7' })),
  await measure('an hour of last week', 50, page({ from: time(168), to: time(167) })),
  await measure('refusals (2 %)', 20, page({ verdict: 'block' })),
  await measure('one person (0.5 %)', 20, page({ person: 'user-7@example.test' })),
  await measure('one key (0.3 %)', 20, page({ keyId: 'key-7' })),
  await measure(
    "a member's own requests (0.5 %)",
    20,
    page({}, { visibility: { workspaceIds: [], userId: 'user-7' } }),
  ),
  await measure('one person in one workspace', 20, page({ person: 'user-7@example.test', workspaceId: 'workspace-7' })),
  await measure('a kind that was found once, long ago', 3, findRare),
  await measure('one by its request id', 50, async () => `${(await store.get(middle.id, null)) === undefined ? 0 : 1}`),
];

/** Page after page, as a person would who goes on looking. */
async function findRare(): Promise<string> {
  let found = 0;
  let asked = 0;
  for (let before: string | null | undefined; before !== null; asked += 1) {
    const { data, next } = await store.list({ kind: RARE_KIND }, null, { limit: 50, before });
    found += data.length;
    before = next;
  }
  return `${found}, in ${asked} pages`;
}

const exported = await measure('export of all', 1, async () => {
  let count = 0;
  for await (const part of store.everything({}, null)) count += part.length;
  return String(count);
});

const counter = createAuditCounter(database);
let counted = false;
const counting = await measure('counting all for the overview', 1, async () => {
  // Measured once: the warm-up counts nothing.
  if (!counted) counted = true;
  else for (let more = true; more; ) more = await counter.step();
  return '';
});

const overview = createOverviewStore(database);
const read =
  (hours: number, visibility: AuditVisibility = null) =>
  async () => {
    const range = overviewRange({
      from: now - hours * HOUR,
      to: now,
      zone: 60,
      now: Date.now(),
      byMinute: visibility === null,
    });
    const { totals, series } = await overview.read({ range, visibility, workspaceId: undefined });
    return `${totals.requests} requests, ${series.length} points`;
  };
const overviews = [
  await measure('overview of an hour', 10, read(1)),
  await measure('overview of a day', 10, read(24)),
  await measure('overview of 7 days', 10, read(7 * 24)),
  await measure('overview of 30 days', 10, read(30 * 24)),
  await measure('overview of 30 days, for a member', 10, read(30 * 24, { workspaceIds: [], userId: 'user-7' })),
];

const base = pages[0]?.cpu ?? 1;
const row = ({ name, cpu, longestTurn }: Measured): string =>
  `| ${name} | ${cpu.toFixed(cpu < 10 ? 2 : 0)} ms | ${(cpu / base).toFixed(cpu / base < 10 ? 1 : 0)}x | ${longestTurn.toFixed(1)} ms |`;
const perEvent = ({ cpu }: Measured): string => `${((cpu * 1000) / EVENTS).toFixed(1)} us`;
const table = `${EVENTS.toLocaleString('en')} requests of ${DAYS} days in SQLite; processor time, by \`node_modules/.bin/bun bench/audit-log.ts --write-readme\`

| | CPU | against the first page | longest turn |
|---|---|---|---|
${[...pages, ...overviews].map(row).join('\n')}

Each request costs ${perEvent(counting)} to count for the overview (longest turn ${counting.longestTurn.toFixed(1)} ms), after it has been answered, and ${perEvent(exported)} to export (${exported.longestTurn.toFixed(1)} ms).`;
console.log(`\n${table}`);
if (process.argv.includes('--write-readme')) writeReadme('audit-log', table);
await database.close();
rmSync(folder, { recursive: true, force: true });
