/** The documents say what is so: paths, links and commands exist, data parses, printed pages are up to date, the README's programs run. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { Glob } from 'bun';
import { parse as parseYaml } from 'yaml';
import { coveragePage } from '../docs/coverage.ts';
import { typesPage } from '../docs/types.ts';
import { configSchema } from '../src/configuration/config-schema.ts';
import { PERSONAL_KINDS } from '../src/contract/kinds.ts';
import { run, type Started, start } from './cli/program.ts';
import { node, nodeMissing, python, pythonMissing } from './clients/sdk-process.ts';
import { ROOT } from './support/source-tree.ts';

interface Document {
  readonly path: string;
  readonly text: string;
  /** Without its blocks of code. */
  readonly prose: string;
  readonly blocks: readonly Block[];
}

interface Block {
  readonly language: string;
  readonly code: string;
}

const documents = ['*.md', '{docs,training,test,bench}/**/*.md']
  .flatMap((pattern) => [...new Glob(pattern).scanSync(ROOT)].sort())
  .map(readDocument);
const readme = readDocument('README.md');

test('the documents that every visitor looks for are there', () => {
  const paths = documents.map(({ path }) => path);
  for (const name of ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'AGENTS', 'SECURITY', 'CHANGELOG'])
    expect(paths).toContain(`${name}.md`);
  expect(existsSync(join(ROOT, 'LICENSE'))).toBe(true);
});

for (const document of documents) {
  describe(document.path, () => {
    test('every relative link leads somewhere', () => {
      const links = [...document.prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
      const dead = links.filter((target) => !/^[a-z]+:/.test(target) && !resolves(document, target));
      expect(dead).toEqual([]);
    });

    test('every path it names exists', () => {
      const dead = [...document.prose.matchAll(/`([^`\n]+)`/g)]
        .map(([, span = '']) => span)
        .filter(isProjectPath)
        .filter((path) => !existsSync(join(ROOT, path)));
      expect(dead).toEqual([]);
    });

    test('every command it shows names scripts and files that exist', () => {
      const spans = [...document.prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
      const shell = document.blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);
      expect([...shell, ...spans].flatMap(deadInCommand)).toEqual([]);
    });

    test('its JSON and YAML parse', () => {
      for (const { language, code } of document.blocks) {
        if (language === 'json') JSON.parse(code);
        if (language === 'yaml') parseYaml(code);
      }
    });
  });
}

describe('printed pages are up to date', () => {
  for (const [page, print] of [
    ['types', typesPage],
    ['coverage', coveragePage],
  ] as const) {
    test(`docs/${page}.md, by: bun docs/${page}.ts`, () => {
      // Not the whole page in a failure: the command says enough.
      expect(readFileSync(join(ROOT, 'docs', `${page}.md`), 'utf8') === print()).toBe(true);
    });
  }
});

describe('README.md', () => {
  test('names every kind', () => {
    for (const kind of [...PERSONAL_KINDS, 'SECRET']) expect(readme.prose).toContain(`\`${kind}\``);
  });

  test('names every command', () => {
    const main = readFileSync(join(ROOT, 'src/main.ts'), 'utf8');
    const commands = [...main.matchAll(/^ {2}'?([a-z-]+)'?: \(\) => import\(/gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(5);
    for (const name of commands) expect(readme.prose).toContain(`\`${name}\``);
  });

  test('its configuration is one', () => {
    const blocks = readme.blocks.filter(({ language }) => language === 'yaml');
    expect(blocks.length).toBeGreaterThan(0);
    for (const { code } of blocks) configSchema.parse(parseYaml(code));
  });

  test('shows what inspect prints', async () => {
    const command = blockWith('sh', 'inspect');
    const stdin = /echo '([^']+)'/.exec(command)?.[1] ?? '';
    const { stdout } = await run(['inspect'], { cwd: tmpdir(), stdin: `${stdin}\n` });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(blockWith('json', 'findings')));
  });

  describe('the first request', () => {
    const HOST = 'http://127.0.0.1:8080';
    const SAID = 'You said: Write to anna.smith@example.com, please.';
    let gateway: Started;
    let folder: string;
    let programs: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'onefirewall-readme-'));
      // Inside the project, so that programs for Node find its packages.
      mkdirSync(join(ROOT, '.cache'), { recursive: true });
      programs = mkdtempSync(join(ROOT, '.cache', 'readme-'));
      gateway = await start({ cwd: folder });
    });
    afterAll(async () => {
      await gateway?.stop();
      for (const path of [folder, programs]) rmSync(path, { recursive: true, force: true });
    });

    const execute = async (language: string, sample: string, command: readonly string[]): Promise<string> => {
      const program = blockWith(language, sample);
      expect(program).toContain(HOST);
      const file = join(programs, `program.${language === 'js' ? 'mjs' : language}`);
      await Bun.write(file, program.replaceAll(HOST, gateway.url));
      const key = /ofw_[0-9A-Za-z]+/.exec(gateway.greeting)?.[0];
      const child = Bun.spawn([...command, file], {
        env: { ...process.env, ONEFIREWALL_API_KEY: key },
        stdout: 'pipe',
        stderr: 'pipe',
      });
      const [printed, complaints] = await Promise.all([
        new Response(child.stdout).text(),
        new Response(child.stderr).text(),
      ]);
      expect(await child.exited, complaints).toBe(0);
      return printed;
    };

    const curlMissing = Bun.which('curl') === null ? 'no curl on the PATH' : undefined;
    for (const [name, missing] of [
      ['curl', curlMissing],
      ['Python', pythonMissing],
      ['Node', nodeMissing],
    ] as const) {
      if (missing !== undefined) console.warn(`skipped: the README's program for ${name} (${missing})`);
    }

    test.skipIf(curlMissing !== undefined)('curl answers as shown', async () => {
      const { id, created, usage, ...shown } = JSON.parse(await execute('sh', 'curl', ['sh'])) as Record<
        string,
        unknown
      >;
      expect(shown).toEqual(JSON.parse(blockWith('json', 'upstream')));
      expect([typeof id, typeof created, typeof usage]).toEqual(['string', 'number', 'object']);
    });

    test.skipIf(pythonMissing !== undefined)('Python prints it', async () => {
      expect(await execute('python', 'OpenAI', [python])).toBe(`${SAID}\n`);
    });

    test.skipIf(nodeMissing !== undefined)('Node prints it', async () => {
      expect(await execute('js', 'OpenAI', [node ?? 'node'])).toBe(`${SAID}\n`);
    });
  });
});

function readDocument(path: string): Document {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;
  const blocks = [...text.matchAll(fence)].map(([, language = '', code = '']) => ({ language, code }));
  return { path, text, prose: text.replace(fence, ''), blocks };
}

function blockWith(language: string, sample: string): string {
  const block = readme.blocks.find((each) => each.language === language && each.code.includes(sample));
  if (block === undefined) throw new Error(`README.md has no ${language} block with ${sample}`);
  return block.code;
}

function resolves(from: Document, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from.path : posix.join(posix.dirname(from.path), path);
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || !file.endsWith('.md') || anchorsOf(readDocument(file).prose).has(anchor);
}

/** As GitHub makes them of headings: small letters, blanks to hyphens, other signs gone. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** A folder of ours and something below it, or a file at the root. Patterns with a star or braces name many. */
function isProjectPath(span: string): boolean {
  if (/^(?:src|test|bench|docs|training|dashboard|bin)(?:\/[\w.-]+)+\/?$/.test(span)) return true;
  return /^[\w-]+\.(?:md|ya?ml|toml|json)$/.test(span) && !MADE_BY_USERS.has(span);
}

const MADE_BY_USERS: ReadonlySet<string> = new Set(['onefirewall.yaml', 'texts.jsonl']);

/** Of the commands in a text, those that cannot work: a script that package.json does not have, a file that is not there. */
function deadInCommand(text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const dead: string[] = [];
  for (const command of text.replaceAll('\\\n', ' ').split(/\n|&&|\\?\|/)) {
    const words = command.trim().split(/\s+/);
    const npm = /^npm (?:run )?([\w:-]+)/.exec(command.trim());
    const script = npm?.[1];
    if (script !== undefined && !NPM_ITSELF.has(script) && !Object.hasOwn(scripts, script)) dead.push(command);
    if (!/^(?:npm|npx|node|bun|node_modules\/\.bin\/\w+)$/.test(words[0] ?? '')) continue;
    const paths = words.filter((word) => /^(?:src|test|bench|docs|training|bin)\/[\w./-]+$/.test(word));
    dead.push(...paths.filter((path) => !existsSync(join(ROOT, path))));
  }
  return dead;
}

const NPM_ITSELF: ReadonlySet<string> = new Set(['install', 'ci', 'audit']);
