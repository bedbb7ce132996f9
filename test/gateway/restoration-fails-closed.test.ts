/** Whatever fails on the way in or on the way back, nothing passes unchecked and no tool runs with placeholders for values. */
import { afterAll, afterEach, beforeAll, describe, expect, spyOn, test } from 'bun:test';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import type { DetectionPolicy } from '../../src/firewall/policy.ts';
import { createRestorer } from '../../src/firewall/restoring/restorer.ts';
import type { Inspector } from '../../src/request-path/inspector.ts';
import { maskOne } from '../firewall/restore-arbitraries.ts';
import {
  chunk,
  completion,
  DONE,
  streamedAnswer,
  streamText,
  USAGE_CHUNK,
  wholeAnswer,
} from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';

const VALUE = 'anna.smith@corp.test';
const QUESTION = chat(`I am ${VALUE}`, { pii: 'obfuscate' });

/** So long that only a detector that stalls meets it. */
const DEADLINE_MS = 600_000;
const now = performance.now.bind(performance);
let stalledMs = 0;
const clock = spyOn(performance, 'now').mockImplementation(() => now() + stalledMs);

let running: RunningGateway;
let usual: Inspector['find'];
beforeAll(async () => {
  running = await startGateway({
    workspace: { answers: { personal: 'mark' } },
    config: { firewall: { deadlineMs: DEADLINE_MS } },
  });
  usual = running.gateway.inspector.find;
});
afterAll(async () => {
  await running.stop();
  clock.mockRestore();
});
afterEach(() => {
  use(usual);
  restorers.replace = realReplace;
});

/** The seam between the request path and the detectors. */
function use(find: Inspector['find']): void {
  (running.gateway.inspector as { find: Inspector['find'] }).find = find;
}

const { map: ISSUED } = maskOne({
  text: 'x',
  findings: [{ start: 0, end: 1, kind: 'PERSON', type: 'PERSON', score: 1, tier: 'T0' }],
});
/** Where a value takes the place of a placeholder: one class restores every field of every answer. */
const restorers = Object.getPrototypeOf(createRestorer(ISSUED)) as { replace(...of: unknown[]): string };
const realReplace = restorers.replace;
function failRestoring(from = 1): void {
  let times = 0;
  restorers.replace = function replace(...of: unknown[]) {
    if (++times >= from) throw new RangeError('the map is broken');
    return realReplace.apply(this, of);
  };
}

const isAnswer = (text: string): boolean => text.startsWith('MODEL');
const throws: Inspector['find'] = () => {
  throw new TypeError('this detector is broken');
};
/** Takes its time: when its caller looks at the clock, the deadline is over. */
const stalls: Inspector['find'] = (text: string, policy: DetectionPolicy) => {
  stalledMs += 2 * DEADLINE_MS;
  return inspectText(text, policy);
};
const onAnswers =
  (find: Inspector['find']): Inspector['find'] =>
  (text, policy) =>
    isAnswer(text) ? find(text, policy) : usual(text, policy);

const auditNow = async () => {
  const [row] = await running.audit();
  return { ...row, details: JSON.parse(row?.details ?? '{}') };
};
const toolCall = { id: 'call_1', type: 'function', function: { name: 'send', arguments: '{"to":"[EMAIL_1]"}' } };
const toolDeltas = [
  chunk({ role: 'assistant', content: 'MODEL says ' }),
  chunk({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'send', arguments: '' } }] }),
  chunk({ tool_calls: [{ index: 0, function: { arguments: '{"to":"[EMA' } }] }),
  chunk({ tool_calls: [{ index: 0, function: { arguments: 'IL_1]"}' } }] }),
  chunk({}, 'tool_calls'),
  USAGE_CHUNK,
  DONE,
];

describe('inspecting a request', () => {
  test.each([
    ['throws', throws],
    ['stalls', stalls],
  ] as const)('a detector that %s refuses it, and nothing is sent', async (_name, find) => {
    const before = running.provider.received.length;
    use(find);
    const response = await running.post(QUESTION);
    expect(response.status).toBe(503);
    expect(JSON.parse(await response.text()).error).toMatchObject({
      code: 'firewall_unavailable',
      type: 'server_error',
    });
    expect(running.provider.received.length).toBe(before);
    expect(await auditNow()).toMatchObject({ status: 503, verdict: 'error', error_code: 'firewall_unavailable' });
  });
});

describe('inspecting an answer', () => {
  test.each([
    ['throws', throws],
    ['stalls', stalls],
  ] as const)('a detector that %s: a whole answer is not delivered', async (_name, find) => {
    use(onAnswers(find));
    running.provider.answerWith(() => wholeAnswer('MODEL says hello'));
    const response = await running.post(QUESTION);
    expect(response.status).toBe(503);
    expect(response.headers.get('x-should-retry')).toBe('false');
    const text = await response.text();
    expect(JSON.parse(text).error).toMatchObject({
      code: 'firewall_unavailable',
      message: 'The answer could not be checked, so it was not delivered.',
    });
    expect(text).not.toContain('hello');
    expect(await auditNow()).toMatchObject({
      status: 503,
      verdict: 'error',
      error_code: 'firewall_unavailable',
      input_tokens: 11,
    });
  });

  test.each([
    ['throws', throws],
    ['stalls', stalls],
  ] as const)('a detector that %s: a stream ends with an error frame', async (_name, find) => {
    use(onAnswers(find));
    running.provider.answerWith(() => streamText('MODEL says hello'));
    const events = await eventsOf(await running.post({ ...QUESTION, stream: true }));
    expect(JSON.parse(events.at(-1) ?? '').error).toMatchObject({ code: 'firewall_unavailable', type: 'server_error' });
    expect(events.join('')).not.toContain('"finish_reason":"stop"');
    expect(await auditNow()).toMatchObject({ status: 200, verdict: 'error', error_code: 'firewall_unavailable' });
  });
});

describe('restoring text', () => {
  test('that fails leaves the whole answer masked, and says so', async () => {
    running.provider.answerWith(() => {
      failRestoring();
      return wholeAnswer('MODEL says [EMAIL_1]!');
    });
    const response = await running.post(QUESTION);
    restorers.replace = realReplace;
    expect(response.status).toBe(200);
    expect(response.headers.get('x-onefirewall-restore')).toBe('failed');
    const text = await response.text();
    expect(text).toContain('MODEL says [EMAIL_1]!');
    expect(text).not.toContain(VALUE);
    expect(await auditNow()).toMatchObject({ status: 200, details: { restoreFailed: true } });
  });

  test('that fails in mid-stream leaves the rest masked and loses no character', async () => {
    for (const size of [1, 2, 5, 100]) {
      running.provider.answerWith(() => {
        failRestoring(2);
        return streamText('MODEL says [EMAIL_1], again [EMAIL_1], and [EMAIL_1].', size);
      });
      const text = await (await running.post({ ...QUESTION, stream: true })).text();
      restorers.replace = realReplace;
      const events = await eventsOf(new Response(text));
      // What came in one piece with the failure stays masked whole.
      const first = size === 100 ? '[EMAIL_1]' : VALUE;
      expect(contentOf(events)).toBe(`MODEL says ${first}, again [EMAIL_1], and [EMAIL_1].`);
      expect(events.at(-1)).toBe('[DONE]');
      expect(text).toContain(' restore=failed ');
      expect(await auditNow()).toMatchObject({ status: 200, error_code: null, details: { restoreFailed: true } });
    }
  });
});

describe('restoring a call of a tool', () => {
  test('that fails refuses the whole answer', async () => {
    running.provider.answerWith(() => {
      failRestoring();
      return Response.json(completion({ content: 'MODEL says', tool_calls: [toolCall] }, 'tool_calls'));
    });
    const response = await running.post(QUESTION);
    restorers.replace = realReplace;
    expect(response.status).toBe(503);
    expect(response.headers.get('x-should-retry')).toBe('false');
    expect(response.headers.get('x-onefirewall-restore')).toBe('failed');
    const text = await response.text();
    expect(JSON.parse(text).error).toMatchObject({ code: 'restoration_failed', type: 'server_error' });
    expect(text).not.toContain('send');
    expect(await auditNow()).toMatchObject({
      status: 503,
      verdict: 'error',
      error_code: 'restoration_failed',
      input_tokens: 11,
      details: { restoreFailed: true },
    });
  });

  test('that fails ends the stream with an error frame', async () => {
    running.provider.answerWith(() => {
      failRestoring();
      return streamedAnswer(toolDeltas);
    });
    const text = await (await running.post({ ...QUESTION, stream: true })).text();
    restorers.replace = realReplace;
    const events = await eventsOf(new Response(text));
    expect(JSON.parse(events.at(-1) ?? '').error).toMatchObject({ code: 'restoration_failed', type: 'server_error' });
    expect(text).not.toContain('EMAIL_1]\\"');
    expect(text).not.toContain('"finish_reason":"tool_calls"');
    expect(await auditNow()).toMatchObject({
      verdict: 'error',
      error_code: 'restoration_failed',
      details: { restoreFailed: true },
    });
  });

  test('after a text could not be restored refuses the call too', async () => {
    running.provider.answerWith(() => {
      failRestoring();
      return streamedAnswer([chunk({ content: 'MODEL says [EMAIL_1]. ' }), ...toolDeltas.slice(1)]);
    });
    const text = await (await running.post({ ...QUESTION, stream: true })).text();
    restorers.replace = realReplace;
    const events = await eventsOf(new Response(text));
    expect(contentOf(events.slice(0, -1))).toContain('MODEL says [EMAIL_1].');
    expect(JSON.parse(events.at(-1) ?? '').error.code).toBe('restoration_failed');
  });
});
