/** Streams of every provider's shape, inspected: what a client reads is what it would read in the whole answer. */
import { describe, expect, test } from 'bun:test';
import { isObject, type JsonObject } from '../../src/chat/json.ts';
import type { AnswerMode } from '../../src/contract/workspace.ts';
import { createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import type { Find } from '../../src/firewall/finding.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { asWholeAnswer, joinChunks, readWhole } from './streams/client.ts';
import { oneCharacterEach } from './streams/framing.ts';
import { issuedPlaceholders } from './streams/issued.ts';
import { STREAM_SHAPES, type StreamShape } from './streams/shapes.ts';

const map = issuedPlaceholders();

/** Finds a lot: every word of three to six small letters, and every number. */
const find: Find = (text) =>
  [...text.matchAll(/(?<![\p{L}\d_])(?:[a-z]{3,6}|\d{2,})(?![\p{L}\d_])/gu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    kind: 'PERSON',
    type: 'PERSON',
    score: 1,
    tier: 'T0',
  }));

const inspectionFor = (personal: AnswerMode) =>
  createAnswerInspection({ modes: { personal, secrets: 'off' }, find, map, own: { has: () => false } });

const objectsOf = (chunks: readonly (JsonObject | string)[]): JsonObject[] => chunks.filter(isObject);

function streamed(shape: StreamShape, chunks: readonly (JsonObject | string)[], mode: AnswerMode) {
  const inspection = inspectionFor(mode);
  const stream = createAnswerStream(map, { inspection, jsonContent: shape.jsonContent === true });
  const out = objectsOf(structuredClone(chunks)).flatMap((chunk) => stream.transform(chunk));
  return { ...joinChunks([...out, ...stream.end()]), report: inspection.report() };
}

function whole(shape: StreamShape, mode: AnswerMode) {
  const inspection = inspectionFor(mode);
  const answer = asWholeAnswer(joinChunks(objectsOf(shape.chunks)));
  restoreAnswer(answer, map, { inspection, jsonContent: shape.jsonContent === true });
  return { ...readWhole(answer), report: inspection.report() };
}

describe.each(STREAM_SHAPES.map((shape) => ({ name: shape.name, shape })))('$name', ({ shape }) => {
  for (const mode of ['mask', 'mark'] as const) {
    test(`${mode}: as it comes and letter by letter`, () => {
      const expected = whole(shape, mode);
      for (const chunks of [shape.chunks, oneCharacterEach(shape.chunks)]) {
        const { texts, late, report } = streamed(shape, chunks, mode);
        expect(late).toEqual([]);
        expect(texts).toEqual(expected.texts);
        expect(report).toEqual(expected.report);
      }
    });
  }

  test('JSON stays JSON', () => {
    const before = joinChunks(objectsOf(shape.chunks)).texts;
    const { texts } = streamed(shape, oneCharacterEach(shape.chunks), 'mask');
    for (const [key, said] of Object.entries(shape.says)) {
      if (typeof said === 'string' || before[key] === undefined) continue;
      expect(() => JSON.parse(texts[key] ?? '')).not.toThrow();
    }
  });
});
