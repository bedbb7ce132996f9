/** Answers cut into deltas at every position and every pair of them, in every kind of field: what comes back is that of the whole text. */
import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import { createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { createOwnValues } from '../../src/firewall/answers/answer-own.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import type { RestoreAnswerOptions } from '../../src/firewall/restoring/restore-field.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { joinChunks } from './streams/client.ts';
import { ARGUMENTS, ARGUMENTS_RESTORED, issuedPlaceholders, PROSE, PROSE_RESTORED } from './streams/issued.ts';

const map = issuedPlaceholders();

interface FieldCase {
  readonly name: string;
  readonly says: string;
  readonly delta: (text: string) => JsonObject;
  /** Where the client reads it (`client.ts`). */
  readonly key: string;
  readonly options?: RestoreAnswerOptions;
  readonly reads: string | typeof ARGUMENTS_RESTORED;
}

const call = (index: number, text: string): JsonObject => ({ tool_calls: [{ index, function: { arguments: text } }] });

const FIELDS: readonly FieldCase[] = [
  { name: 'content', says: PROSE, delta: (text) => ({ content: text }), key: '0:content', reads: PROSE_RESTORED },
  { name: 'refusal', says: PROSE, delta: (text) => ({ refusal: text }), key: '0:refusal', reads: PROSE_RESTORED },
  {
    name: 'reasoning_content',
    says: PROSE,
    delta: (text) => ({ reasoning_content: text }),
    key: '0:reasoning_content',
    reads: PROSE_RESTORED,
  },
  {
    name: 'parts',
    says: PROSE,
    delta: (text) => ({ content: [{ type: 'text', text }] }),
    key: '0:content',
    reads: PROSE_RESTORED,
  },
  { name: 'arguments', says: ARGUMENTS, delta: (text) => call(0, text), key: '0:tool:0', reads: ARGUMENTS_RESTORED },
  {
    name: 'function_call',
    says: ARGUMENTS,
    delta: (text) => ({ function_call: { arguments: text } }),
    key: '0:call',
    reads: ARGUMENTS_RESTORED,
  },
  {
    name: 'structured output',
    says: ` ${ARGUMENTS}`,
    delta: (text) => ({ content: text }),
    key: '0:content',
    options: { jsonContent: true },
    reads: ARGUMENTS_RESTORED,
  },
];

/** What a client reads of the text in these pieces, the last one in the finish frame or before it. */
function readPieces(
  field: FieldCase,
  pieces: readonly string[],
  options: RestoreAnswerOptions = field.options ?? {},
): string {
  const stream = createAnswerStream(map, options);
  const sent = pieces.flatMap((piece) =>
    stream.transform({ id: 'c', choices: [{ index: 0, delta: field.delta(piece), finish_reason: null }] }),
  );
  sent.push(
    ...stream.transform({ id: 'c', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
    ...stream.end(),
  );
  const { texts, late } = joinChunks(sent);
  if (late.length > 0) throw new Error(`text after the finish frame: ${late.join()}`);
  return texts[field.key] ?? '';
}

const cut = (text: string, a: number, b = text.length): string[] =>
  [text.slice(0, a), text.slice(a, b), text.slice(b)].filter((piece) => piece !== '');

describe('every pair of positions', () => {
  test.each(FIELDS.map((field) => [field.name, field] as const))('%s', (_name, field) => {
    const whole = readPieces(field, [field.says]);
    if (typeof field.reads === 'string') expect(whole).toBe(field.reads);
    else expect(JSON.parse(whole)).toEqual(field.reads);
    const wrong: [number, number][] = [];
    for (let a = 0; a < field.says.length; a++) {
      for (let b = a + 1; b <= field.says.length; b++) {
        if (readPieces(field, cut(field.says, a, b)) !== whole) wrong.push([a, b]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every prefix, as a stream cut by max_tokens gives it', () => {
  test.each(FIELDS.map((field) => [field.name, field] as const))('%s', (_name, field) => {
    for (let end = 1; end <= field.says.length; end++) {
      const prefix = field.says.slice(0, end);
      const whole = readPieces(field, [prefix]);
      expect(readPieces(field, prefix.split(''))).toBe(whole);
      expect(readPieces(field, cut(prefix, end >> 1))).toBe(whole);
    }
  });
});

describe('no more is held back than what may become a placeholder', () => {
  test('in ordinary text an opening bracket or the first letter of a kind', () => {
    const plain = createAnswerStream(map);
    const words = 'The quick brown fox: jumps (over) 12 lazy dogs, and [x] = {y} <z>';
    let out = '';
    for (let at = 0; at < words.length; at++) {
      for (const chunk of plain.transform({ choices: [{ index: 0, delta: { content: words.charAt(at) } }] }))
        out += ((chunk.choices as JsonObject[])[0]?.delta as JsonObject | undefined)?.content ?? '';
      // An opening bracket and one letter at most.
      expect(at + 1 - out.length).toBeLessThanOrEqual(2);
    }
  });
});

describe('with answers inspected, at every position', () => {
  const SAID =
    'Dear [PERSON_1], write to john.newman@elsewhere.example or **[EMAIL_1]** and {EMAIL_10}. His phone is +1 212 555 0199, hers PHONE_1. ' +
    'The number of the contract is 4711. Please answer before Friday, and bring the papers. '.repeat(2);

  test.each(['mark', 'mask'] as const)('%s', (mode) => {
    const field = { ...FIELDS[0], says: SAID } as FieldCase;
    const inspected = (): RestoreAnswerOptions => ({
      inspection: createAnswerInspection({
        modes: { personal: mode, secrets: mode },
        find: (text) => inspectText(text, defaultDetectionPolicy),
        map,
        own: createOwnValues({ messages: [{ role: 'user', content: 'Hello' }] }, map),
      }),
    });
    const whole = readPieces(field, [SAID], inspected());
    expect(whole.includes('john.newman')).toBe(mode === 'mark');
    expect(whole).toContain('ann@corp.example');
    for (let at = 0; at < SAID.length; at++) expect(readPieces(field, cut(SAID, at), inspected())).toBe(whole);
  });
});
