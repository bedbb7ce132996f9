/** The main job through the gateway, on a real model: models, chat, stream, obfuscate with values that come back, block, abort. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI, { BadRequestError } from 'openai';
import { run, start } from '../cli/program.ts';
import { SENTENCES } from './sentences.ts';

interface Stats {
  readonly running: number;
  readonly tokens: number;
  readonly stoppedEarly: number;
  readonly lastRequest: string;
  readonly lastAnswer: string;
}

const OWNER = 'owner@example.com';
const EMAIL = 'anna.smith@corp.example.org';
/** What the second workspace leaves out: the line that asks the model to keep placeholders. */
const WORKSPACES = ['smollm2', 'smollm2-no-notice'] as const;

const modelFolder = process.env.ONEFIREWALL_MODEL_FOLDER ?? '';
const weights = process.env.ONEFIREWALL_MODEL_WEIGHTS ?? '';
const server = Bun.spawn(['node', join(import.meta.dir, 'model-server.mjs'), modelFolder, weights], {
  stdout: 'pipe',
  stderr: 'inherit',
});
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-model-'));
let failed = 0;
try {
  const address = `http://127.0.0.1:${await firstLine(server.stdout)}`;
  await Bun.write(join(folder, 'onefirewall.yaml'), configuration(`${address}/v1`));
  const key = (await run(['keys', 'create', '--user', OWNER, '--name', 'test'], { cwd: folder })).stdout.trim();
  const gateway = await start({ cwd: folder, env: { ONEFIREWALL_LOG_LEVEL: 'warn' } });
  const client = new OpenAI({ baseURL: `${gateway.url}/api/v1`, apiKey: key, maxRetries: 0 });
  const stats = async () => (await (await fetch(`${address}/stats`)).json()) as Stats;
  console.log('SmolLM2-135M-Instruct (Q4_1) in llama.cpp, through the gateway, with the openai SDK');
  await mainJob(client, stats);
  for (const workspace of WORKSPACES) await placeholdersKept(client, stats, workspace);
  assert.equal((await gateway.stop()).code, 0);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'all passed' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function mainJob(client: OpenAI, stats: () => Promise<Stats>): Promise<void> {
  const ask = (content: string, more: Record<string, unknown> = {}) => ({
    model: 'smollm2',
    messages: [{ role: 'user' as const, content }],
    temperature: 0,
    max_tokens: 60,
    ...more,
  });
  const capital = ask('What is the capital of France?');
  let whole = '';

  await step('models', async () => {
    const { data } = await client.models.list();
    assert.deepEqual(data.map(({ id }) => id).toSorted(), [...WORKSPACES]);
    return data.map(({ id }) => id).join(', ');
  });

  await step('chat', async () => {
    const { choices, usage, model } = await client.chat.completions.create(capital);
    whole = choices[0]?.message.content ?? '';
    assert.match(whole, /Paris/);
    assert.equal(model, 'smollm2');
    assert.ok((usage?.completion_tokens ?? 0) > 0);
    return JSON.stringify(whole);
  });

  await step('stream', async () => {
    const stream = await client.chat.completions.create({
      ...capital,
      stream: true,
      stream_options: { include_usage: true },
    });
    const { text, pieces, usage } = await readAll(stream);
    assert.equal(text, whole);
    assert.ok(pieces > 3);
    assert.ok((usage?.completion_tokens ?? 0) > 0);
    return `${pieces} pieces, the same text`;
  });

  let kept: ReturnType<typeof ask> | undefined;
  await step('obfuscate, whole: values come back, and the model never saw them', async () => {
    for (const [sentence, values] of SENTENCES) {
      const request = ask(`Repeat this sentence exactly: ${sentence}`, { pii: 'obfuscate' });
      const { choices } = await client.chat.completions.create(request);
      const { lastRequest, lastAnswer } = await stats();
      for (const value of values) assert.ok(!lastRequest.includes(value), `${value} reached the model`);
      whole = choices[0]?.message.content ?? '';
      // A model of this size does not repeat every sentence; the first that it does repeat is the one to look at.
      if (!values.every((value) => whole.includes(value))) continue;
      kept = request;
      return `the model said ${JSON.stringify(lastAnswer)}, the caller got ${JSON.stringify(whole)}`;
    }
    throw new Error('the model repeated none of the sentences');
  });

  await step('obfuscate, streamed', async () => {
    assert.ok(kept !== undefined);
    const { text, pieces } = await readAll(await client.chat.completions.create({ ...kept, stream: true }));
    assert.equal(text, whole);
    return `${pieces} pieces, the same text`;
  });

  await step('block: refused, and nothing reaches the model', async () => {
    const before = await stats();
    const error = await client.chat.completions.create(ask(`Write to ${EMAIL}`, { pii: 'block' })).catch((e) => e);
    assert.ok(error instanceof BadRequestError);
    assert.equal(error.code, 'pii_detected');
    assert.deepEqual(await stats(), before);
    return error.message;
  });

  await step('abort: the model stops within a second', async () => {
    const before = await stats();
    const stream = await client.chat.completions.create(
      ask('Write a long story about the sea.', {
        max_tokens: 1500,
        stream: true,
      }) as OpenAI.ChatCompletionCreateParamsStreaming,
    );
    let pieces = 0;
    for await (const _piece of stream) if (++pieces === 10) break;
    const left = performance.now();
    let now = await stats();
    while (now.running > 0 && performance.now() - left < 10_000) {
      await Bun.sleep(10);
      now = await stats();
    }
    const after = performance.now() - left;
    assert.equal(now.stoppedEarly, before.stoppedEarly + 1);
    assert.ok(after < 1000, `${after} ms`);
    return `stopped ${Math.round(after)} ms after the caller left, at ${now.tokens - before.tokens} of 1500 tokens`;
  });
}

/** A figure, not a test: what a model of this size does with placeholders is its own affair. */
async function placeholdersKept(client: OpenAI, stats: () => Promise<Stats>, workspace: string): Promise<void> {
  let asked = 0;
  let kept = 0;
  let restored = 0;
  let whole = 0;
  for (const [sentence, values] of SENTENCES) {
    const { choices } = await client.chat.completions.create({
      model: workspace,
      temperature: 0,
      max_tokens: 60,
      messages: [{ role: 'user', content: `Repeat this sentence exactly: ${sentence}` }],
      pii: 'obfuscate',
    } as OpenAI.ChatCompletionCreateParamsNonStreaming);
    const answer = choices[0]?.message.content ?? '';
    const { lastRequest, lastAnswer } = await stats();
    for (const value of values) assert.ok(!lastRequest.includes(value), `${value} reached the model`);
    const placeholders = [...new Set(lastUserMessage(lastRequest).match(/\[[A-Z_]+_\d+\]/g) ?? [])];
    const found = placeholders.filter((placeholder) => lastAnswer.includes(placeholder)).length;
    const back = values.filter((value) => answer.includes(value)).length;
    asked += placeholders.length;
    kept += found;
    restored += back;
    if (back === values.length) whole++;
  }
  const percent = (part: number, of: number) => `${part} of ${of} (${Math.round((100 * part) / of)} %)`;
  console.log(
    `${workspace}: over ${SENTENCES.length} prompts the model kept ${percent(kept, asked)} placeholders as written; ` +
      `${percent(restored, asked)} values came back; ${percent(whole, SENTENCES.length)} answers had all of theirs`,
  );
}

function lastUserMessage(request: string): string {
  const { messages } = JSON.parse(request) as { messages: { content: string }[] };
  return messages.at(-1)?.content ?? '';
}

async function readAll(stream: AsyncIterable<OpenAI.ChatCompletionChunk>) {
  let text = '';
  let pieces = 0;
  let usage: OpenAI.CompletionUsage | null | undefined;
  for await (const piece of stream) {
    const content = piece.choices[0]?.delta.content ?? '';
    if (content !== '') pieces++;
    text += content;
    usage = piece.usage ?? usage;
  }
  return { text, pieces, usage };
}

async function step(name: string, work: () => Promise<string>): Promise<void> {
  const began = performance.now();
  try {
    const said = await work();
    console.log(`ok    ${name} (${Math.round(performance.now() - began)} ms): ${said}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function configuration(baseUrl: string): string {
  const target = 'targets: [ { provider: llama, model: smollm2-135m-instruct } ]';
  const members = `members: [ { email: ${OWNER} } ]`;
  return `providers:
  - { name: llama, kind: openai-compatible, baseUrl: "${baseUrl}", internal: true }
users:
  - { email: ${OWNER}, role: owner }
workspaces:
  - { name: ${WORKSPACES[0]}, ${members}, ${target} }
  - { name: ${WORKSPACES[1]}, notice: false, ${members}, ${target} }
`;
}

async function firstLine(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = '';
  for await (const bytes of stream) {
    text += new TextDecoder().decode(bytes);
    if (text.includes('\n')) break;
  }
  if (!text.includes('\n')) throw new Error('the model server did not start');
  return text.split('\n')[0] ?? '';
}
