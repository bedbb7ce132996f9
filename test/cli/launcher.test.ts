/** bin/onefirewall.mjs, which `npm start` runs: Node hands over to Bun and is as patient as it. */
import { describe, expect, test } from 'bun:test';
import { join } from 'node:path';
import { node, nodeMissing } from '../clients/sdk-process.ts';
import { inFolder, type Program, run, start } from './program.ts';

const program: Program = [node ?? 'node', join(import.meta.dir, '../../bin/onefirewall.mjs')];

if (nodeMissing !== undefined) console.warn(`skipped: the launcher (${nodeMissing})`);

describe.skipIf(nodeMissing !== undefined)('the launcher', () => {
  test('passes words, input, output and exit codes on', async () => {
    const found = await run(['inspect'], { cwd: '/', program, stdin: 'mail anna@corp.example.org' });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(found.stdout).findings).toHaveLength(1);
    expect((await run(['nothing'], { cwd: '/', program })).code).toBe(2);
    expect((await run(['check-config', '-c', '/nowhere'], { cwd: '/', program })).code).toBe(1);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`told to stop by ${signal} it ends with the gateway, with 0`, async () => {
      await inFolder(async (cwd) => {
        const gateway = await start({ cwd, program });
        gateway.signal(signal);
        const { code, stderr } = await gateway.finished();
        expect(code).toBe(0);
        expect(stderr).toContain('"event":"stopped"');
      });
    });
  }
});
