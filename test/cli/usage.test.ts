/** Help and exit codes: 0 done, 1 failed, 2 wrong usage. */
import { describe, expect, test } from 'bun:test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { type Finished, inFolder, run, SOURCE } from './program.ts';

const COMMANDS = ['start', 'check-config', 'create-admin', 'keys', 'inspect', 'migrate', 'health'];
const cwd = '/';

describe('help', () => {
  test('the list of commands', async () => {
    for (const word of ['--help', '-h', 'help']) {
      const { code, stdout, stderr } = await run([word], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
    }
  });

  for (const command of COMMANDS) {
    test(`of ${command}, in lines that fit, without doing anything`, async () => {
      await inFolder(async (folder) => {
        const { code, stdout, stderr } = await run([command, '--help'], { cwd: folder });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toStartWith(`Usage: onefirewall ${command}`);
        for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(140);
        expect(await Array.fromAsync(new Bun.Glob('**').scan({ cwd: folder, onlyFiles: false }))).toEqual([]);
      });
    });
  }

  test('the version', async () => {
    expect(await run(['--version'], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('wrong words are answered with 2 and one line, and nothing is made', () => {
  const cases: [words: string[], says: string][] = [
    [['nothing'], 'there is no command "nothing"'],
    [['__proto__'], 'there is no command "__proto__"'],
    [['start', 'now'], '"now" is one word too many'],
    [['start', '--port', '1'], "unknown option '--port'"],
    [['check-config', '--config'], 'argument missing'],
    [['keys'], 'say keys create, keys list or keys revoke'],
    [['keys', 'destroy'], 'say keys create, keys list or keys revoke'],
    [['keys', 'create', '--name', 'x'], '--user is missing'],
    [['keys', 'create', '--user', 'a@example.com'], '--name is missing'],
    [['keys', 'create', '--user', 'a@example.com', '--name', 'x', '--expires', 'soon'], '--expires is not a date'],
    [
      ['keys', 'create', '--user', 'a@example.com', '--name', 'x', '--expires', '2001-01-01'],
      '--expires is in the past',
    ],
    [['keys', 'revoke', '--user', 'a@example.com'], '--id is missing'],
    [['create-admin'], '--email is missing'],
    [['create-admin', '--email', 'nobody'], '--email is not valid'],
    [['create-admin', '--email', 'a@example.com', '--role', 'king'], '--role is owner or admin'],
    [['inspect', 'text'], '"text" is one word too many'],
    [['inspect', '--pii', 'maybe'], '--pii is one of disabled, obfuscate, block'],
    [['inspect', '--config', 'x.yaml'], '--config needs --workspace'],
    [['migrate', 'back'], '"back" is one word too many'],
  ];
  for (const [words, says] of cases) {
    test(words.join(' '), async () => {
      await inFolder(async (folder) => {
        const { code, stdout, stderr } = await run(words, { cwd: folder });
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain(says);
        expect(stderr).toMatch(/^onefirewall: [^\n]+; see (onefirewall )?--help\n$/);
        expect(await Array.fromAsync(new Bun.Glob('**').scan({ cwd: folder, onlyFiles: false }))).toEqual([]);
      });
    });
  }

  test('no words at all print the help', async () => {
    const { code, stdout } = await run([], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('Usage: onefirewall <command>');
  });
});

describe('inspect', () => {
  test('stdin is one text', async () => {
    const { code, stdout } = await run(['inspect'], { cwd, stdin: 'Two lines,\nmail anna@corp.example.org' });
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(stdout)).toEqual({
      findings: [
        {
          start: 16,
          end: 37,
          kind: 'EMAIL',
          type: expect.any(String),
          score: expect.any(Number),
          tier: expect.any(String),
        },
      ],
    });
  });

  test('a file of JSON lines gives a line each', async () => {
    await inFolder(async (folder) => {
      const texts = ['nothing', 'mail anna@corp.example.org', ''];
      await Bun.write(`${folder}/texts.jsonl`, texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
      const { code, stdout } = await run(['inspect', '--jsonl', 'texts.jsonl'], { cwd: folder });
      expect(code).toBe(0);
      const lines = stdout.trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line).findings.length)).toEqual([0, 1, 0]);
    });
  });

  test('input that cannot be read: one line that says where, and 1', async () => {
    await inFolder(async (folder) => {
      await Bun.write(`${folder}/broken.jsonl`, '{"text":"fine"}\nnot JSON\n');
      await Bun.write(`${folder}/other.jsonl`, '{"txt":"fine"}\n');
      const cases = [
        ['broken.jsonl', 'inspect: broken.jsonl, line 2: not valid JSON.\n'],
        ['other.jsonl', 'inspect: other.jsonl, line 1: there is no "text" that is a string.\n'],
        ['missing.jsonl', 'inspect: missing.jsonl: there is no such file.\n'],
        ['.', 'inspect: .: this is a folder.\n'],
      ] as const;
      for (const [file, stderr] of cases) {
        expect(await run(['inspect', '--jsonl', file], { cwd: folder })).toMatchObject({ code: 1, stderr });
      }
    });
  });
});

describe('output that nobody takes', () => {
  const words = (line: string): Promise<Finished> => shell(`${SOURCE.map((word) => `'${word}'`).join(' ')} ${line}`);

  test('ends a command without a word, as `| head` does', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'texts.jsonl');
      await Bun.write(file, '{"text":"hello"}\n'.repeat(100_000));
      const { stdout, stderr } = await words(`inspect --jsonl '${file}' | head -1`);
      expect({ stdout, stderr }).toEqual({ stdout: '{"findings":[]}\n', stderr: '' });
    });
  });

  test.skipIf(!existsSync('/dev/full'))('on a full disk is one line and exit code 1', async () => {
    const { code, stderr } = await words('--help > /dev/full');
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^onefirewall: [^\n]*ENOSPC[^\n]*\n$/) });
  });
});

async function shell(line: string): Promise<Finished> {
  const child = Bun.spawn(['sh', '-c', line], { stdin: 'ignore', stdout: 'pipe', stderr: 'pipe' });
  const [stdout, stderr] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { code: await child.exited, stdout, stderr };
}
