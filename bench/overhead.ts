/**
 * What the gateway costs beside a bare Bun proxy and Portkey's gateway, in one run: each server on core 0, load and provider on core 1, every
 * prompt another text. `bun bench/overhead.ts [--requests 4000] [--portkey] [--pieces] [--executable PATH] [--no-whole] [--no-streams] [--write-readme]`. Compare the ratios: the machine is noisy.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Contender,
  obfuscating,
  startBare,
  startGateway,
  startPieces,
  startPortkey,
} from './support/contenders.ts';
import { startUpstream } from './support/pinned-gateway.ts';
import { makePrompts } from './support/prompts.ts';
import { writeReadme } from './support/write-readme.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    concurrency: { type: 'string', default: '32' },
    portkey: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: true },
    streams: { type: 'boolean', default: true },
    pieces: { type: 'boolean', default: false },
    /** What `npm run build` made: its streams are measured beside those of the gateway from source. */
    executable: { type: 'string' },
    'write-readme': { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const REQUESTS = Number(values.requests);
const CONCURRENCY = Number(values.concurrency);
const CHUNKS = 60;
/** Requests of each contender before those that are measured: a server is compiled in full only after some ten thousand, and then runs for weeks. */
const WARM_UP = 20_000;
const WARM_UP_ROUNDS = 4;
/** Streams before those that are measured. */
const WARM_UP_STREAMS = 1600;
/** The contenders take turns, so that a noisy minute falls on all of them; the median round counts. */
const ROUNDS = 5;

interface WholeResult {
  readonly name: string;
  /** Microseconds of CPU a request. */
  readonly cpu: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

interface StreamResult {
  readonly name: string;
  readonly streams: number;
  /** Microseconds of CPU a chunk. */
  readonly cpu: number;
  readonly perSecond: number;
  readonly firstP50: number;
  readonly firstP99: number;
  readonly memory: number;
}

// Pin ourselves: the load shares its core with the provider.
Bun.spawnSync(['taskset', '-cp', '1', String(process.pid)], { stdout: 'ignore' });
const lines: string[] = [];
const histories = new Map<Contender, string[]>();
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-bench-'));
const instant = await startUpstream(CHUNKS, 0);
const paced = await startUpstream(CHUNKS, 20);
try {
  if (values.whole) await measureWhole();
  if (values.streams) await measureStreams();
} finally {
  await instant.stop();
  await paced.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (values['write-readme']) writeReadme('overhead', lines.join('\n'));

async function measureWhole(): Promise<void> {
  const base = `http://127.0.0.1:${instant.port}/v1`;
  const bare = await startBare(base);
  const gateway = await startGateway(base, folder);
  const contenders: Contender[] = [
    {
      name: 'bare Bun proxy',
      server: bare,
      url: `http://127.0.0.1:${bare.port}/`,
      headers: {},
      model: 'x',
      pii: 'disabled',
    },
    ...(values.pieces ? await startPieces(base) : []),
    ...gateway.contenders,
  ];
  const portkey = values.portkey ? await startPortkey(base) : undefined;
  if (portkey !== undefined) contenders.push(portkey);
  const results: WholeResult[] = [];
  // Portkey is slow enough that a tenth of the requests says the same.
  const count = (contender: Contender) => Math.ceil(REQUESTS / ROUNDS / (contender === portkey ? 10 : 1));
  for (let warmUp = 0; warmUp < WARM_UP_ROUNDS; warmUp++) {
    for (const contender of contenders) {
      await runWhole(contender, Math.ceil(WARM_UP / WARM_UP_ROUNDS / (contender === portkey ? 10 : 1)));
    }
  }
  const rounds = new Map<Contender, WholeResult[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const contender of contenders) rounds.get(contender)?.push(await runWhole(contender, count(contender)));
  }
  for (const list of rounds.values()) results.push(medianOf(list));
  const reference = results[0]?.cpu ?? 1;
  print(`${REQUESTS} requests of 1.3 kB after ${WARM_UP} to warm up, ${CONCURRENCY} at a time, server on one core`, '');
  print('| | CPU per request | against bare | requests/s | p50 | p99 |', '|---|---|---|---|---|---|');
  for (const r of results) {
    print(
      `| ${r.name} | ${r.cpu.toFixed(0)} us | ${(r.cpu / reference).toFixed(2)}x | ${r.perSecond.toFixed(0)} | ${r.p50.toFixed(1)} ms | ${r.p99.toFixed(1)} ms |`,
    );
  }
  print('');
  await Promise.all([...new Set(contenders.map(({ server }) => server))].map((server) => server.stop()));
}

async function measureStreams(): Promise<void> {
  const base = `http://127.0.0.1:${paced.port}/v1`;
  const results: StreamResult[] = [];
  for (const streams of [100, 400]) {
    const bare = await startBare(base);
    const gateway = await startGateway(base, folder);
    const built =
      values.executable === undefined ? undefined : await startGateway(base, folder, [resolve(values.executable)]);
    const candidates: (Contender | undefined)[] = [
      {
        name: 'bare Bun proxy',
        server: bare,
        url: `http://127.0.0.1:${bare.port}/`,
        headers: {},
        model: 'x',
        pii: 'disabled',
      },
      obfuscating(gateway, 'OneFirewall, obfuscate'),
      built && obfuscating(built, 'OneFirewall, obfuscate, the executable'),
    ];
    const contenders = candidates.filter((contender) => contender !== undefined);
    // Many first, so that both are compiled when they are measured: a cold gateway takes 3 ms for a request, a warm one a tenth.
    for (const contender of contenders) {
      for (let warmUp = 0; warmUp < WARM_UP_STREAMS; warmUp += streams) await runStreams(contender, streams);
    }
    const rounds = contenders.map((): StreamResult[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, contender] of contenders.entries()) rounds[at]?.push(await runStreams(contender, streams));
    }
    const peak = (list: readonly StreamResult[]): number => Math.max(...list.map(({ memory }) => memory));
    results.push(...rounds.map((list) => ({ ...medianOf(list), memory: peak(list) })));
    await Promise.all([bare.stop(), gateway.server.stop(), built?.server.stop()]);
  }
  print(`streams of ${CHUNKS} chunks, one every 20 ms`, '');
  print(
    '| | streams at once | CPU per chunk | against bare | chunks/s | first token p50 | p99 | peak memory |',
    '|---|---|---|---|---|---|---|---|',
  );
  for (const r of results) {
    const reference = results.find((other) => other.streams === r.streams)?.cpu ?? 1;
    print(
      `| ${r.name} | ${r.streams} | ${r.cpu.toFixed(1)} us | ${(r.cpu / reference).toFixed(2)}x | ${r.perSecond.toFixed(0)} | ${r.firstP50.toFixed(0)} ms | ${r.firstP99.toFixed(0)} ms | ${r.memory.toFixed(0)} MB |`,
    );
  }
}

async function runWhole(contender: Contender, count: number): Promise<WholeResult> {
  const { url, headers, server, resend = false } = contender;
  const distinct = resend
    ? historyOf(contender)
    : makePrompts(count, { stream: false, model: contender.model, pii: contender.pii });
  const latencies: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const body = distinct[next++ % distinct.length] ?? '';
      const started = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const text = await response.text();
      if (response.status !== 200)
        throw new Error(`${contender.name} answered ${response.status}: ${text.slice(0, 200)}`);
      latencies.push(performance.now() - started);
    }
  };
  const cpu = server.cpu();
  const started = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    name: contender.name,
    cpu: (server.cpu() - cpu) / count,
    perSecond: count / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

function medianOf<Result extends { readonly cpu: number }>(list: readonly Result[]): Result {
  const sorted = [...list].sort((a, b) => a.cpu - b.cpu);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no rounds');
  return middle;
}

function historyOf(contender: Contender): string[] {
  const known = histories.get(contender);
  if (known !== undefined) return known;
  const made = makePrompts(20, { stream: false, model: contender.model, pii: contender.pii });
  histories.set(contender, made);
  return made;
}

async function runStreams(contender: Contender, count: number): Promise<StreamResult> {
  const { url, headers, server } = contender;
  const bodies = makePrompts(count, { stream: true, model: contender.model, pii: contender.pii });
  const first: number[] = [];
  let chunks = 0;
  const cpu = server.cpu();
  const started = performance.now();
  await Promise.all(
    bodies.map(async (body) => {
      const begun = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const decoder = new TextDecoder();
      let seen = false;
      for await (const bytes of response.body ?? []) {
        const text = decoder.decode(bytes, { stream: true });
        const count = text.split('data: ').length - 1;
        if (count > 0 && !seen) {
          seen = true;
          first.push(performance.now() - begun);
        }
        chunks += count;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  first.sort((a, b) => a - b);
  return {
    name: contender.name,
    streams: count,
    cpu: (server.cpu() - cpu) / chunks,
    perSecond: chunks / seconds,
    firstP50: quantile(first, 0.5),
    firstP99: quantile(first, 0.99),
    memory: server.peakMemory(),
  };
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

function print(...text: string[]): void {
  for (const line of text) {
    lines.push(line);
    console.log(line);
  }
}
