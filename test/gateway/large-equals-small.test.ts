/** A worker makes of a request what the main thread would make of it. */
import { afterAll, describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { expandRequest, printRequest } from '../../src/chat/deferred-json.ts';
import type { JsonObject } from '../../src/chat/json.ts';
import { applyQuirks, quirksFor } from '../../src/providers/openai-compatible/quirks.ts';
import { createInspector } from '../../src/request-path/inspector.ts';
import { type MaskOrder, maskDocument, prepareDocument } from '../../src/request-path/mask-document.ts';
import { receiveChatBytes } from '../../src/request-path/receive.ts';
import { policyOf } from '../../src/request-path/workspace-policy.ts';
import type { WorkspaceEntry } from '../../src/workspace/workspace-directory.ts';

const inspector = createInspector({
  deadlineMs: 20_000,
  cacheMb: 1,
  external: { onnx: undefined, analyzer: undefined },
});
afterAll(() => inspector.close());

const policy = policyOf({ settings: { detection: { secrets: { mode: 'mask' } } } } as unknown as WorkspaceEntry);
const order: MaskOrder = {
  pii: 'obfuscate',
  persona: 'You are the desk of boss@corp.test.',
  secrets: 'mask',
  unreadable: 'allow',
  notice: true,
};
const never = new AbortController().signal;
const quirks = quirksFor('http://localhost/v1', { developerRole: 'system', maxTokensField: 'max_tokens' });

/** The request as it would leave, by either way, with its placeholders. */
async function bothWays(json: string, { pii = order.pii }: Partial<MaskOrder> = {}) {
  const request = receiveChatBytes(new TextEncoder().encode(json));
  const body = prepareDocument(request, order.persona);
  const here = maskDocument(
    body,
    body === request.body ? 0 : 1,
    { ...order, pii },
    { find: (text) => inspector.find(text, pii === 'disabled' ? policy.secretsOnly : policy.full) },
  );
  const document = await inspector.pool.open(new TextEncoder().encode(json), never);
  const there = await document.mask({ ...order, pii }, policy);
  return { here, there };
}

const left = async (body: Readonly<JsonObject>, ...[stream = false]: boolean[]): Promise<unknown> => {
  const printed = printRequest(applyQuirks(body, quirks, { model: 'm', stream, webSearch: true }));
  return JSON.parse(typeof printed === 'string' ? printed : await printed.text());
};

async function expectSame(json: string, more: Partial<MaskOrder> = {}): Promise<void> {
  const { here, there } = await bothWays(json, more);
  expect(there.report).toEqual(here.report);
  // What is refused stays in the worker.
  if (there.report.refusal !== undefined) return;
  expect(await left(there.body)).toEqual(await left(here.body));
  expect(await left(there.body, true)).toEqual(await left(here.body, true));
  expect(JSON.stringify(expandRequest(there.body).messages)).toBe(JSON.stringify(here.body.messages));
  expect([...there.placeholders.values]).toEqual([...here.placeholders.values]);
  expect([...there.placeholders.destinations]).toEqual([...here.placeholders.destinations]);
}

const message = fc.record({
  role: fc.constantFrom('system', 'developer', 'user', 'assistant'),
  content: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Write to a.b@corp.test', 'see <https://corp.test/a> [EMAIL_1]', '\ud800 lone', ''),
    fc.array(fc.record({ type: fc.constant('text'), text: fc.string() })),
  ),
});
const request = fc
  .record({
    messages: fc.array(message, { minLength: 1, maxLength: 5 }),
    extra: fc.dictionary(
      fc.oneof(
        fc.string({ maxLength: 5 }),
        fc.constantFrom('', 'tools', 'plugins', 'response_format', 'max_completion_tokens'),
      ),
      fc.jsonValue({ maxDepth: 3 }),
    ),
  })
  .map(({ messages, extra }) => {
    const {
      pii: _pii,
      system: _system,
      web_search: _search,
      stream: _stream,
      stream_options: _options,
      ...rest
    } = extra;
    return JSON.stringify({ ...rest, model: 'my-team', messages });
  });

describe('a worker and the main thread', () => {
  test('make the same of any request', async () => {
    await fc.assert(
      fc.asyncProperty(request, (json) => expectSame(json)),
      { numRuns: 150 },
    );
  });

  const pad = 'And so on, with nothing in it. '.repeat(200);
  test.each([
    [
      'values of 5000 characters in every field',
      JSON.stringify({
        model: 'm',
        messages: [{ role: 'user', content: `a@corp.test ${pad}` }],
        response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { description: pad } } },
        plugins: [pad],
        user: pad,
        '': pad,
      }),
    ],
    [
      'numbers as they are spelled',
      `{"model":"m","seed":12345678901234567890,"temperature":1.50,"messages":[{"role":"user","content":"hi","n":1.0}],"pad":${JSON.stringify(pad)}}`,
    ],
    [
      'a name that is no name',
      `{"model":"m","__proto__":{"a":"b@corp.test"},"messages":[{"role":"user","content":"hi","__proto__":"c@corp.test"}]}`,
    ],
    [
      'thousands of values',
      JSON.stringify({
        model: 'm',
        messages: [
          {
            role: 'user',
            content: Array.from({ length: 3000 }, (_unused, i) => `u${i}@corp.test https://h${i}.test/`).join(' '),
          },
        ],
      }),
    ],
    [
      'a refusal',
      JSON.stringify({ model: 'm', messages: [{ role: 'user', content: [{ type: 'hologram', text: 'x' }] }] }),
    ],
  ])('make the same of %s', async (_name, json) => {
    await expectSame(json);
    await expectSame(json, { pii: 'disabled' });
    await expectSame(json, { pii: 'block' });
  });
});
