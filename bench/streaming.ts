/**
 * What restoring adds to a streamed answer: the same streams with `pii: "disabled"` and `"obfuscate"` in turn, through one gateway process on core 0,
 * load and provider on core 1. `bun bench/streaming.ts [--streams 60] [--chunks 800] [--rounds 7] [--write-readme]`.
 * The bars: at most 5 us of CPU for a chunk and 1 ms to the first token. The differences within a run count: the machine is noisy.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonObject } from '../src/chat/json.ts';
import { createNumbering, emptyPlaceholders } from '../src/firewall/placeholder.ts';
import { createAnswerStream } from '../src/firewall/restoring/restore-stream.ts';
import { startPinnedGateway, startUpstream } from './support/pinned-gateway.ts';
import type { MeasuredProcess } from './support/process.ts';
import { PLACEHOLDERS, WORDS } from './support/spoken.ts';
import { writeReadme } from './support/write-readme.ts';

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '60' },
    chunks: { type: 'string', default: '800' },
    rounds: { type: 'string', default: '7' },
    'write-readme': { type: 'boolean', default: false },
  },
});
const [STREAMS, CHUNKS, ROUNDS] = [Number(values.streams), Number(values.chunks), Number(values.rounds)];
const CONCURRENCY = 20;
const FIRST_TOKENS = 150;
/** Chunks of the streams whose cost is taken away from that of long ones: what a request costs by itself. */
const SHORT = 8;
/** As models speak: each chunk a segment of its own. */
const PACED = { streams: 150, chunks: 150, everyMs: 20 };
const MODES = ['disabled', 'obfuscate'] as const;
type Mode = (typeof MODES)[number];
/** What the model says: words, or words with a placeholder in every tenth chunk. */
const ANSWERS = { words: 'bench-model', placeholders: 'bench-placeholders' } as const;
type Answer = keyof typeof ANSWERS;
const NAMES: Readonly<Record<Answer, string>> = {
  words: 'no placeholder in the answer',
  placeholders: 'two placeholders in thirteen chunks',
};

Bun.spawnSync(['taskset', '-cp', '1', String(process.pid)], { stdout: 'ignore' });
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-bench-'));
const lines: string[] = [];
const long = await startUpstream(CHUNKS, 0);
const short = await startUpstream(SHORT, 0);
const paced = await startUpstream(PACED.chunks, PACED.everyMs);
const { server, key } = await startGateway();
try {
  await measure();
} finally {
  await Promise.all([server.stop(), long.stop(), short.stop(), paced.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
if (values['write-readme']) writeReadme('streaming', lines.join('\n'));

async function measure(): Promise<void> {
  print(
    `${STREAMS} streams of ${CHUNKS} chunks, ${CONCURRENCY} at a time; medians of ${ROUNDS} rounds, modes in turn`,
    '',
  );
  print('| | `pii: disabled` | `pii: obfuscate` | difference | ratio |', '|---|---|---|---|---|');
  for (const answer of ['words', 'placeholders'] as const) {
    const name = NAMES[answer];
    printRow(`CPU of the gateway per chunk, ${name}`, 'us', await inTurn((mode) => cpuPerChunk(answer, mode)));
  }
  printRow(
    `CPU of the gateway per chunk, ${PACED.streams} streams with a chunk every ${PACED.everyMs} ms`,
    'us',
    await inTurn(cpuPerPacedChunk),
  );
  for (const answer of ['words', 'placeholders'] as const) {
    const name = NAMES[answer];
    printRow(
      `Parsing, restoring and printing a chunk, ${name}`,
      'us',
      await inTurn((mode) => restoringAlone(answer, mode)),
    );
  }
  printRow('First token, one stream at a time', 'ms', await inTurn(firstToken));
  print('');
}

interface Pair {
  readonly disabled: number;
  readonly obfuscate: number;
}

/** Both modes one after the other, again and again; the first round warms up. */
async function inTurn(run: (mode: Mode) => Promise<number> | number): Promise<Pair> {
  const rounds: Record<Mode, number>[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [first, second] = round % 2 === 0 ? MODES : ([MODES[1], MODES[0]] as const);
    const measured = { disabled: 0, obfuscate: 0 };
    measured[first] = await run(first);
    measured[second] = await run(second);
    if (round > 0) rounds.push(measured);
  }
  return {
    disabled: median(rounds.map((r) => r.disabled)),
    obfuscate: median(rounds.map((r) => r.obfuscate)),
  };
}

function ask(model: string, mode: Mode): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}/api/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({
      model,
      pii: mode,
      stream: true,
      messages: [{ role: 'user', content: 'Write to anna.smith@corp.test or call +1 212 555 0142 about the renewal.' }],
    }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  });
}

/** Microseconds; what a request costs without its chunks is measured beside it and taken away. */
async function cpuPerChunk(answer: Answer, mode: Mode): Promise<number> {
  const requests = STREAMS * 5;
  const whole = await cpuOf({ count: STREAMS, workspace: `long-${answer}`, mode });
  const fixed = await cpuOf({ count: requests, workspace: `short-${answer}`, mode });
  return (whole / STREAMS - fixed / requests) / (CHUNKS - SHORT);
}

/** The same with all streams open at once and one chunk at a time. */
async function cpuPerPacedChunk(mode: Mode): Promise<number> {
  const { streams, chunks } = PACED;
  const whole = await cpuOf({ count: streams, workspace: 'paced-placeholders', mode, atOnce: streams });
  const requests = streams * 2;
  const fixed = await cpuOf({ count: requests, workspace: 'short-placeholders', mode, atOnce: streams });
  return (whole / streams - fixed / requests) / (chunks - SHORT);
}

interface Load {
  readonly count: number;
  readonly workspace: string;
  readonly mode: Mode;
  readonly atOnce?: number;
}

async function cpuOf({ count, workspace, mode, atOnce = CONCURRENCY }: Load): Promise<number> {
  const before = server.cpu();
  let left = count;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const response = await ask(workspace, mode);
        let bytes = 0;
        for await (const part of response.body ?? []) bytes += part.length;
        if (response.status !== 200 || bytes < 500) throw new Error(`the gateway answered ${response.status}`);
      }
    }),
  );
  return server.cpu() - before;
}

/** Milliseconds from the request to the first token, the median of many. */
async function firstToken(mode: Mode): Promise<number> {
  const times: number[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < FIRST_TOKENS; i++) {
    const started = performance.now();
    const response = await ask('short-words', mode);
    let text = '';
    for await (const part of response.body ?? []) {
      const seen = text.includes('"content"');
      text += decoder.decode(part, { stream: true });
      if (!seen && text.includes('"content"')) times.push(performance.now() - started);
    }
  }
  return median(times);
}

/** Microseconds a chunk in this process, without the network: parse, restore, print. */
function restoringAlone(answer: Answer, mode: Mode): number {
  const numbering = createNumbering();
  numbering.personal('EMAIL', 'anna.smith@corp.test');
  numbering.personal('PHONE', '+1 212 555 0142');
  const map = mode === 'disabled' ? emptyPlaceholders() : numbering.map;
  const said = answer === 'words' ? WORDS : PLACEHOLDERS;
  const events = said.map((content) =>
    JSON.stringify({
      id: 'chatcmpl-bench',
      object: 'chat.completion.chunk',
      created: 1715000000,
      model: 'bench-model',
      choices: [{ index: 0, delta: { content }, logprobs: null, finish_reason: null }],
    }),
  );
  const count = 2000;
  let printed = 0;
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const stream = createAnswerStream(map);
    for (let at = 0; at < 65; at++) {
      const chunk = JSON.parse(events[at % events.length] ?? '{}') as JsonObject;
      for (const out of stream.transform(chunk)) printed += JSON.stringify(out).length;
    }
    for (const out of stream.end()) printed += JSON.stringify(out).length;
  }
  if (printed === 0) throw new Error('nothing was printed');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (count * 65);
}

async function startGateway(): Promise<{ server: MeasuredProcess; key: string }> {
  const config = join(folder, 'onefirewall.yaml');
  const members = '[ { email: bench@corp.test } ]';
  const workspaces = (['long', 'short', 'paced'] as const).flatMap((length) =>
    Object.entries(ANSWERS).map(
      ([answer, model]) =>
        `  - { name: ${length}-${answer}, members: ${members}, targets: [ { provider: ${length}, model: ${model} } ] }\n`,
    ),
  );
  const base = (upstream: MeasuredProcess): string => `"http://127.0.0.1:${upstream.port}/v1"`;
  writeFileSync(
    config,
    `server: { port: 0 }
log: { level: warn }
providers:
  - { name: long, kind: openai-compatible, baseUrl: ${base(long)}, internal: true }
  - { name: short, kind: openai-compatible, baseUrl: ${base(short)}, internal: true }
  - { name: paced, kind: openai-compatible, baseUrl: ${base(paced)}, internal: true }
users: [ { email: bench@corp.test, role: owner } ]
workspaces:
${workspaces.join('')}`,
  );
  return startPinnedGateway(config);
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function printRow(name: string, unit: string, { disabled, obfuscate }: Pair): void {
  const digits = unit === 'us' ? 1 : 2;
  print(
    `| ${name} | ${disabled.toFixed(digits)} ${unit} | ${obfuscate.toFixed(digits)} ${unit} | ${(obfuscate - disabled).toFixed(digits)} ${unit} | ${(obfuscate / disabled).toFixed(2)}x |`,
  );
}

function print(...text: string[]): void {
  for (const line of text) {
    lines.push(line);
    console.log(line);
  }
}
