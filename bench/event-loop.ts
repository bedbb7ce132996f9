/**
 * How long the event loop is held while large hostile requests, and small ones that hold little but values, are inspected, and what
 * another small request beside them waits.
 *   bun bench/event-loop.ts [megabytes ...]     (1 and 10 unless given; 0 for the small ones only)
 * The gateway runs in this process, provider and large client in others. The probe is a timer of one millisecond: it tells the longest
 * time between two turns, and (Linux) the most CPU time the main thread used between two, which other programs on the machine do not touch;
 * the kernel counts it at its ticks, so give or take 4 ms.
 */
import { readFileSync } from 'node:fs';
import { hostileTexts } from '../test/firewall/hostile-texts.ts';
import { chat, type RunningGateway, startGateway } from '../test/support/start-gateway.ts';
import { denseNames } from './support/dense-bodies.ts';

const sizes = process.argv.slice(2).map(Number);
const megabytes = sizes.length === 0 ? [1, 10] : sizes;

interface Held {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
}

/** Time the main thread has run, in milliseconds: first field of schedstat (docs.kernel.org/scheduler/sched-stats.html). */
function mainThreadTime(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

function watchLoop(): () => Held {
  let last = performance.now();
  let lastTime = mainThreadTime();
  let [wall, cpu] = [0, 0];
  const look = (): void => {
    const [now, time] = [performance.now(), mainThreadTime()];
    wall = Math.max(wall, now - last);
    cpu = Math.max(cpu, time - lastTime);
    [last, lastTime] = [now, time];
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return { wall, cpu };
  };
}

const small = JSON.stringify(chat('Mail a.b@corp.test about the invoice, please.', { pii: 'obfuscate' }));

async function smallRequests(gateway: RunningGateway, until: Promise<unknown>): Promise<number[]> {
  let running = true;
  void until.finally(() => {
    running = false;
  });
  const times: number[] = [];
  while (running || times.length < 20) {
    const startedAt = performance.now();
    await (await gateway.post(small)).text();
    times.push(performance.now() - startedAt);
    await Bun.sleep(2);
  }
  return times.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);

/** Bodies are made in a process of their own: building and sending 10 MB here would be measured as well. */
const CLIENT = `
const [url, key, name, length] = process.argv.slice(1);
const { hostileTexts } = await import(${JSON.stringify(new URL('../test/firewall/hostile-texts.ts', import.meta.url).href)});
const { denseBody, denseNames } = await import(${JSON.stringify(new URL('./support/dense-bodies.ts', import.meta.url).href)});
const isDense = denseNames.includes(name);
const content = isDense ? '' : name === 'ordinary' ? 'Write to anna.berg@corp.test or call +49 30 901820 about the parcel. '.repeat(Number(length) / 70) : hostileTexts(Number(length)).find((each) => each.name === name).text;
const body = isDense ? denseBody(name, Number(length)) : JSON.stringify({ model: 'my-team', pii: 'obfuscate', messages: [{ role: 'user', content }] });
const startedAt = performance.now();
let status = 0;
const times = isDense && Number(length) < 100_000 ? 20 : 1;
for (let i = 0; i < times; i++) {
  const response = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer ' + key, 'content-type': 'application/json' }, body });
  await response.text();
  status = response.status;
}
console.log(status, Math.round((performance.now() - startedAt) / times));
`;

async function largeRequest(gateway: RunningGateway, name: string, length: number): Promise<string> {
  const child = Bun.spawn(
    [process.execPath, '-e', CLIENT, `${gateway.baseUrl}/chat/completions`, gateway.key, name, String(length)],
    { stdout: 'pipe', stderr: 'inherit' },
  );
  return (await new Response(child.stdout).text()).trim();
}

/** Says `ok` to everything: an answer that repeats a value of megabytes would be measured as well. */
const PROVIDER = `
const message = { role: 'assistant', content: 'ok', refusal: null };
const answer = { id: 'x', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }] };
const server = Bun.serve({ hostname: '127.0.0.1', port: 0, async fetch(request) { await request.bytes(); return Response.json(answer); } });
console.log('listening ' + server.port);
`;
const upstream = Bun.spawn([process.execPath, '-e', PROVIDER], { stdout: 'pipe' });
const { value: hello } = await upstream.stdout.getReader().read();
const port = /listening (\d+)/.exec(new TextDecoder().decode(hello))?.[1];
const gateway = await startGateway({
  config: {
    providers: [{ name: 'lab', kind: 'openai-compatible', baseUrl: `http://127.0.0.1:${port}/v1`, internal: true }],
  },
});
for (let i = 0; i < 300; i++) await (await gateway.post(small)).text();
await largeRequest(gateway, 'ordinary', 200_000);

console.log('text                         MB  status  large ms  small p50  p95   max ms  loop max: wall  cpu ms');
const row = (head: string, times: readonly number[], held: Held): void =>
  console.log(
    `${head.padEnd(49)}${at(times, 0.5).padStart(7)}${at(times, 0.95).padStart(6)}${at(times, 1).padStart(8)}${held.wall.toFixed(1).padStart(16)}${held.cpu.toFixed(1).padStart(8)}`,
  );
const stopIdle = watchLoop();
const alone = await smallRequests(gateway, Bun.sleep(1000));
row('(small requests alone)', alone, stopIdle());
const WANTED = [
  'at signs',
  'lone digits',
  'lone digits with hyphens',
  'brackets',
  'one word',
  'base64',
  'digit groups',
];
const names = [
  'ordinary',
  ...hostileTexts(10)
    .map(({ name }) => name)
    .filter((name) => WANTED.includes(name)),
];
for (const bytes of [2500, 9000, 18_000, 1_500_000]) {
  for (const name of denseNames) {
    const stop = watchLoop();
    const dense = largeRequest(gateway, name, bytes);
    const times = await smallRequests(gateway, dense);
    const [status = '', took = ''] = (await dense).split(' ');
    row(`${name.padEnd(32)}${String(bytes / 1e6).padStart(7)}${status.padStart(5)}${took.padStart(5)}`, times, stop());
  }
}
for (const size of megabytes.filter((each) => each > 0)) {
  for (const name of names) {
    const stop = watchLoop();
    const large = largeRequest(gateway, name, size * 1024 * 1024);
    const times = await smallRequests(gateway, large);
    const [status = '', took = ''] = (await large).split(' ');
    row(`${name.padEnd(28)}${String(size).padStart(3)}${status.padStart(8)}${took.padStart(10)}`, times, stop());
  }
}
await gateway.stop();
upstream.kill();
