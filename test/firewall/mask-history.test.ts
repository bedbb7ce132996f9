/** A conversation that is sent again with every turn keeps the bytes it had: a provider's prompt cache goes on, and old placeholders stay valid. */
import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/chat/json.ts';
import type { Finding } from '../../src/firewall/finding.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { PLACEHOLDER_NOTE } from '../../src/firewall/masking/mask-note.ts';
import { maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { type Planted, planted } from './conversations.ts';

const known = new Map<string, readonly Finding[]>();
const find = (text: string): readonly Finding[] => {
  const before = known.get(text) ?? inspectText(text, defaultDetectionPolicy);
  known.set(text, before);
  return before;
};

const TURNS = 50;
const WORDS = [
  'The weather is fine.',
  'Go on, please.',
  'See [EMAIL_2] or (PERSON_1).',
  'Use EMAIL_1 there.',
  'That makes 3 of 4.',
  '😀 שלום.',
];

interface Turn {
  readonly value: Planted | undefined;
  readonly words: string;
  readonly tool: boolean;
  readonly encoded: boolean;
}

const turn: fc.Arbitrary<Turn> = fc
  .record({
    value: fc.option(planted, { nil: undefined, freq: 3 }),
    words: fc.constantFrom(...WORDS),
    tool: fc.boolean(),
    encoded: fc.boolean(),
  })
  .filter(isFoundWhole);

/** What is found in part in one turn and whole only in a later one changes its old bytes once, as it must: it would have leaked. */
function isFoundWhole({ value, words }: Turn): boolean {
  if (value === undefined) return true;
  const text = `${words} ${value.told}\n`;
  const start = text.indexOf(value.value);
  return find(text).some((finding) => finding.start <= start && finding.end >= start + value.value.length);
}

/** What the caller adds: a question, at times the model's tool call and its result, and the answer that came before. */
function messagesOf({ value, words, tool, encoded }: Turn, index: number): JsonValue[] {
  const told = value === undefined ? words : `${words} ${value.told}`;
  const again = value === undefined ? words : encoded ? encodeURIComponent(value.value) : value.value;
  const asked: JsonValue[] = [{ role: 'user', content: `${told}\n` }];
  if (!tool) return [...asked, { role: 'assistant', content: `I see: ${told}\n` }];
  const call = { name: 'look_up', arguments: JSON.stringify({ of: told, raw: { again } }) };
  return [
    ...asked,
    { role: 'assistant', content: null, tool_calls: [{ id: `call_${index}`, type: 'function', function: call }] },
    { role: 'tool', tool_call_id: `call_${index}`, content: JSON.stringify({ rows: [told, again] }) },
    { role: 'assistant', content: [{ type: 'text', text: `Done. ${again}\n` }] },
  ];
}

const system: JsonValue = { role: 'system', content: 'Be brief.\n' };

/** A tool that names a value: it stands behind the messages in the body, and in front of them for the model. */
const toolWith = ({ told }: Planted): JsonValue => ({
  type: 'function',
  function: { name: 'look_up', description: told, parameters: { type: 'object', properties: {} } },
});

describe('a conversation of fifty turns', () => {
  test.each([
    ['with a system prompt', [system], false],
    ['without one', [], false],
    ['with a value in a tool', [system], true],
  ])('%s: every request begins with the bytes of the one before', (_name, front, withTool) => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: TURNS, maxLength: TURNS }), planted, (turns, inTool) => {
        const history: JsonValue[] = [...front];
        let before: string[] = [];
        let tools = '';
        turns.forEach((each, index) => {
          const added = messagesOf(each, index);
          // A request ends with what the model is to answer.
          for (let end = 1; end < added.length; end++) {
            const asks = (added[end] as JsonObject).role === 'assistant';
            if (!asks) continue;
            const body: JsonObject = {
              model: 'm',
              messages: structuredClone([...history, ...added.slice(0, end)]),
              ...(withTool ? { tools: [toolWith(inTool)] } : {}),
              // Another one in every turn.
              metadata: { request: `Please write to turn${index}@corp.test today.` },
            };
            maskRequest(body, find, { pii: 'obfuscate' });
            const messages = (body.messages as JsonValue[]).map((message) => JSON.stringify(message));
            expect(messages.slice(0, before.length)).toEqual(before);
            before = messages;
            const masked = JSON.stringify(body.tools) ?? '';
            if (tools !== '') expect(masked).toBe(tools);
            tools = masked;
            const notes = messages.join('\n').split(PLACEHOLDER_NOTE).length - 1;
            expect(notes).toBeLessThan(2);
          }
          history.push(...added);
        });
        expect(before.join('\n')).toContain(PLACEHOLDER_NOTE);
      }),
      { numRuns: 3 },
    );
  });
});
