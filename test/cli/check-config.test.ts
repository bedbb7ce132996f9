/** A configuration that cannot be used is refused by every command, with the line and the field of each problem. */
import { describe, expect, test } from 'bun:test';
import { join } from 'node:path';
import { inFolder, run } from './program.ts';
import { SAMPLE } from './sample.ts';

interface Case {
  readonly name: string;
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stderr says, each after the name of the file. */
  readonly says: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'an unknown setting, also deep down',
    file: 'server: { port: 1 }\nservr: { port: 1 }\nworkspaces:\n  - name: a\n    targts: []\n',
    says: [':2: servr: there is no such setting', ':5: workspaces[0].targts: there is no such setting'],
  },
  {
    name: 'a value of the wrong type',
    file: 'server:\n  host: 127.0.0.1\n  port: soon\n',
    says: [':3: server.port: '],
  },
  {
    name: 'a number out of its range',
    file: 'server:\n  port: 70000\n',
    says: [':2: server.port: '],
  },
  {
    name: 'a reference to a variable that is not set',
    file: SAMPLE,
    says: [':4: providers[0].apiKey: the variable LAB_KEY is not set'],
  },
  {
    name: 'a reference to a variable that is empty',
    file: SAMPLE,
    env: { LAB_KEY: '' },
    says: [':4: providers[0].apiKey: the variable LAB_KEY is not set'],
  },
  { name: 'YAML that is none', file: 'server:\n  host: "open\n', says: [':', 'not valid YAML'] },
  { name: 'an alias of nothing', file: 'log:\n  level: *none\n', says: [':2: not valid YAML', '*none'] },
  { name: 'an alias of what it stands in', file: 'users: &all\n  - *all\n', says: [':2: not valid YAML', 'in itself'] },
  {
    name: 'aliases that make a small file large',
    file: `a: &a [${'1,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
    says: [':1: not valid YAML', 'too large'],
  },
  { name: 'a key that stands twice', file: 'log:\n  level: info\n  level: warn\n', says: [':3: not valid YAML'] },
  { name: 'a list instead of settings', file: '- server\n', says: [':1: must be a mapping of settings'] },
  {
    name: 'names that are declared twice',
    file: 'providers:\n  - { name: a, kind: echo }\n  - { name: a, kind: echo }\nusers:\n  - { email: a@example.com }\n  - { email: A@example.com }\n',
    says: [':3: providers[1].name: a is declared twice', ':6: users[1].email: a@example.com is declared twice'],
  },
  {
    name: 'targets and members that point nowhere',
    file: 'workspaces:\n  - name: a\n    targets:\n      - { provider: b, model: c }\n    members:\n      - { email: d@example.com }\n',
    says: [
      ':4: workspaces[0].targets[0].provider: there is no provider b in this file',
      ':6: workspaces[0].members[0].email: there is no user d@example.com in this file',
    ],
  },
  {
    name: 'a provider without an address',
    file: 'providers:\n  - name: a\n    kind: openai-compatible\n',
    says: ['providers[0].baseUrl: this kind of provider needs a base URL'],
  },
  {
    name: 'a pattern that is none',
    file: 'workspaces:\n  - name: a\n    detection:\n      recognisers:\n        - { name: x, kind: X, pattern: "(" }\n',
    says: [':5: workspaces[0].detection.recognisers[0]'],
  },
];

describe('check-config', () => {
  test('a good file', async () => {
    await inFolder(async (folder) => {
      await Bun.write(join(folder, 'onefirewall.yaml'), SAMPLE);
      const { code, stdout, stderr } = await run(['check-config'], { cwd: folder, env: { LAB_KEY: 'x' } });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toBe(`${join(folder, 'onefirewall.yaml')}: ok (1 provider, 1 workspace, 1 user)\n`);
    });
  });

  test('no file at all, and an empty one', async () => {
    await inFolder(async (folder) => {
      expect((await run(['check-config'], { cwd: folder })).stdout).toContain('defaults and environment: ok');
      await Bun.write(join(folder, 'empty.yaml'), '# nothing yet\n');
      expect((await run(['check-config', '-c', 'empty.yaml'], { cwd: folder })).code).toBe(0);
    });
  });

  for (const { name, file, env = {}, says } of CASES) {
    test(name, async () => {
      await inFolder(async (folder) => {
        const path = join(folder, 'bad.yaml');
        await Bun.write(path, file);
        const { code, stdout, stderr } = await run(['check-config', '--config', 'bad.yaml'], { cwd: folder, env });
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toStartWith(`onefirewall: ${path}:`);
        for (const part of says) expect(stderr).toContain(part.startsWith(':') ? `${path}${part}` : part);
        // One line a problem.
        expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(Math.max(says.length, 1));
        const started = await run(['start', '--config', 'bad.yaml'], { cwd: folder, env });
        expect(started).toEqual({ code, stdout, stderr });
      });
    });
  }

  test('a file that is not there, a folder', async () => {
    await inFolder(async (folder) => {
      const missing = await run(['check-config', '--config', 'no.yaml'], { cwd: folder });
      expect(missing).toMatchObject({
        code: 1,
        stderr: `onefirewall: ${join(folder, 'no.yaml')}: there is no such file\n`,
      });
      expect((await run(['check-config', '--config', '.'], { cwd: folder })).stderr).toContain('cannot be read');
    });
  });

  test('the environment wins over the file, and is named when it is wrong', async () => {
    await inFolder(async (folder) => {
      await Bun.write(join(folder, 'onefirewall.yaml'), 'server: { port: 70000 }\n');
      const check = (env: Record<string, string>) => run(['check-config'], { cwd: folder, env });
      expect((await check({ PORT: '8081' })).code).toBe(0);
      expect((await check({ ONEFIREWALL_SERVER_PORT: '8081', ONEFIREWALL_ORGANIZATION_NAME: '2024' })).code).toBe(0);
      expect((await check({ ONEFIREWALL_SERVER_PORT: 'x' })).stderr).toContain(
        'environment: ONEFIREWALL_SERVER_PORT: ',
      );
      const unknown = await check({ PORT: '1', ONEFIREWALL_SERVER_PROT: '1' });
      expect(unknown).toMatchObject({
        code: 1,
        stderr: 'onefirewall: environment: ONEFIREWALL_SERVER_PROT: there is no such setting (server.prot)\n',
      });
    });
  });
});
