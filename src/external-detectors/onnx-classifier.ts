import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '../firewall/finding.ts';
import { type ExternalDetector, ExternalDetectorFailure } from './external-detector.ts';
import { type LabelledWord, readLabels } from './label-reader.ts';
import { loadOnnxRuntime, type OnnxOutput, type OnnxRuntime, type OnnxSession } from './onnx-runtime.ts';
import { createWordPieceTokenizer, type WordPiece, type WordPieceTokenizer } from './word-pieces.ts';

/** A BERT-like token classifier in an ONNX file. Plain data. */
export interface OnnxSettings {
  readonly modelPath: string;
  /** `vocab.txt`; beside the model unless given. */
  readonly tokenizerPath?: string | undefined;
  /** The model's labels in the order of its outputs: `O`, `B-PER`, `I-PER` ... */
  readonly labels: readonly string[];
  /** Labels without `B-` and `I-` to our kinds, beside the usual ones. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly lowerCase: boolean;
  /** Pieces the model takes at once, its two special ones included. */
  readonly maxTokens: number;
  readonly threshold: number;
  readonly deadlineMs: number;
  /** Where onnxruntime-node is installed, if not where the gateway is. */
  readonly runtimePath?: string | undefined;
}

/** Pieces that two neighbouring chunks share; each half is judged by the chunk that sees more around it. */
const OVERLAP = 64;

/** Loads runtime, model and vocabulary. Throws Error that says what is missing or wrong. */
export async function openOnnxClassifier(settings: OnnxSettings): Promise<ExternalDetector> {
  const runtime = await loadOnnxRuntime(settings.runtimePath);
  const vocabularyPath = settings.tokenizerPath ?? join(dirname(settings.modelPath), 'vocab.txt');
  const vocabulary = await readFile(vocabularyPath, 'utf8').catch((error: unknown) => {
    throw new Error(`firewall.onnx: the vocabulary ${vocabularyPath} cannot be read`, { cause: error });
  });
  const tokenizer = createWordPieceTokenizer(vocabulary, settings.lowerCase);
  const session = await runtime.InferenceSession.create(settings.modelPath, { intraOpNumThreads: 1 }).catch(
    (error: unknown) => {
      throw new Error(`firewall.onnx: the model ${settings.modelPath} cannot be loaded`, { cause: error });
    },
  );
  if (!session.inputNames.includes('input_ids')) throw new Error('firewall.onnx: the model has no input `input_ids`');
  const model: Model = { runtime, session, tokenizer, settings };
  return {
    name: 'onnx',
    deadlineMs: settings.deadlineMs,
    async detect(texts, signal) {
      const found: (readonly Finding[])[] = [];
      for (const text of texts) found.push(await classify(model, text, signal));
      return found;
    },
  };
}

interface Model {
  readonly runtime: OnnxRuntime;
  readonly session: OnnxSession;
  readonly tokenizer: WordPieceTokenizer;
  readonly settings: OnnxSettings;
}

async function classify(model: Model, text: string, signal: AbortSignal): Promise<readonly Finding[]> {
  const pieces = model.tokenizer.tokenize(text);
  const { maxTokens, labels } = model.settings;
  const words: LabelledWord[] = [];
  const room = maxTokens - 2;
  const overlap = Math.min(OVERLAP, room >> 1);
  for (let from = 0; from < pieces.length; from += room - overlap) {
    const chunk = pieces.slice(from, from + room);
    const isLast = from + room >= pieces.length;
    // The package computes in the caller's thread: between two chunks the deadline has its turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new ExternalDetectorFailure('the model took too long');
    const logits = await run(model, chunk);
    const first = from === 0 ? 0 : overlap >> 1;
    const end = isLast ? chunk.length : chunk.length - (overlap - (overlap >> 1));
    for (let i = first; i < end; i++) addPiece(words, chunk[i], logits, i + 1, labels);
    if (isLast) break;
  }
  return readLabels(text, words, model.settings);
}

/** A word has the label of its first piece; the others only make it longer. */
function addPiece(
  words: LabelledWord[],
  piece: WordPiece | undefined,
  logits: OnnxOutput,
  row: number,
  labels: readonly string[],
): void {
  if (piece === undefined) return;
  const last = words.at(-1);
  if (!piece.beginsWord && last !== undefined) {
    last.end = piece.end;
    return;
  }
  const { index, probability } = best(logits.data, row * labels.length, labels.length);
  words.push({ start: piece.start, end: piece.end, label: labels[index] ?? 'O', probability });
}

async function run(model: Model, chunk: readonly WordPiece[]): Promise<OnnxOutput> {
  const { runtime, session, tokenizer, settings } = model;
  const length = chunk.length + 2;
  const ids = new BigInt64Array(length);
  ids[0] = BigInt(tokenizer.classId);
  chunk.forEach(({ id }, index) => {
    ids[index + 1] = BigInt(id);
  });
  ids[length - 1] = BigInt(tokenizer.separatorId);
  const tensor = (data: BigInt64Array): unknown => new runtime.Tensor('int64', data, [1, length]);
  const feeds: Record<string, unknown> = { input_ids: tensor(ids) };
  if (session.inputNames.includes('attention_mask')) {
    feeds.attention_mask = tensor(new BigInt64Array(length).fill(1n));
  }
  if (session.inputNames.includes('token_type_ids')) feeds.token_type_ids = tensor(new BigInt64Array(length));
  let output: OnnxOutput | undefined;
  try {
    const outputs = await session.run(feeds);
    output = outputs.logits ?? outputs[session.outputNames[0] ?? ''];
  } catch (error) {
    throw new ExternalDetectorFailure('the model failed', error);
  }
  const [, rows, columns] = output?.dims ?? [];
  if (output === undefined || output.dims.length !== 3 || rows !== length || columns !== settings.labels.length) {
    throw new ExternalDetectorFailure(`the model gives no ${settings.labels.length} scores for each piece`);
  }
  return output;
}

/** The best of a row of logits, with its softmax probability. */
function best(data: ArrayLike<number>, from: number, count: number): { index: number; probability: number } {
  let index = 0;
  for (let i = 1; i < count; i++) if ((data[from + i] ?? 0) > (data[from + index] ?? 0)) index = i;
  const top = data[from + index] ?? 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp((data[from + i] ?? 0) - top);
  const probability = 1 / sum;
  if (!(probability >= 0 && probability <= 1)) throw new ExternalDetectorFailure('the model gives no numbers');
  return { index, probability };
}
