import { describe, expect, test } from 'bun:test';
import type { JsonObject } from '../../src/chat/json.ts';
import type { AnswerMode } from '../../src/contract/workspace.ts';
import { createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { AnswerUnchecked } from '../../src/firewall/answers/answer-judge.ts';
import type { Find } from '../../src/firewall/finding.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';
import { ARGUMENTS, every, inspectionFor, KEY, map, PROSE, streamed, whole } from './answer-reading.ts';

const twoPieces = (at: number) => (text: string) => (text === '' ? [] : [text.slice(0, at), text.slice(at)]);

const VALUES = [
  'bob.miller@else',
  'Brandstetter',
  'Hauptstrasse',
  KEY,
  '901820',
  'DE89',
  '2125550199',
  'müller',
  'b@c.',
  'zoe@inner',
];

describe('mask', () => {
  const masked = whole({ content: PROSE, args: ARGUMENTS }, 'mask');

  test('replaces what the model produced, restores the rest and leaves the caller his own', () => {
    const [content = '', args = ''] = masked.texts;
    for (const value of VALUES) expect(`${content}${args}`).not.toContain(value);
    expect(content).toStartWith('Dear O"Neil \\ Ann, (ann@corp.example) I found two others: [EMAIL] and [PERSON]');
    expect(content).toContain('You wrote +1 (212) 555-0142 yourself.');
    expect(content).toContain('Use this key: [SECRET] for now.');
    expect(JSON.parse(args)).toEqual({
      to: '[EMAIL]',
      who: 'O"Neil \\ Ann',
      numbers: { phone: '[PHONE]', own: '+1 212 555 0142', note: 'say "hi" \n to [EMAIL] \u00e9' },
      list: ['a', '[EMAIL]', '[SECRET]'],
      inner: '{"mail":"[EMAIL]","iban":"[IBAN]"}',
    });
    expect(masked.report?.verdict).toBe('mask');
    expect(masked.report?.kinds).toMatchObject({ SECRET: 2, IBAN: 2 });
  });

  test('gives the same for every size of pieces', () => {
    for (const size of [1, 2, 3, 5, 16, 97, 500])
      expect(streamed({ content: PROSE, args: ARGUMENTS }, 'mask', every(size))).toEqual(masked);
  });

  test('gives the same for every cut', () => {
    const wrong: number[] = [];
    for (let at = 1; at < PROSE.length; at++) {
      const cut = streamed({ content: PROSE, args: ARGUMENTS }, 'mask', twoPieces(at));
      if (!Bun.deepEquals(cut, masked)) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });

  test('holds back no more than a few hundred characters', () => {
    const text = 'The quick brown fox jumps over the lazy dog, again and again. '.repeat(40);
    const inspection = inspectionFor('mask');
    const reader = inspection.open();
    let most = 0;
    for (const letter of text) {
      reader.push(letter);
      most = Math.max(most, reader.held());
    }
    expect(most).toBeLessThan(400);
    expect(reader.flush().length).toBeLessThan(400);
  });

  test('misses no value for standing where a window ends, whatever surrounds it', () => {
    const fillers = [
      'word '.repeat(80),
      'A sentence ends here. '.repeat(20),
      'a line\n'.repeat(60),
      '你好世界'.repeat(100),
      `${'unbroken'.repeat(40)} `,
    ];
    const values = [
      'bob.miller@else.example',
      '+49 30 901820',
      'DE89 3704 0044 0532 0130 00',
      KEY,
      '4111 1111 1111 1111',
    ];
    const missed: unknown[] = [];
    for (const [i, filler] of fillers.entries())
      for (const value of values)
        for (let at = 0; at < 320; at += 3) {
          const before = `${filler.slice(0, at)} `;
          const content = `${before}${value} ${filler.slice(at)}`;
          const { texts } = whole({ content }, 'mask');
          const said = texts[0] ?? '';
          if (said.includes(value.slice(0, 8)) || said.includes(value.slice(-8)))
            missed.push([i, value.slice(0, 4), at]);
        }
    expect(missed).toEqual([]);
  });

  test('names of fields that are replaced stay different', () => {
    const args = JSON.stringify({
      'bob@else.example': 1,
      'zoe@else.example': { 'kim@else.example': 'ida@else.example' },
    });
    const said = whole({ args }, 'mask');
    expect(JSON.parse(said.texts[1] ?? '')).toEqual({ '[EMAIL]': 1, '[EMAIL] (2)': { '[EMAIL] (3)': '[EMAIL]' } });
    for (const size of [1, 3, 20]) expect(streamed({ args }, 'mask', every(size))).toEqual(said);
  });

  test('a value of many words is replaced to its end', () => {
    const long = `<<${'many words of one value '.repeat(60)}>>`;
    const findLong: Find = (text) =>
      [...text.matchAll(/<<[^>]*(?:>>)?/g)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
        kind: 'ADDRESS',
        type: 'ADDRESS',
        score: 1,
        tier: 'T0',
      }));
    const read = (text: string, size: number): string => {
      const inspection = createAnswerInspection({
        modes: { personal: 'mask', secrets: 'off' },
        find: findLong,
        map,
        own: { has: () => false },
      });
      const reader = inspection.open();
      return `${every(size)(text).map(reader.push).join('')}${reader.flush()}`;
    };
    for (const before of [0, 50, 95, 130, 223])
      for (const size of [1, 10, 5000]) {
        const filler = 'word '.repeat(50).slice(0, before);
        expect(read(`${filler}${long} and so on.`, size)).toBe(`${filler}[ADDRESS] and so on.`);
      }
  });

  test('the places of sources move with the text', () => {
    const content = 'Ask bob.miller@else.example, who is [PERSON_1], about [1] here.';
    const at = content.indexOf('[1]');
    const answer: JsonObject = {
      choices: [{ message: { content, annotations: [{ type: 'url_citation', start_index: at, end_index: at + 3 }] } }],
    };
    restoreAnswer(answer, map, { inspection: inspectionFor('mask') });
    const [choice] = answer.choices as {
      message: { content: string; annotations: { start_index: number; end_index: number }[] };
    }[];
    const { start_index, end_index } = choice?.message.annotations[0] ?? { start_index: 0, end_index: 0 };
    expect(choice?.message.content.slice(start_index, end_index)).toBe('[1]');
    expect(choice?.message.content).toStartWith('Ask [EMAIL], who is O"Neil');
  });

  test('what spans many lines is replaced whole', () => {
    const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'.match(/.{64}/)?.[0] ?? '';
    const lines = Array.from({ length: 24 }, (_, i) => body.slice(i) + body.slice(0, i)).join('\n');
    const key = `${['-----BEGIN', 'PRIVATE KEY-----'].join(' ')}\n${lines}\n${['-----END', 'PRIVATE KEY-----'].join(' ')}`;
    const text = `Here is one for your tests:\n\n${key}\n\nKeep it safe, and do not show it to anybody.`;
    const said = whole({ content: text }, 'mask');
    expect(said.texts[0]).toBe(
      'Here is one for your tests:\n\n[SECRET]\n\nKeep it safe, and do not show it to anybody.',
    );
    expect(streamed({ content: text }, 'mask', every(7))).toEqual(said);
  });
});

describe('mark', () => {
  test('changes nothing and counts the same, however it is cut', () => {
    const marked = whole({ content: PROSE, args: ARGUMENTS }, 'mark');
    expect(marked.texts[0]).toBe(whole({ content: PROSE }, 'off').texts[0] ?? '');
    expect(marked.report?.verdict).toBe('mark');
    expect(marked.report?.kinds).toMatchObject({ SECRET: 2, IBAN: 2 });
    for (const size of [1, 3, 50, 1000])
      expect(streamed({ content: PROSE, args: ARGUMENTS }, 'mark', every(size))).toEqual(marked);
  });

  test('holds nothing back', () => {
    const stream = createAnswerStream(map, { inspection: inspectionFor('mark') });
    const [chunk] = stream.transform({ choices: [{ index: 0, delta: { content: 'bob.mi' }, finish_reason: null }] });
    expect(JSON.stringify(chunk)).toContain('bob.mi');
  });
});

describe('block', () => {
  test('ends the answer where the value is, and nothing of it has left', () => {
    expect(whole({ content: PROSE }, 'block')).toMatchObject({ blocked: true, report: { verdict: 'block' } });
    for (const size of [1, 4, 64]) {
      const { texts, blocked, report } = streamed({ content: PROSE }, 'block', every(size));
      expect(blocked).toBe(true);
      expect(report).toEqual({ verdict: 'block', kinds: { EMAIL: 1 } });
      expect(texts[0]).not.toContain('bob');
    }
  });

  test('kinds have their own modes', () => {
    const inspection = inspectionFor('mark', 'mask');
    const answer: JsonObject = { choices: [{ message: { content: `bob@else.example ${KEY}` } }] };
    restoreAnswer(answer, map, { inspection });
    expect(JSON.stringify(answer)).toContain('bob@else.example [SECRET]');
    expect(inspection.report()).toEqual({ verdict: 'mask', kinds: { EMAIL: 1, SECRET: 1 } });
  });

  test('log probabilities do not spell out what is held back', () => {
    const answer: JsonObject = {
      choices: [{ message: { content: 'hi' }, logprobs: { content: [{ token: 'bob@else.example' }] } }],
    };
    expect(
      JSON.stringify(restoreAnswer(structuredClone(answer), map, { inspection: inspectionFor('mask') })),
    ).not.toContain('bob');
    expect(restoreAnswer(structuredClone(answer), map, { inspection: inspectionFor('mark') })).toEqual(answer);
  });
});

describe("the caller's own values", () => {
  test.each([
    ['an address in another case', 'Anna.Smith@Corp.example'],
    ['a name, and a part of it', 'Anna Smith, Smith'],
    ['a number in another spelling', '(212) 555-0142'],
    ['a number without the country', '212.555.0142'],
  ])('%s', (_name, text) => {
    expect(whole({ content: `I have ${text} here.` }, 'block')).toMatchObject({ blocked: false, report: undefined });
  });

  test.each([
    ['a longer address', 'xanna.smith@corp.example'],
    ['another number', '(212) 555-0143'],
  ])('%s is not one of them', (_name, text) => {
    expect(whole({ content: `I have ${text} here.` }, 'block').blocked).toBe(true);
  });

  test('values behind placeholders, when the model guesses them', () => {
    expect(whole({ content: 'Is it ann@corp.example?' }, 'block').blocked).toBe(false);
  });

  test('a placeholder is no value, and joins none', () => {
    for (const text of ['[PERSON_1]@mail.example', 'Mr [PERSON_1]', 'PERSON_1 and EMAIL_1', '{{EMAIL_1}} (EMAIL_1)'])
      expect(whole({ content: text }, 'block')).toMatchObject({ blocked: false, report: undefined });
  });
});

describe('what cannot be checked does not pass', () => {
  const failing = (fail: () => never, holds: AnswerMode) =>
    createAnswerInspection({ modes: { personal: holds, secrets: 'off' }, find: fail, map, own: { has: () => false } });

  for (const mode of ['mark', 'mask', 'block'] as const) {
    test(`${mode}: a detector that throws ends the answer`, () => {
      const fail = (): never => {
        throw new TypeError('broken');
      };
      const answer: JsonObject = { choices: [{ message: { content: 'hello' } }] };
      expect(() => restoreAnswer(answer, map, { inspection: failing(fail, mode) })).toThrow(AnswerUnchecked);
      expect(answer).toEqual({ choices: [{ message: { content: 'hello' } }] });
      const stream = createAnswerStream(map, { inspection: failing(fail, mode) });
      expect(() => {
        stream.transform({ choices: [{ index: 0, delta: { content: 'hello' }, finish_reason: null }] });
        stream.transform({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
      }).toThrow(AnswerUnchecked);
    });
  }
});
