import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import { PLACEHOLDER_NOTE } from '../../src/firewall/masking/mask-note.ts';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { findAll } from './mask-find.ts';

describe('the note to the model', () => {
  const masked = (messages: unknown): unknown => {
    const body = { messages: structuredClone(messages) } as JsonObject;
    maskRequest(body, findAll, { pii: 'obfuscate' });
    return body.messages;
  };

  test('ends the system prompt, as text or as a part', () => {
    expect(
      masked([
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'a@x.example' },
      ]),
    ).toEqual([
      { role: 'system', content: `Be kind.\n\n${PLACEHOLDER_NOTE}` },
      { role: 'user', content: '[EMAIL_1]' },
    ]);
    expect(
      masked([
        { role: 'developer', content: [{ type: 'text', text: 'Be kind.', cache_control: { type: 'ephemeral' } }] },
        { role: 'user', content: 'a@x.example' },
      ]),
    ).toEqual([
      {
        role: 'developer',
        content: [
          { type: 'text', text: 'Be kind.', cache_control: { type: 'ephemeral' } },
          { type: 'text', text: PLACEHOLDER_NOTE },
        ],
      },
      { role: 'user', content: '[EMAIL_1]' },
    ]);
  });

  test('is a system prompt of its own where there is none, and absent where nothing was masked', () => {
    expect(masked([{ role: 'user', content: 'a@x.example' }])).toEqual([
      { role: 'system', content: PLACEHOLDER_NOTE },
      { role: 'user', content: '[EMAIL_1]' },
    ]);
    expect(masked([{ role: 'user', content: 'hello' }])).toEqual([{ role: 'user', content: 'hello' }]);
  });

  test('of a conversation that had none stands with its first placeholder: what was sent before stays as it was', () => {
    const talk = [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'hello' },
      { role: 'assistant', content: 'hi' },
    ];
    const note = `\n\n${PLACEHOLDER_NOTE}`;
    expect(
      masked([...talk, { role: 'user', content: 'a@x.example' }, { role: 'user', content: 'b@x.example' }]),
    ).toEqual([...talk, { role: 'user', content: `[EMAIL_1]${note}` }, { role: 'user', content: '[EMAIL_2]' }]);
    const call = { role: 'assistant', content: null, tool_calls: [] };
    expect(masked([...talk, call, { role: 'tool', tool_call_id: 'c', content: 'a@x.example' }])).toEqual([
      ...talk,
      call,
      { role: 'tool', tool_call_id: 'c', content: `[EMAIL_1]${note}` },
    ]);
    expect(
      masked([...talk, { role: 'assistant', content: 'a@x.example' }, { role: 'user', content: 'hello' }]),
    ).toEqual([...talk, { role: 'assistant', content: '[EMAIL_1]' }, { role: 'user', content: `hello${note}` }]);
    expect(masked([...talk, { role: 'assistant', content: 'a@x.example' }])).toEqual([
      talk[0],
      { role: 'user', content: `hello${note}` },
      talk[2],
      { role: 'assistant', content: '[EMAIL_1]' },
    ]);
  });

  test('is absent where the model is shown no placeholder, and in the system prompt where a tool has one', () => {
    const messages = [{ role: 'user', content: 'hello' }];
    const unseen = {
      messages: structuredClone(messages),
      user: 'a@x.example',
      metadata: { to: 'a@x.example' },
    } as JsonObject;
    maskRequest(unseen, findAll, { pii: 'obfuscate' });
    expect(unseen).toEqual({ messages, user: '[EMAIL_1]', metadata: { to: '[EMAIL_1]' } });
    const tools = [{ type: 'function', function: { name: 'f', description: 'a@x.example' } }];
    const seen = { messages: structuredClone(messages), tools } as JsonObject;
    maskRequest(seen, findAll, { pii: 'obfuscate' });
    expect(seen.messages).toEqual([{ role: 'system', content: PLACEHOLDER_NOTE }, ...messages]);
  });
});
