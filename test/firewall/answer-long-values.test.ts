/** Values that are longer than a window: masked whole, or the answer does not pass. */
import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import { type AnswerModes, createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { AnswerBlocked, AnswerUnchecked } from '../../src/firewall/answers/answer-judge.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { emptyPlaceholders } from '../../src/firewall/placeholder.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { joinChunks } from './streams/client.ts';

const inspection = (mode: AnswerModes['secrets']) =>
  createAnswerInspection({
    modes: { personal: mode, secrets: mode },
    find: (text) => inspectText(text, defaultDetectionPolicy),
    map: emptyPlaceholders(),
    own: { has: () => false },
  });

/** Letters and digits as a random generator gives them, always the same. */
function letters(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let state = 20_261_123;
  let text = '';
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    text += alphabet.charAt((state >> 8) % alphabet.length);
  }
  return text;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (length: number): string =>
  `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: '1', data: letters(length) })}.${letters(43)}`;
const key = (length: number, line: string): string =>
  `-----BEGIN RSA PRIVATE ${'KEY'}-----${line}${letters(length).replaceAll(/.{64}/g, `$&${line}`)}${line}-----END RSA PRIVATE ${'KEY'}-----`;

const VALUES: readonly (readonly [string, string])[] = [
  ['a token', token(14_000)],
  ['a token of 48 kB', token(36_000)],
  ['a token of 200 kB', token(150_000)],
  ['a key on one line', key(40_000, '')],
  ['a key', key(19_000, '\n')],
  ['a key of 60 kB', key(60_000, '\n')],
  ['an encoded page', Buffer.from('mail john.newman@elsewhere.example now '.repeat(600)).toString('base64')],
];
/** More than is read at once. */
const TOO_LONG = token(400_000);

const said = (value: string): string => `Here it is: ${value} and that is all.`;

function whole(text: string, mode: AnswerModes['secrets']): string {
  const answer: JsonObject = { choices: [{ message: { content: text } }] };
  restoreAnswer(answer, emptyPlaceholders(), { inspection: inspection(mode) });
  return (answer.choices as { message: { content: string } }[])[0]?.message.content ?? '';
}

function streamed(text: string, mode: AnswerModes['secrets'], size: number): string {
  const stream = createAnswerStream(emptyPlaceholders(), { inspection: inspection(mode) });
  const sent: JsonObject[] = [];
  const say = (delta: JsonObject, reason: string | null) =>
    sent.push(...stream.transform({ choices: [{ index: 0, delta, finish_reason: reason }] }));
  for (let at = 0; at < text.length; at += size) say({ content: text.slice(at, at + size) }, null);
  say({}, 'stop');
  sent.push(...stream.end());
  return joinChunks(sent).texts['0:content'] ?? '';
}

describe.each(VALUES)('%s', (_name, value) => {
  const masked = /^Here it is: \[(?:SECRET|EMAIL)\](?:\n?-----END RSA PRIVATE KEY-----)? and that is all\.$/;

  test('is masked whole', () => expect(whole(said(value), 'mask')).toMatch(masked));

  test('in pieces too', () => {
    for (const size of [997, 16_384]) expect(streamed(said(value), 'mask', size)).toMatch(masked);
  });

  test('in the arguments of a tool, which stay JSON', () => {
    const call = { function: { name: 'f', arguments: JSON.stringify({ a: said(value), b: 1 }) } };
    restoreAnswer({ choices: [{ message: { tool_calls: [call] } }] }, emptyPlaceholders(), {
      inspection: inspection('mask'),
    });
    const { a, b } = JSON.parse(call.function.arguments);
    expect(a).toMatch(masked);
    expect(b).toBe(1);
  });

  test('is blocked', () => expect(() => whole(said(value), 'block')).toThrow(AnswerBlocked));
});

describe('one that is too long to be read whole', () => {
  test('does not pass where it would be masked', () => {
    expect(() => whole(said(TOO_LONG), 'mask')).toThrow(AnswerUnchecked);
    expect(() => streamed(said(TOO_LONG), 'mask', 16_384)).toThrow(AnswerUnchecked);
  });

  test('is blocked', () => expect(() => whole(said(TOO_LONG), 'block')).toThrow(AnswerBlocked));

  test('passes where it is only marked', () => expect(whole(said(TOO_LONG), 'mark')).toBe(said(TOO_LONG)));
});
