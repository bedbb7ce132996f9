import { createReadStream, statSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PII_MODES } from '../contract/workspace.ts';
import { type ParsedOptions, parseOptions, readConfig, textOption, UsageError } from './command.ts';
import { DEFAULT_INSPECTION, explainLine, findingsLine, type InspectPolicy, inspectionOf } from './inspect-line.ts';

const HELP = `Usage: onefirewall inspect [--jsonl FILE] [--explain] [--workspace NAME [--config FILE] [--pii MODE]] < text

Finds personal data and secrets, with every detector that is on by default. Without --jsonl all of stdin is one text; with it FILE holds
one {"text": "..."} a line (.gz works too). Prints one line a text:
  {"findings":[{"start","end","kind","type","score","tier"}]}      offsets in UTF-16 units, end exclusive

  --explain    says why: findings also have "title", "rule", "detector", "view" (original, folded, decoded, joined or opened), what
               they read in that view ("reads") and their "placeholder"; and the line has
                 "pii"          the mode that holds
                 "notCounted"   near misses, each with a "reason" and "because"
                 "masked"       what a provider sees; null where the request is refused
                 "restored"     what comes back when the model repeats it, and "restoredEqual"
                 "refusal"      the code of the refusal, or null
  --workspace  reads by the policy of a workspace that the configuration declares (--config FILE, else ONEFIREWALL_CONFIG, else
               ./onefirewall.yaml); external detectors are not asked
  --pii        disabled, obfuscate (the default) or block, as a request says it; a workspace's floor holds
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, {
    jsonl: { type: 'string' },
    explain: { type: 'boolean' },
    workspace: { type: 'string' },
    config: { type: 'string', short: 'c' },
    pii: { type: 'string' },
  });
  if (options === undefined) return 0;
  const jsonl = textOption(options, 'jsonl');
  const by = policyFrom(options);
  return runInspect(
    { ...(jsonl === undefined ? {} : { jsonl }), explain: options.values.explain === true, by },
    process,
  );
}

function policyFrom(options: ParsedOptions): InspectPolicy {
  const asked = textOption(options, 'pii') ?? 'obfuscate';
  const pii = PII_MODES.find((mode) => mode === asked);
  if (pii === undefined) throw new UsageError(`--pii is one of ${PII_MODES.join(', ')}`);
  const name = textOption(options, 'workspace');
  if (name !== undefined) return inspectionOf(readConfig(options, 'leave-out').config, name, pii);
  if (options.values.config !== undefined) throw new UsageError('--config needs --workspace');
  return { ...DEFAULT_INSPECTION, pii };
}

export interface InspectArguments {
  readonly jsonl?: string;
  readonly explain?: boolean;
  /** Everything that is on by default, unless given. */
  readonly by?: InspectPolicy;
}

export interface InspectStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Where errors and, on a terminal, progress go; `process.stderr` unless given. */
  readonly stderr?: Writable & { readonly isTTY?: boolean };
}

/**
 * `onefirewall inspect`: prints what the firewall finds, one line `{"findings":[{start,end,kind,type,score,tier}]}` a text,
 * with personal data and secrets on and the default policy. Reads all of stdin as one text, or with `jsonl` a file of
 * `{"text": "..."}` lines (`.gz` too). With `explain` each line says why (`explainLine`). Resolves to the exit code: 0, or 1 where the
 * input cannot be read.
 */
export async function runInspect(args: InspectArguments, io: InspectStreams): Promise<number> {
  const { by = DEFAULT_INSPECTION } = args;
  const lineFor: LineFor = (text) => (args.explain === true ? explainLine : findingsLine)(text, by);
  try {
    if (args.jsonl === undefined) await inspectWhole(lineFor, io);
    else await inspectLines(args.jsonl, lineFor, io);
    return 0;
  } catch (error) {
    if (isBrokenPipe(error)) return 0;
    (io.stderr ?? process.stderr).write(`inspect: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function inspectWhole(lineFor: LineFor, io: InspectStreams): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  await write(io.stdout, lineFor(Buffer.concat(chunks).toString('utf8')));
}

type LineFor = (text: string) => string;

/** Lines are gathered up to about this many characters before they are written. */
const BATCH = 64 * 1024;

async function inspectLines(path: string, lineFor: LineFor, io: InspectStreams): Promise<void> {
  const total = sizeOf(path);
  const file = createReadStream(path);
  const progress = startProgress(total, () => file.bytesRead, io);
  try {
    let number = 0;
    let batch = '';
    for await (const line of readLines(path.endsWith('.gz') ? unpack(file) : file)) {
      number++;
      if (line.trim() === '') continue;
      batch += lineFor(textOf(line, path, number));
      if (batch.length < BATCH) continue;
      await write(io.stdout, batch);
      progress.show();
      batch = '';
    }
    if (batch !== '') await write(io.stdout, batch);
  } catch (error) {
    throw isZlibError(error) ? new Error(`${path}: not valid gzip.`) : error;
  } finally {
    progress.clear();
    file.destroy();
  }
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${path}: there is no such file.`);
  if (found.isDirectory()) throw new Error(`${path}: this is a folder.`);
  return found.size;
}

function unpack(file: Readable): Readable {
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

const isZlibError = (error: unknown): boolean => String((error as { code?: unknown } | null)?.code).startsWith('Z_');

async function* readLines(bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function textOf(line: string, path: string, number: number): string {
  let row: unknown;
  try {
    row = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch {
    throw new Error(`${path}, line ${number}: not valid JSON.`);
  }
  const text = typeof row === 'object' && row !== null ? (row as { text?: unknown }).text : undefined;
  if (typeof text !== 'string') throw new Error(`${path}, line ${number}: there is no "text" that is a string.`);
  return text;
}

function write(stdout: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

const isBrokenPipe = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'EPIPE';

interface Progress {
  show(): void;
  clear(): void;
}

/** A file shorter than this many bytes is done before a bar could be read. */
const WORTH_A_BAR = 1_000_000;
const BAR_CELLS = 30;

function startProgress(total: number, done: () => number, io: InspectStreams): Progress {
  const stderr = io.stderr ?? process.stderr;
  if (stderr.isTTY !== true || total < WORTH_A_BAR) return { show() {}, clear() {} };
  let shown = -1;
  return {
    show() {
      const percent = Math.floor((100 * done()) / total);
      if (percent === shown) return;
      shown = percent;
      const cells = Math.round((percent * BAR_CELLS) / 100);
      stderr.write(`\r[${'#'.repeat(cells)}${'.'.repeat(BAR_CELLS - cells)}] ${percent} %`);
    },
    clear() {
      if (shown >= 0) stderr.write('\r\u001b[K');
    },
  };
}
