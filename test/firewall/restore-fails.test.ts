import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import { createNumbering } from '../../src/firewall/placeholder.ts';
import { restoreAnswer, restoreSteps } from '../../src/firewall/restoring/restore.ts';
import { noTally, RestorationFailed } from '../../src/firewall/restoring/restore-field.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';

const numbering = createNumbering();
numbering.personal('EMAIL', 'ann@corp.example');
numbering.finish();
const { map } = numbering;

const message = (more: JsonObject): JsonObject => ({ choices: [{ index: 0, message: more }] });
const chunk = (delta: JsonObject): JsonObject => ({ choices: [{ index: 0, delta, finish_reason: null }] });
const call = (args: string): JsonObject => ({
  tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'send', arguments: args } }],
});

describe('when the time is over', () => {
  test('text stays masked, and it is said', () => {
    const tally = noTally();
    const answer = message({ content: 'for [EMAIL_1]', refusal: 'not for [EMAIL_1]' });
    expect(restoreAnswer(structuredClone(answer), map, { tally, expired: () => true })).toEqual(answer);
    expect(tally.failed).toBe(true);
  });

  test('a call of a tool is refused, and the answer is as it was', () => {
    const tally = noTally();
    const answer = message({ content: 'for [EMAIL_1]', ...call('{"to":"[EMAIL_1]"}') });
    const before = structuredClone(answer);
    expect(() => restoreAnswer(answer, map, { tally, expired: () => true })).toThrow(RestorationFailed);
    expect(answer).toEqual(before);
    expect(tally.failed).toBe(true);
  });

  test('between two steps of a whole answer: nothing is half restored', () => {
    let over = false;
    const tally = noTally();
    const long = `${'[EMAIL_1] and more words. '.repeat(1000)}end`;
    const answer = message({ content: long });
    const steps = restoreSteps(answer, map, { tally, expired: () => over });
    steps.next();
    steps.next();
    over = true;
    while (steps.next().done !== true);
    const { content } = (answer.choices as { message: { content: string } }[])[0]?.message ?? { content: '' };
    expect(content.replaceAll('ann@corp.example', '[EMAIL_1]')).toBe(long);
    expect(content).toEndWith('[EMAIL_1] and more words. end');
    expect(tally.failed).toBe(true);
  });

  test('in a stream: what was held is not lost, later text is masked, a call is refused', () => {
    let over = false;
    const tally = noTally();
    const stream = createAnswerStream(map, { tally, expired: () => over });
    const said = (delta: JsonObject): string =>
      stream
        .transform(chunk(delta))
        .map((each) => (each.choices as { delta: { content?: string } }[])[0]?.delta.content ?? '')
        .join('');
    expect(said({ content: 'for [EMAIL_1] and [EMA' })).toBe('for ann@corp.example and ');
    over = true;
    expect(said({ content: 'IL_1] too' })).toBe('[EMAIL_1] too');
    over = false;
    expect(said({ content: ' [EMAIL_1]' })).toBe(' [EMAIL_1]');
    expect(() => stream.transform(chunk(call('{"to":"x"}')))).toThrow(RestorationFailed);
    expect(tally.failed).toBe(true);
  });
});

test('a call that gets no values cannot fail for want of them', () => {
  const tally = noTally();
  const answer = message(call('{"to":"[EMAIL_1]"}'));
  restoreAnswer(answer, map, { tally, expired: () => true, withoutTools: ['send'] });
  expect(JSON.stringify(answer)).toContain('[EMAIL_1]');
  expect(tally.tools.restored).toBe(1);
});
