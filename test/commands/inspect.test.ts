import { afterAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type InspectArguments, runInspect } from '../../src/commands/inspect.ts';
import { inspectionOf } from '../../src/commands/inspect-line.ts';
import { configSchema } from '../../src/configuration/config-schema.ts';
import { everydayExamples } from '../firewall/catalogue/everyday.ts';

const folder = mkdtempSync(join(tmpdir(), 'onefirewall-inspect-'));
afterAll(() => rmSync(folder, { recursive: true }));

function collector(): { readonly stream: Writable; text(): string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

async function inspect(args: InspectArguments, stdin = '') {
  const stdout = collector();
  const stderr = collector();
  const code = await runInspect(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
  });
  return { code, out: stdout.text(), err: stderr.text() };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('onefirewall inspect', () => {
  test('reads stdin as one text', async () => {
    const { code, out } = await inspect({}, 'one line\nmail anna@posteo.de\n');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      findings: [{ start: 14, end: 28, kind: 'EMAIL', type: 'EMAIL', score: expect.any(Number), tier: 'T0' }],
    });
    expect(out.split('\n')).toHaveLength(2);
  });

  test('reads a file of lines, one answer a line, in order', async () => {
    const rows = ['nothing', 'mail anna@posteo.de', 'ümlaut \u{1f600} bob@posteo.de'].map((text) =>
      JSON.stringify({ text, spans: [] }),
    );
    for (const path of [file('a.jsonl', `${rows.join('\n')}\n`), file('a.jsonl.gz', gzipSync(rows.join('\r\n')))]) {
      const { code, out } = await inspect({ jsonl: path });
      const starts = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).findings.map((finding: { start: number }) => finding.start));
      expect({ code, starts }).toEqual({ code: 0, starts: [[], [5], [10]] });
    }
  });

  test('names file and line of what it cannot read, and ends with 2', async () => {
    const bad = file('bad.jsonl', '{"text":"a"}\nnot json\n');
    expect(await inspect({ jsonl: bad })).toMatchObject({ code: 1, err: `inspect: ${bad}, line 2: not valid JSON.\n` });
    const untyped = file('untyped.jsonl', '{"text":5}\n');
    expect((await inspect({ jsonl: untyped })).err).toContain('line 1: there is no "text"');
    const packed = file('packed.jsonl.gz', 'plain');
    expect(await inspect({ jsonl: packed })).toMatchObject({ code: 1, err: `inspect: ${packed}: not valid gzip.\n` });
    expect((await inspect({ jsonl: join(folder, 'missing.jsonl') })).code).toBe(1);
  });
});

describe('onefirewall inspect --explain', () => {
  const mail = ['anna', 'posteo.de'].join('@');

  test('says why, what is masked and what comes back', async () => {
    const { code, out } = await inspect({ explain: true }, `mail ${mail}`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        {
          start: 5,
          end: 19,
          kind: 'EMAIL',
          title: 'E-mail address',
          view: 'original',
          reads: null,
          placeholder: '[EMAIL_1]',
        },
      ],
      notCounted: [],
      masked: 'mail [EMAIL_1]',
      restored: `mail ${mail}`,
      restoredEqual: true,
      refusal: null,
    });
  });

  test('a secret is refused, and no provider sees anything', async () => {
    const { out } = await inspect({ explain: true }, `key ${['AKIA', 'QYLPMN5HHHFPZAM2'].join('')}`);
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ type: 'AWS_ACCESS_KEY', placeholder: null }],
      masked: null,
      restored: null,
      refusal: 'secret_detected',
    });
  });

  test('finds what the plain command finds, one line a text', async () => {
    const texts = [`ｍａｉｌ ${mail}`, '', ...everydayExamples.flatMap(({ examples }) => examples)];
    const path = file('explain.jsonl', texts.map((text) => JSON.stringify({ text })).join('\n'));
    const plain = (await inspect({ jsonl: path })).out.trim().split('\n');
    const told = (await inspect({ jsonl: path, explain: true })).out.trim().split('\n');
    expect(told).toHaveLength(texts.length);
    const spans = (line: string) =>
      JSON.parse(line).findings.map(({ start, end, kind, type }: Record<string, unknown>) => ({
        start,
        end,
        kind,
        type,
      }));
    expect(told.map(spans)).toEqual(plain.map(spans));
  });
});

describe('onefirewall inspect --workspace', () => {
  const config = configSchema.parse({
    workspaces: [
      { name: 'care', pii: { floor: 'block' }, detection: { kinds: { PHONE: 'off' }, secrets: { mode: 'mask' } } },
      { name: 'open', detection: { allow: [{ domain: 'posteo.de' }] } },
    ],
  });
  const text = `mail ${['anna', 'posteo.de'].join('@')} or +49 170 1234567`;

  test("reads by the workspace's policy; its floor holds", async () => {
    const { out } = await inspect({ explain: true, by: inspectionOf(config, 'care', 'obfuscate') }, text);
    expect(JSON.parse(out)).toMatchObject({
      pii: 'block',
      findings: [{ kind: 'EMAIL' }],
      notCounted: [{ kind: 'PHONE', reason: 'kind_off' }],
      refusal: 'pii_detected',
      masked: null,
    });
    const plain = await inspect({ by: inspectionOf(config, 'open', 'disabled') }, text);
    expect(JSON.parse(plain.out).findings).toMatchObject([{ kind: 'PHONE' }]);
  });

  test('pii: disabled tells what passes', async () => {
    const { out } = await inspect({ explain: true, by: inspectionOf(config, 'open', 'disabled') }, text);
    expect(JSON.parse(out)).toMatchObject({ pii: 'disabled', findings: [], masked: text, refusal: null });
    expect(JSON.parse(out).notCounted).toMatchObject([{ kind: 'PHONE', reason: 'personal_data_passes' }]);
  });

  test('a workspace that is not declared is an error', () => {
    expect(() => inspectionOf(config, 'nobody', 'block')).toThrow('no workspace called "nobody"');
  });
});
