/**
 * An organization as it may look after two weeks: people, workspaces, providers, keys, and a few hundred requests of all verdicts, made
 * through the API with the echo provider. The same on every run but for the moment it ends at.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustManage } from '../support/manage.ts';
import { type RunningDashboard, startDashboard } from './browser.ts';
import { startThinkingProvider } from './thinking-provider.ts';

export const PASSWORD = 'four quiet red boats';

export const PEOPLE = {
  owner: { email: 'olivia.hart@northwind.example', name: 'Olivia Hart', role: 'owner' },
  admin: { email: 'marc.lindqvist@northwind.example', name: 'Marc Lindqvist', role: 'admin' },
  lead: { email: 'priya.nair@northwind.example', name: 'Priya Nair', role: 'member' },
  member: { email: 'tom.becker@northwind.example', name: 'Tom Becker', role: 'member' },
  analyst: { email: 'sofia.russo@northwind.example', name: 'Sofia Russo', role: 'member' },
  counsel: { email: 'james.okafor@northwind.example', name: 'James Okafor', role: 'member' },
} as const;

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

type Person = keyof typeof PEOPLE;

export interface MadeUpOrganization extends RunningDashboard {
  /** The `cookie` header of a session. */
  readonly cookies: Readonly<Record<Person, string>>;
  /** One key a person. */
  readonly keys: Readonly<Record<Person, string>>;
}

/** @param thinking the workspaces have a provider that takes as long as a model would, instead of the echo */
export async function startMadeUpOrganization(requests = 320, { thinking = false } = {}): Promise<MadeUpOrganization> {
  const clock = ownClock();
  const provider = thinking ? startThinkingProvider(clock.pass, seeded(11)) : undefined;
  const { dashboard, entrance } = thinking ? await found(provider?.baseUrl) : await again();
  const organization = {
    ...dashboard,
    ...entrance,
    async stop() {
      await dashboard.stop();
      await provider?.stop();
    },
  };
  await sendRequests(organization, requests, clock);
  return organization;
}

/** How its people get in. */
type Entrance = Pick<MadeUpOrganization, 'cookies' | 'keys'>;

let base: Promise<{ readonly folder: string; readonly entrance: Entrance }> | undefined;

/** One that was set up in this process before: making passwords takes its time, so it is done once and copied. */
async function again() {
  base ??= keepBase();
  const { folder, entrance } = await base;
  return { dashboard: await startDashboard({}, folder), entrance };
}

async function keepBase() {
  const { dashboard, entrance } = await found();
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-base-'));
  // SQLite works in this thread: nothing is written while this copies.
  cpSync(dashboard.folder, folder, { recursive: true });
  await dashboard.stop();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { folder, entrance };
}

/** @param baseUrl of the provider in place of the echo */
async function found(baseUrl?: string): Promise<{ readonly dashboard: RunningDashboard; readonly entrance: Entrance }> {
  const dashboard = await startDashboard();
  const { url } = dashboard;
  const enter = async (link: string, more: object): Promise<string> => {
    const body = { token: new URL(link).hash.slice(1), password: PASSWORD, ...more };
    return (await mustManage(url, 'POST /sign-in-links/consume', { body, userAgent: FIREFOX })).cookie;
  };
  const { owner, ...others } = PEOPLE;
  const cookies: Partial<Record<Person, string>> = {
    owner: await enter(await dashboard.link(), { email: owner.email, name: owner.name }),
  };
  const asOwner = (route: string, body: unknown) =>
    mustManage(url, route, { cookie: cookies.owner ?? '', body, userAgent: FIREFOX });
  await asOwner('PATCH /organization', { name: 'Northwind' });
  for (const [person, details] of Object.entries(others)) {
    await asOwner('POST /users', details);
    cookies[person as Person] = await enter(await dashboard.link(details.email), {});
  }
  await asOwner('POST /users', { email: 'nils.fischer@northwind.example', name: 'Nils Fischer', role: 'member' });
  for (const made of PROVIDERS) await asOwner('POST /providers', made);
  if (baseUrl !== undefined) {
    await asOwner('POST /providers', { name: 'house-models', kind: 'openai-compatible', baseUrl, internal: true });
  }
  for (const { members, ...workspace } of WORKSPACES) {
    const targets = workspace.settings.targets.map((target) =>
      baseUrl !== undefined && target.provider === 'echo' ? { ...target, provider: 'house-models' } : target,
    );
    await asOwner('POST /workspaces', { ...workspace, settings: { ...workspace.settings, targets } });
    for (const [person, role] of Object.entries(members)) {
      const { email } = PEOPLE[person as Person];
      await asOwner(`POST /workspaces/${workspace.name}/members`, { email, role });
    }
  }
  const keys: Partial<Record<Person, string>> = {};
  for (const [person, cookie] of Object.entries(cookies)) {
    const body = { name: KEY_NAMES[person as Person] };
    keys[person as Person] = (
      await mustManage(url, 'POST /gateway-keys', { cookie, body, userAgent: FIREFOX })
    ).body.key;
  }
  return { dashboard, entrance: { cookies, keys } as Entrance };
}

const KEY_NAMES: Readonly<Record<Person, string>> = {
  owner: 'Laptop',
  admin: 'Nightly report',
  lead: 'Help desk bot',
  member: 'Code assistant',
  analyst: 'Notebook',
  counsel: 'Contract review',
};

const PROVIDERS = [
  {
    name: 'acme-cloud',
    kind: 'openai-compatible',
    baseUrl: 'https://models.acme.example/v1',
    apiKey: 'acme-credential',
  },
  { name: 'offline-lab', kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:1/v1', internal: true },
] as const;

const ECHO = (model: string, input: number, output: number) => ({
  provider: 'echo',
  model,
  price: { input, output },
});

/** What the names say; the answers come from the echo. */
const WORKSPACES = [
  {
    name: 'support',
    title: 'Customer support',
    settings: {
      targets: [ECHO('large-2', 2.5, 10)],
      pii: { default: 'obfuscate', floor: 'obfuscate' },
      persona: 'You answer customers of Northwind politely and briefly.',
      detection: {
        recognisers: [
          {
            name: 'Ticket number',
            kind: 'TICKET',
            pattern: 'NW-[0-9]{6}',
            examples: ['About NW-204518'],
            nonExamples: ['NW-20'],
          },
        ],
        allow: [{ domain: 'northwind.example' }],
      },
      answers: { personal: 'mark', secrets: 'mask' },
      limits: { requestsPerMinute: 600, tokensPerDay: 5_000_000 },
    },
    members: { lead: 'admin', member: 'member', owner: 'admin' },
  },
  {
    name: 'engineering',
    title: 'Engineering',
    settings: {
      targets: [ECHO('code-3', 3, 15)],
      pii: { default: 'disabled', floor: 'disabled' },
    },
    members: { admin: 'admin', member: 'member' },
  },
  {
    name: 'legal',
    title: 'Legal and contracts',
    settings: {
      targets: [ECHO('large-2', 2.5, 10)],
      pii: { default: 'block', floor: 'obfuscate' },
    },
    members: { counsel: 'admin' },
  },
  {
    name: 'research',
    title: 'Market research',
    settings: {
      targets: [{ provider: 'offline-lab', model: 'lab-1' }],
      pii: { default: 'obfuscate', floor: 'disabled' },
    },
    members: { analyst: 'admin' },
  },
  {
    name: 'finance',
    title: 'Finance',
    settings: {
      targets: [ECHO('small-1', 0.15, 0.6)],
      pii: { default: 'obfuscate', floor: 'obfuscate' },
    },
    members: { analyst: 'member', admin: 'admin' },
  },
] as const;

interface Line {
  readonly person: Person;
  readonly workspace: string;
  readonly weight: number;
  readonly texts: readonly string[];
  readonly pii?: string;
}

/** Put together here, so that no file of ours holds what looks like a secret. */
const SECRET = ['AKIA', 'Q7WDN5JX2MZ4RT6B'].join('');

const LINES: readonly Line[] = [
  {
    person: 'lead',
    workspace: 'support',
    weight: 34,
    texts: [
      'Please answer Hannah Vogel, hannah.vogel@mail.example, who asks where NW-204518 is.',
      'Summarize: Mr. Daniel Costa called from +49 30 901820 about a broken lamp.',
      'Write to anna.smith@mail.example that her refund of 20 EUR is on its way.',
      'The card 4111 1111 1111 1111 was charged twice, says Peter Schneider.',
    ],
  },
  {
    person: 'member',
    workspace: 'engineering',
    weight: 26,
    texts: [
      'Explain what a bloom filter is in two sentences.',
      'Write a unit test for a function that parses ISO 8601 durations.',
      'Why would a Postgres index not be used for a LIKE query?',
    ],
  },
  {
    person: 'member',
    workspace: 'engineering',
    weight: 5,
    texts: [`Why does this fail? aws_access_key_id = ${SECRET}`],
  },
  {
    person: 'counsel',
    workspace: 'legal',
    weight: 7,
    texts: ['Draft a letter to Maria Gonzalez, born 12 March 1984, about the lease.'],
  },
  {
    person: 'counsel',
    workspace: 'legal',
    weight: 8,
    texts: ['List the usual clauses of a mutual non-disclosure agreement.'],
  },
  {
    person: 'analyst',
    workspace: 'finance',
    weight: 12,
    texts: [
      'Pay the invoice to IBAN DE89 3704 0044 0532 0130 00 for Oliver Brandt.',
      'Classify this expense: taxi from the airport, 34.20 EUR.',
    ],
  },
  { person: 'analyst', workspace: 'research', weight: 4, texts: ['Which trends shape the market for desk lamps?'] },
  {
    person: 'admin',
    workspace: 'engineering',
    weight: 4,
    texts: ['Is elena.petrova@mail.example still in the on-call list?'],
    pii: 'obfuscate',
  },
];

const DAYS = 14;
const DAY_MS = 86_400_000;

interface OwnClock {
  /** Stands still from now on, at this time, but for what is let pass. */
  set(time: number): void;
  pass(milliseconds: number): void;
  /** Runs again, at the true time. */
  release(): void;
}

/** The gateway runs in this process, so its clock is ours to turn. */
function ownClock(): OwnClock {
  const { now } = Date;
  const randomUuid = Bun.randomUUIDv7;
  const measure = performance.now.bind(performance);
  let time = 0;
  let passed = 0;
  return {
    set(next) {
      time = next;
      Date.now = () => time;
      Bun.randomUUIDv7 = ((encoding: 'hex') => randomUuid(encoding ?? 'hex', Math.round(time))) as typeof randomUuid;
      performance.now = () => measure() + passed;
    },
    pass(milliseconds) {
      time += Math.round(milliseconds);
      passed += milliseconds;
    },
    release() {
      Date.now = now;
      Bun.randomUUIDv7 = randomUuid;
    },
  };
}

/** In the order of their times. */
async function sendRequests(organization: MadeUpOrganization, count: number, clock: OwnClock): Promise<void> {
  const random = seeded(7);
  const end = Date.now() - 60_000;
  const times = Array.from({ length: count }, () => end - workingMoment(random)).sort((one, other) => one - other);
  try {
    for (const [index, at] of times.entries()) {
      clock.set(Math.round(at));
      const line = pick(random);
      const content = line.texts[Math.floor(random() * line.texts.length)] ?? '';
      const response = await fetch(`${organization.url}/api/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${organization.keys[line.person]}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          model: line.workspace,
          messages: [{ role: 'user', content }],
          ...(line.pii === undefined ? {} : { pii: line.pii }),
          ...(index % 3 === 0 ? { stream: true } : {}),
        }),
      });
      await response.text();
    }
  } finally {
    clock.release();
  }
}

/** Milliseconds before the end: more in the day than at night, and a little more each day. */
function workingMoment(random: () => number): number {
  const day = Math.floor(DAYS * random() ** 1.3);
  return Math.min(DAYS * DAY_MS, day * DAY_MS + (random() + random() + random()) * (DAY_MS / 3.2));
}

function pick(random: () => number): Line {
  const total = LINES.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  for (const line of LINES) {
    left -= line.weight;
    if (left < 0) return line;
  }
  return LINES[0] as Line;
}

/** The Park-Miller generator: the same sequence on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
