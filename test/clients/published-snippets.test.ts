/** The programs of docs/clients.md, run as they stand: only the host is changed, and the key comes from the environment. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { echoOf, streamText, wholeAnswer } from '../support/fake-provider.ts';
import { type RunningGateway, startGateway } from '../support/start-gateway.ts';
import { node, nodeMissing, python, pythonMissing } from './sdk-process.ts';

const root = join(import.meta.dir, '../..');
const page = readFileSync(join(root, 'docs/clients.md'), 'utf8');
const HOST = 'http://127.0.0.1:8080';
const EMAIL = 'anna.smith@example.com';
const ANSWER = `Sure: Write to ${EMAIL}, please.`;

let gateway: RunningGateway;
let folder: string;
beforeAll(async () => {
  gateway = await startGateway();
  // Inside the project, so that programs for Node find its packages.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'snippets-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await gateway.stop();
});

interface Snippet {
  readonly heading: string;
  readonly language: string;
  readonly command: readonly (string | undefined)[];
  readonly extension: string;
  readonly prints: string;
  readonly missing?: string | undefined;
}

/** The last two SDKs ask for Node 22; Bun is here whatever Node is. */
const SNIPPETS: readonly Snippet[] = [
  {
    heading: 'curl',
    language: 'sh',
    command: ['sh'],
    extension: 'sh',
    prints: `"content":"${ANSWER}"`,
    missing: Bun.which('curl') === null ? 'no curl on the PATH' : undefined,
  },
  {
    heading: 'Python: `openai`',
    language: 'python',
    command: [python],
    extension: 'py',
    prints: `my-team\n${ANSWER}\n`,
    missing: pythonMissing,
  },
  {
    heading: 'Node: `openai`',
    language: 'js',
    command: [node],
    extension: 'mjs',
    prints: `my-team\n${ANSWER}\n`,
    missing: nodeMissing,
  },
  {
    heading: 'AI SDK: `ai` with `@ai-sdk/openai-compatible`',
    language: 'js',
    command: [process.execPath],
    extension: 'mjs',
    prints: ANSWER,
  },
  {
    heading: 'LangChain: `@langchain/openai`',
    language: 'js',
    command: [process.execPath],
    extension: 'mjs',
    prints: `${ANSWER}\n`,
  },
];

for (const snippet of SNIPPETS) {
  if (snippet.missing !== undefined) console.warn(`skipped: ${snippet.heading} (${snippet.missing})`);
  test.skipIf(snippet.missing !== undefined)(`${snippet.heading} runs as published`, async () => {
    gateway.provider.answerWith((request) =>
      (request.body.stream === true ? streamText : wholeAnswer)(`Sure: ${echoOf(request)}`),
    );
    gateway.provider.received.length = 0;
    const program = programUnder(snippet.heading, snippet.language);
    expect(program).toContain(HOST);
    const file = join(folder, `${snippet.heading.replaceAll(/[^a-z]/gi, '')}.${snippet.extension}`);
    await Bun.write(file, program.replaceAll(HOST, gateway.url));
    const child = Bun.spawn([...snippet.command.filter((word) => word !== undefined), file], {
      env: { ...process.env, ONEFIREWALL_API_KEY: gateway.key },
      stdout: 'pipe',
      stderr: 'pipe',
    });
    const [printed, complaints] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    expect(await child.exited, complaints).toBe(0);
    if (snippet.extension === 'sh') expect(printed).toContain(snippet.prints);
    else expect(printed).toBe(snippet.prints);
    expect(gateway.provider.received).toHaveLength(1);
    expect(gateway.provider.received[0]?.text).toContain('[EMAIL_1]');
    expect(gateway.provider.received[0]?.text).not.toContain(EMAIL);
  });
}

/** The first block of code of that language under a heading of the page. */
function programUnder(heading: string, language: string): string {
  const start = page.indexOf(`\n## ${heading}\n`);
  const section = page.slice(start + 1).split('\n## ')[0] ?? '';
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1];
  if (start === -1 || block === undefined)
    throw new Error(`no ${language} program under "${heading}" in docs/clients.md`);
  return block;
}
