/** The executable of `npm run build` reads large requests in its worker too: the worker is a second entry of the bundle. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableClassifier } from '../support/onnx-file.ts';

const root = join(import.meta.dir, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'onefirewall-compiled-'));
const program = join(folder, 'onefirewall');
let started: ReturnType<typeof Bun.spawn<'ignore', 'pipe', 'inherit'>> | undefined;

/** A package outside the executable: installed by test/firewall/external-onnx.test.ts where that is possible. */
const runtime = join(root, '.cache', 'onnx');
const hasOnnx = existsSync(join(runtime, 'node_modules', 'onnxruntime-node'));
if (!hasOnnx) console.log('SKIPPED: onnxruntime-node is not there; the executable is tested without it.');

const CONFIG = `
server: { port: 0 }
providers: [{ name: mirror, kind: echo }]
users: [{ email: owner@corp.test, role: owner }]
workspaces:
  - name: demo
    members: [{ email: owner@corp.test, role: admin }]
    targets: [{ provider: mirror, model: echo }]
${
  hasOnnx
    ? `    detection: { external: [onnx] }
firewall:
  onnx: { modelPath: model.onnx, labels: [O, B-PER], lowerCase: true, runtimePath: ${runtime} }
`
    : ''
}`;

/** Says that `zorblax` is a name, and nothing else. */
const VOCABULARY = ['[UNK]', '[CLS]', '[SEP]', 'zorblax'];

beforeAll(async () => {
  const built = Bun.spawnSync(['node', join(root, 'bin', 'build.mjs'), program], { stdout: 'ignore', stderr: 'pipe' });
  if (built.exitCode !== 0) throw new Error(built.stderr.toString());
  await Bun.write(join(folder, 'onefirewall.yaml'), CONFIG);
  await Bun.write(join(folder, 'vocab.txt'), VOCABULARY.join('\n'));
  await Bun.write(
    join(folder, 'model.onnx'),
    tableClassifier(VOCABULARY.map((each) => (each === 'zorblax' ? [0, 9] : [9, 0]))),
  );
});
afterAll(async () => {
  started?.kill();
  await started?.exited;
  rmSync(folder, { recursive: true });
});

test('a large request is masked and restored', async () => {
  const create = ['keys', 'create', '--user', 'owner@corp.test', '--name', 'test'];
  const key = Bun.spawnSync([program, ...create], { cwd: folder })
    .stdout.toString()
    .trim();
  started = Bun.spawn([program, 'start'], { cwd: folder, stdout: 'pipe', stderr: 'inherit', stdin: 'ignore' });
  const url = await addressOf(started.stdout);
  const content = `Write to anna.smith@corp.test, zorblax. ${'And so on with it. '.repeat(5000)}`;
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'demo', pii: 'obfuscate', messages: [{ role: 'user', content }] }),
  });
  expect(response.status).toBe(200);
  const answer = (await response.json()) as {
    choices: { message: { content: string } }[];
    upstream: { messages: { content: string }[] };
  };
  expect(answer.upstream.messages.at(-1)?.content).toStartWith(
    `Write to [EMAIL_1], ${hasOnnx ? '[PERSON_1]' : 'zorblax'}. And`,
  );
  expect(answer.choices[0]?.message.content).toBe(`You said: ${content}`);
});

/** What `start` prints as the address of the API. */
async function addressOf(output: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of output) {
    text += decoder.decode(part, { stream: true });
    const found = /API\s+(http:\S+)/.exec(text);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error(`the program ended: ${text}`);
}
