import { afterAll, describe, expect, test } from 'bun:test';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLabels } from '../../src/external-detectors/label-reader.ts';
import { type OnnxSettings, openOnnxClassifier } from '../../src/external-detectors/onnx-classifier.ts';
import { createWordPieceTokenizer } from '../../src/external-detectors/word-pieces.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';
import { tableClassifier } from '../support/onnx-file.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

const VERSION = '1.30.0';
const runtimePath = join(import.meta.dir, '..', '..', '.cache', 'onnx');

/** The runtime is no dependency of ours: the test gets it where it can. */
function hasRuntime(): boolean {
  if (existsSync(join(runtimePath, 'node_modules', 'onnxruntime-node', 'package.json'))) return true;
  mkdirSync(runtimePath, { recursive: true });
  const npm = Bun.which('npm');
  if (npm === null) return false;
  const command = [
    'i',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    runtimePath,
    `onnxruntime-node@${VERSION}`,
  ];
  return Bun.spawnSync([npm, ...command], { stdout: 'ignore', stderr: 'ignore', timeout: 120_000 }).exitCode === 0;
}

const available = hasRuntime();
if (!available) console.log('SKIPPED: onnxruntime-node could not be installed; the ONNX classifier is not run.');

const folder = mkdtempSync(join(tmpdir(), 'onefirewall-onnx-'));
const running: RunningGateway[] = [];
afterAll(async () => {
  for (const gateway of running) await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});

const VOCABULARY = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'ask',
  'zor',
  '##blax',
  '##bla',
  'berg',
  'ham',
  ',',
  '.',
  'Ask',
  'Zor',
  'and',
  '\u6771',
];
const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC'];
/** What the table says of each piece: the label's index, and how sure it is (logits of the others are 0). */
const SAID: Readonly<Record<string, readonly [label: number, logit: number]>> = {
  zor: [1, 9],
  Zor: [1, 9],
  '##blax': [3, 9],
  berg: [2, 9],
  ham: [3, 1],
};

writeFileSync(join(folder, 'vocab.txt'), `${VOCABULARY.join('\n')}\n`);
const tableFor = (labels: number) =>
  VOCABULARY.map((piece) => {
    const [label, logit] = SAID[piece] ?? [0, 9];
    return Array.from({ length: labels }, (_unused, i) => (i === label ? logit : 0));
  });
function modelFile(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const settings = (more: Partial<OnnxSettings> = {}): OnnxSettings => ({
  modelPath: modelFile('model.onnx', tableClassifier(tableFor(4))),
  labels: LABELS,
  kinds: {},
  lowerCase: true,
  maxTokens: 16,
  threshold: 0.5,
  deadlineMs: 60_000,
  runtimePath,
  ...more,
});

describe('the WordPiece tokenizer', () => {
  const pieces = (text: string, lowerCase: boolean) =>
    createWordPieceTokenizer(VOCABULARY.join('\n'), lowerCase)
      .tokenize(text)
      .map(({ id, start, end, beginsWord }) => `${beginsWord ? '' : '~'}${VOCABULARY[id]}=${text.slice(start, end)}`);

  test('takes the longest piece first and keeps offsets', () => {
    expect(pieces('ask zorblax, berg.', true)).toEqual([
      'ask=ask',
      'zor=zor',
      '~##blax=blax',
      ',=,',
      'berg=berg',
      '.=.',
    ]);
  });
  test('drops case and accents where the model has none', () => {
    expect(pieces('\u00c0sk Z\u00f3rBLAX', true)).toEqual(['ask=\u00c0sk', 'zor=Z\u00f3r', '~##blax=BLAX']);
    expect(pieces('Ask zorblax ASK', false)).toEqual(['Ask=Ask', 'zor=zor', '~##blax=blax', '[UNK]=ASK']);
  });
  test('a word that cannot be put together is unknown as a whole', () => {
    expect(pieces('zorq ask', true)).toEqual(['[UNK]=zorq', 'ask=ask']);
    expect(pieces(`${'zor'.repeat(2000)} ask`, true)).toHaveLength(2);
  });
  test('ideographs are words, control characters nothing, emoji one letter', () => {
    expect(pieces('\u6771\u6771', true)).toEqual(['\u6771=\u6771', '\u6771=\u6771']);
    expect(pieces('zo\u200br\u0000blax \ud83d\ude00 ask', true)).toEqual([
      'zor=zo\u200br',
      '~##blax=blax',
      '[UNK]=\ud83d\ude00',
      'ask=ask',
    ]);
  });
  test('needs the special pieces', () => {
    expect(() => createWordPieceTokenizer('a\nb', true)).toThrow('[UNK]');
  });
  test('is linear on one long word', () => {
    const spent = startCpuClock();
    createWordPieceTokenizer(VOCABULARY.join('\n'), true).tokenize('z'.repeat(1_000_000));
    expect(spent()).toBeLessThan(BLOW_UP_MS);
  });
});

describe('labels', () => {
  const text = 'Anna Berg of Acme\nBerg';
  const at = (word: string, label: string, probability = 1, from = 0) => {
    const start = text.indexOf(word, from);
    return { start, end: start + word.length, label, probability };
  };
  const read = (
    words: Parameters<typeof readLabels>[1],
    more: { kinds?: Record<string, string>; threshold?: number } = {},
  ) =>
    readLabels(text, words, { kinds: {}, threshold: 0.5, ...more }).map(
      ({ start, end, kind }) => `${kind}:${text.slice(start, end)}`,
    );

  test('join from B to I, and where B is missing', () => {
    expect(read([at('Anna', 'B-PER'), at('Berg', 'I-PER'), at('of', 'O'), at('Acme', 'I-ORG')])).toEqual([
      'PERSON:Anna Berg',
      'ORGANIZATION:Acme',
    ]);
  });
  test('B begins another, also beside the same', () => {
    expect(read([at('Anna', 'B-PER'), at('Berg', 'B-PER')])).toEqual(['PERSON:Anna', 'PERSON:Berg']);
  });
  test('do not join over a line end', () => {
    expect(read([at('Acme', 'B-PER'), at('Berg', 'I-PER', 1, 12)])).toEqual(['PERSON:Acme', 'PERSON:Berg']);
  });
  test('without a prefix join while they are the same', () => {
    expect(read([at('Anna', 'PERSON'), at('Berg', 'PERSON'), at('Acme', 'ORG')])).toEqual([
      'PERSON:Anna Berg',
      'ORGANIZATION:Acme',
    ]);
  });
  test('count by their mean, from the threshold on, and only where there is a kind', () => {
    expect(read([at('Anna', 'B-PER', 0.4), at('Berg', 'I-PER', 0.4)])).toEqual([]);
    expect(read([at('Anna', 'B-PER', 0.4), at('Berg', 'I-PER', 0.8)])).toEqual(['PERSON:Anna Berg']);
    expect(read([at('Acme', 'B-MISC')])).toEqual([]);
    expect(read([at('Acme', 'B-MISC')], { kinds: { MISC: 'PROJECT' } })).toEqual(['PROJECT:Acme']);
  });
});

describe.skipIf(!available)('the ONNX classifier', () => {
  const detect = async (texts: readonly string[], more: Partial<OnnxSettings> = {}) => {
    const found = await (await openOnnxClassifier(settings(more))).detect(texts, AbortSignal.timeout(5000));
    return found.map((list, i) => list.map(({ start, end, kind }) => `${kind}:${texts[i]?.slice(start, end)}`));
  };

  test('finds what its model says, word by word', async () => {
    const texts = ['Ask Zorblax Berg, and zorblax.', '', '\ud83d\ude00 zorblax', 'ask and ask'];
    expect(await detect(texts)).toEqual([['PERSON:Zorblax Berg', 'PERSON:zorblax'], [], ['PERSON:zorblax'], []]);
  });

  test('gives T2 and the softmax as the score', async () => {
    const [[finding] = []] = await (await openOnnxClassifier(settings())).detect(
      ['zorblax'],
      AbortSignal.timeout(5000),
    );
    expect(finding).toMatchObject({ tier: 'T2', type: 'PER' });
    expect(finding?.score).toBeCloseTo(Math.exp(9) / (Math.exp(9) + 3), 5);
  });

  test('leaves out what it is not sure of', async () => {
    expect(await detect(['ham'])).toEqual([[]]);
    expect(await detect(['ham'], { threshold: 0.4 })).toEqual([['LOCATION:ham']]);
  });

  test('reads long texts in chunks, every word once', async () => {
    for (const length of [13, 14, 15, 20, 27, 28, 29, 100]) {
      const words = Array.from({ length }, (_unused, i) => (i % 5 === 2 ? 'zorblax' : 'ask'));
      const text = words.join(' ');
      const expected = words.filter((word) => word === 'zorblax').map(() => 'PERSON:zorblax');
      expect(await detect([text])).toEqual([expected]);
    }
  });

  test('takes models that want token types, or only ids', async () => {
    for (const inputs of [['input_ids'], ['input_ids', 'attention_mask', 'token_type_ids']]) {
      const modelPath = modelFile(`inputs-${inputs.length}.onnx`, tableClassifier(tableFor(4), inputs));
      expect(await detect(['zorblax'], { modelPath })).toEqual([['PERSON:zorblax']]);
    }
  });

  test('fails when the model has another number of labels', async () => {
    const modelPath = modelFile('three.onnx', tableClassifier(tableFor(3)));
    await expect(detect(['zorblax'], { modelPath })).rejects.toThrow('4 scores');
  });

  test('stops when the time is over', async () => {
    const detector = await openOnnxClassifier(settings());
    const controller = new AbortController();
    const found = detector.detect([`${'zorblax '.repeat(200_000)}`], controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(found).rejects.toThrow('too long');
  });

  test.each([
    [
      'model',
      () => ({ modelPath: join(folder, 'nowhere.onnx'), tokenizerPath: join(folder, 'vocab.txt') }),
      'nowhere.onnx',
    ],
    ['vocabulary', () => ({ tokenizerPath: join(folder, 'nowhere.txt') }), 'nowhere.txt'],
    ['runtime', () => ({ runtimePath: folder }), 'npm install onnxruntime-node'],
  ] as const)('says at the start what is missing: the %s', async (_name, more, words) => {
    await expect(openOnnxClassifier(settings(more()))).rejects.toThrow(words);
    const { modelPath, tokenizerPath, labels, runtimePath: path } = settings(more());
    const onnx = {
      modelPath,
      labels: [...labels],
      ...(path === undefined ? {} : { runtimePath: path }),
      ...(tokenizerPath === undefined ? {} : { tokenizerPath }),
    };
    await expect(startGateway({ config: { firewall: { onnx } } })).rejects.toThrow(words);
  });

  test('works for a workspace, in the path of a request', async () => {
    const { modelPath, labels } = settings();
    const gateway = await startGateway({
      workspace: { detection: { external: ['onnx'], tagger: false } },
      config: {
        firewall: { onnx: { modelPath, labels: [...labels], lowerCase: true, runtimePath, deadlineMs: 60_000 } },
      },
    });
    running.push(gateway);
    for (const pad of ['', ' and so on'.repeat(3000)]) {
      const content = `Ask zorblax of a.b@corp.test${pad}`;
      const response = await gateway.post(chat(content, { pii: 'obfuscate' }));
      expect(response.headers.get('x-onefirewall-pii')).toBe('obfuscate; person=1, email=1');
      expect(gateway.provider.received.at(-1)?.body.messages.at(-1)?.content).toBe(`Ask [PERSON_1] of [EMAIL_1]${pad}`);
      const answer = (await response.json()) as { choices: { message: { content: string } }[] };
      expect(answer.choices[0]?.message.content).toBe(content);
    }
    const broken = await startGateway({
      workspace: { detection: { external: ['onnx'], tagger: false } },
      config: { firewall: { onnx: { modelPath, labels: ['O', 'B-PER'], runtimePath } } },
    });
    running.push(broken);
    const response = await broken.post(chat('Ask zorblax', { pii: 'obfuscate' }));
    expect(response.status).toBe(503);
    expect(broken.provider.received).toHaveLength(0);
  });
});
