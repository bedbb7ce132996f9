/** What the model itself produced is found, on the real path: whole and streamed, in text and in calls of tools. */
import { afterAll, describe, expect, spyOn, test } from 'bun:test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceSettings } from '../../src/contract/workspace.ts';
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
import { waitUntil } from '../support/wait-until.ts';

const KEY = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');
const SAID = `You are ann@corp.test. Ask bob.miller@else.example, or use ${KEY} for it.`;

const running: RunningGateway[] = [];
afterAll(() => Promise.all(running.map((gateway) => gateway.stop())));

async function gatewayWith(answers: Partial<WorkspaceSettings['answers']>): Promise<RunningGateway> {
  const gateway = await startGateway({ workspace: { answers } });
  running.push(gateway);
  return gateway;
}

interface Answer {
  choices: { message: { content: string; tool_calls: { function: { arguments: string } }[] } }[];
}
const contentIn = async (response: Response) => ((await response.json()) as Answer).choices[0]?.message.content;
const detailsOf = async (gateway: RunningGateway) => JSON.parse((await gateway.audit())[0]?.details ?? '{}');

describe('off', () => {
  test('is the default: answers pass unread', async () => {
    const gateway = await gatewayWith({});
    gateway.provider.answerWith(() => wholeAnswer(SAID));
    const response = await gateway.post(chat('who am I? ann@corp.test'));
    expect(await contentIn(response)).toBe(SAID);
    expect(response.headers.get('x-onefirewall-answer')).toBeNull();
    expect(await detailsOf(gateway)).not.toHaveProperty('answer');
  });
});

describe('mark', () => {
  test('lets the answer pass and counts: header, comment, audit record', async () => {
    const gateway = await gatewayWith({ personal: 'mark', secrets: 'mark' });
    gateway.provider.answerWith(() => wholeAnswer(SAID));
    const response = await gateway.post(chat('who am I? ann@corp.test'));
    expect(await contentIn(response)).toBe(SAID);
    expect(response.headers.get('x-onefirewall-answer')).toBe('mark; email=1, secret=1');
    expect(await detailsOf(gateway)).toMatchObject({ answer: { verdict: 'mark', kinds: { EMAIL: 1, SECRET: 1 } } });
    expect((await gateway.audit())[0]?.verdict).toBe('allow');

    gateway.provider.answerWith(() => streamText(SAID));
    const streamed = await gateway.post(chat('who am I? ann@corp.test', { stream: true }));
    const text = await streamed.text();
    expect(text).toContain(' answer=mark answer.email=1 answer.secret=1 ');
    expect(contentOf(await eventsOf(new Response(text)))).toBe(SAID);
    expect(await detailsOf(gateway)).toMatchObject({ answer: { verdict: 'mark', kinds: { EMAIL: 1, SECRET: 1 } } });
  });

  test('is counted in the metrics', async () => {
    const gateway = await gatewayWith({ personal: 'mark' });
    gateway.provider.answerWith(() => wholeAnswer(SAID));
    await gateway.post(chat('who am I?'));
    await gateway.audit();
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('onefirewall_answer_findings_total{kind="EMAIL",verdict="mark"} 2\n');
  });

  test('an answer without any is called clean', async () => {
    const gateway = await gatewayWith({ personal: 'mark' });
    gateway.provider.answerWith(() => wholeAnswer('Nothing of the kind.'));
    const response = await gateway.post(chat('hi'));
    expect(response.headers.get('x-onefirewall-answer')).toBe('clean');
    expect(await detailsOf(gateway)).not.toHaveProperty('answer');
  });
});

describe('mask', () => {
  test('whole and streamed, with pii disabled and obfuscate', async () => {
    const gateway = await gatewayWith({ personal: 'mask', secrets: 'mask' });
    const expected = 'You are ann@corp.test. Ask [EMAIL], or use [SECRET] for it.';
    for (const pii of ['disabled', 'obfuscate']) {
      const said = pii === 'disabled' ? SAID : SAID.replace('ann@corp.test', '[EMAIL_1]');
      gateway.provider.answerWith(() => wholeAnswer(said));
      const whole = await gateway.post(chat('who am I? ann@corp.test', { pii }));
      expect(await contentIn(whole)).toBe(expected);
      expect(whole.headers.get('x-onefirewall-answer')).toBe('mask; email=1, secret=1');
      for (const size of [1, 3, 40]) {
        gateway.provider.answerWith(() => streamText(said, size));
        const streamed = await gateway.post(chat('who am I? ann@corp.test', { pii, stream: true }));
        const text = await streamed.text();
        expect(text).not.toContain('bob.miller');
        const events = await eventsOf(new Response(text));
        expect(contentOf(events)).toBe(expected);
        expect(events.at(-1)).toBe('[DONE]');
        const finish = events.findIndex((event) => event.includes('"finish_reason":"stop"'));
        expect(events.slice(finish + 1).some((event) => event.includes('"content"'))).toBe(false);
      }
      expect((await gateway.audit())[0]).toMatchObject({ verdict: 'mask', status: 200 });
    }
  });

  test('calls of tools stay JSON, streamed letter by letter', async () => {
    const gateway = await gatewayWith({ personal: 'mask' });
    const args = JSON.stringify({
      to: 'bob.miller@else.example',
      phone: 2125550199,
      why: 'he "said"\nso',
      nested: [{ a: 1 }],
    });
    const expected = { to: '[EMAIL]', phone: '[PHONE]', why: 'he "said"\nso', nested: [{ a: 1 }] };
    const call = { id: 'call_1', type: 'function', function: { name: 'send', arguments: args } };
    gateway.provider.answerWith(() => Response.json(completion({ content: null, tool_calls: [call] }, 'tool_calls')));
    const whole = (await (await gateway.post(chat('write to him'))).json()) as Answer;
    expect(JSON.parse(whole.choices[0]?.message.tool_calls[0]?.function.arguments ?? '')).toEqual(expected);
    const deltas = Array.from(args, (letter) => chunk({ tool_calls: [{ index: 0, function: { arguments: letter } }] }));
    const first = chunk({
      tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'send', arguments: '' } }],
    });
    gateway.provider.answerWith(() => streamedAnswer([first, ...deltas, chunk({}, 'tool_calls'), USAGE_CHUNK, DONE]));
    const events = await eventsOf(await gateway.post(chat('write to him', { stream: true })));
    const streamed = events
      .filter((event) => event !== '[DONE]')
      .map((event) => JSON.parse(event).choices?.[0]?.delta?.tool_calls?.[0]?.function?.arguments ?? '')
      .join('');
    expect(JSON.parse(streamed)).toEqual(expected);
  });

  test('what some providers repeat beside their deltas does not pass unread', async () => {
    const gateway = await gatewayWith({ personal: 'mask' });
    const withMessage = (delta: object, content: string) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, message: { role: 'assistant', content }, finish_reason: null }] })}\n\n`;
    gateway.provider.answerWith(() =>
      streamedAnswer([
        withMessage({ content: 'Ask bob.miller' }, 'Ask bob.miller'),
        withMessage({ content: '@else.example.' }, 'Ask bob.miller@else.example.'),
        chunk({}, 'stop'),
        DONE,
      ]),
    );
    const text = await (await gateway.post(chat('who?', { stream: true }))).text();
    expect(text).not.toContain('bob.miller');
    expect(contentOf(await eventsOf(new Response(text)))).toBe('Ask [EMAIL].');
  });

  test('a provider that gives a whole answer to a stream', async () => {
    const gateway = await gatewayWith({ personal: 'mask' });
    gateway.provider.answerWith(() => wholeAnswer('Ask bob.miller@else.example.'));
    const response = await gateway.post(chat('who?', { stream: true }));
    expect(response.headers.get('x-onefirewall-answer')).toBe('mask; email=1');
    const text = await response.text();
    expect(contentOf(await eventsOf(new Response(text)))).toBe('Ask [EMAIL].');
    expect(text).toMatch(/: onefirewall [^\n]*answer=mask answer\.email=1[^\n]*\n\ndata: \[DONE\]\n\n$/);
  });
});

describe('block', () => {
  test('a whole answer is refused with the kinds and never a value', async () => {
    const gateway = await gatewayWith({ personal: 'block', secrets: 'block' });
    gateway.provider.answerWith(() => wholeAnswer(SAID));
    const response = await gateway.post(chat('who am I? ann@corp.test'));
    expect(response.status).toBe(400);
    expect(response.headers.get('x-onefirewall-answer')).toBe('block; email=1');
    expect(response.headers.get('x-onefirewall-pii')).toBe('disabled');
    const text = await response.text();
    expect(JSON.parse(text).error).toMatchObject({
      code: 'answer_blocked',
      type: 'invalid_request_error',
      param: null,
    });
    expect(text).toContain('EMAIL (1)');
    expect(text).not.toContain('bob');
    expect((await gateway.audit())[0]).toMatchObject({
      status: 400,
      verdict: 'block',
      error_code: 'answer_blocked',
      input_tokens: 11,
      provider: 'lab',
    });
    expect(await detailsOf(gateway)).toMatchObject({ answer: { verdict: 'block', kinds: { EMAIL: 1 } } });
  });

  test('a stream ends with a typed error frame and no [DONE]', async () => {
    const gateway = await gatewayWith({ personal: 'block' });
    const long = `${'This is fine so far. '.repeat(30)}Ask bob.miller@else.example. ${'And so it goes on. '.repeat(30)}`;
    for (const size of [1, 7, 5000]) {
      gateway.provider.answerWith(() => streamText(long, size));
      const text = await (await gateway.post(chat('who?', { stream: true }))).text();
      const events = await eventsOf(new Response(text));
      expect(events.at(-1)).not.toBe('[DONE]');
      expect(JSON.parse(events.at(-1) ?? '').error).toEqual({
        message: 'The model produced data that this workspace does not let through: EMAIL (1).',
        type: 'invalid_request_error',
        param: null,
        code: 'answer_blocked',
      });
      expect(text).not.toContain('bob');
      expect(text).not.toContain('"finish_reason":"stop"');
      expect(text).toContain(' answer=block answer.email=1 ');
      if (size < 100) expect(contentOf(events.slice(0, -1))).toStartWith('This is fine so far. This is fine');
      expect((await gateway.audit())[0]).toMatchObject({ status: 200, verdict: 'block', error_code: 'answer_blocked' });
    }
  });

  test('the provider is let go, however much it still has to say', async () => {
    const gateway = await gatewayWith({ personal: 'block' });
    const more = Array.from({ length: 2000 }, (_, i) => chunk({ content: `word ${i} ` }));
    gateway.provider.answerWith((_request, noteAbort) =>
      streamedAnswer(
        [chunk({ content: `bob.miller@else.example ${'and so on '.repeat(40)}` }), ...more, 60_000],
        noteAbort,
      ),
    );
    const text = await (await gateway.post(chat('who?', { stream: true }))).text();
    expect(text).toContain('answer_blocked');
    await waitUntil('the provider is let go', () => gateway.provider.aborted() > 0);
  });

  test("the caller's own values pass, those of a large request too", async () => {
    const gateway = await gatewayWith({ personal: 'block' });
    const large = `${'Some words of a long story that goes on. '.repeat(2000)} I am bob.miller@else.example.`;
    gateway.provider.answerWith(() => wholeAnswer('You are bob.miller@else.example.'));
    expect((await gateway.post(chat(large))).status).toBe(200);
    expect((await gateway.post(chat('I am Bob.Miller@else.example'))).status).toBe(200);
    expect((await gateway.post(chat(large.replace('bob', 'rob')))).status).toBe(400);
  });
});

describe('an answer of no known shape', () => {
  const MINE = ['ann', 'corp.test'].join('@');
  const said = `[EMAIL_1] and bob.miller@else.example`;
  for (const [title, choices] of [
    ['choices that are no list', { 0: { message: { content: said } } }],
    ['a choice that is no object', [said]],
    ['a message that is a text', [{ index: 0, message: said, finish_reason: 'stop' }]],
    ['a message that is a list', [{ index: 0, message: [{ content: said }], finish_reason: 'stop' }]],
  ] as const) {
    test(`${title}: is read and restored all the same`, async () => {
      const gateway = await gatewayWith({ personal: 'mask' });
      gateway.provider.answerWith(() => Response.json({ id: 'a', object: 'chat.completion', choices }));
      const response = await gateway.post(chat(`I am ${MINE}`, { pii: 'obfuscate' }));
      expect(await response.text()).toContain(`${MINE} and [EMAIL]`);
      expect(response.headers.get('x-onefirewall-answer')).toBe('mask; email=1');
    });
  }

  for (const delta of [said, [{ content: said }]]) {
    test(`a delta that is ${Array.isArray(delta) ? 'a list' : 'a text'}`, async () => {
      const gateway = await gatewayWith({ personal: 'mask' });
      const odd = `data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`;
      gateway.provider.answerWith(() => streamedAnswer([odd, chunk({}, 'stop'), DONE]));
      const response = await gateway.post(chat(`I am ${MINE}`, { pii: 'obfuscate', stream: true }));
      expect(await response.text()).toContain(`${MINE} and [EMAIL]`);
    });
  }
});

test('nothing of what was found is written down', async () => {
  const files = running.flatMap(({ folder }) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.some((file) => file.includes('.db'))).toBe(true);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const value of ['bob.miller', KEY, '2125550199']) expect(bytes.includes(value)).toBe(false);
  }
});

describe('large answers', () => {
  test('are read in turns: others are answered meanwhile', async () => {
    const gateway = await startGateway({
      workspace: { answers: { personal: 'mask' } },
      config: { firewall: { deadlineMs: 600_000 } },
    });
    running.push(gateway);
    const story = Array.from({ length: 12_000 }, (_, i) => `The quick brown fox jumps over ${i} lazy dogs. `).join('');
    const long = `${story}bob.miller@else.example`;
    gateway.provider.answerWith(() => wholeAnswer(long));
    // As slow as can be: every look at the clock takes a millisecond.
    const now = performance.now.bind(performance);
    let looks = 0;
    const clock = spyOn(performance, 'now').mockImplementation(() => now() + ++looks);
    const turns = spyOn(globalThis, 'setImmediate');
    let content: string | undefined;
    try {
      content = await contentIn(await gateway.post(chat('a long story')));
      // Read in one turn, there would be a few before it and none meanwhile.
      expect(turns.mock.calls.length).toBeGreaterThan(20);
    } finally {
      turns.mockRestore();
      clock.mockRestore();
    }
    expect(content).toEndWith('dogs. [EMAIL]');
    expect(content?.length).toBe(long.length - 'bob.miller@else.example'.length + '[EMAIL]'.length);
  });
});
