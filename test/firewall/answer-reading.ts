import type { JsonObject } from '../../src/chat/json.ts';
import type { AnswerMode } from '../../src/contract/workspace.ts';
import { type AnswerReport, createAnswerInspection } from '../../src/firewall/answers/answer-inspection.ts';
import { AnswerBlocked } from '../../src/firewall/answers/answer-judge.ts';
import { createOwnValues } from '../../src/firewall/answers/answer-own.ts';
import type { Find } from '../../src/firewall/finding.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { createNumbering, type PlaceholderMap } from '../../src/firewall/placeholder.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { restoreAnswer } from '../../src/firewall/restoring/restore.ts';
import { createAnswerStream } from '../../src/firewall/restoring/restore-stream.ts';

const numbering = createNumbering();
numbering.personal('EMAIL', 'ann@corp.example');
numbering.personal('PERSON', 'O"Neil \\ Ann');
export const map: PlaceholderMap = numbering.map;

const QUESTION = 'Please call +1 212 555 0142, or write to Anna Smith, anna.smith@corp.example.';
export const find: Find = (text) => inspectText(text, defaultDetectionPolicy);
/** Assembled, so that this file holds no key. */
export const KEY = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');

interface Said {
  readonly texts: readonly string[];
  readonly report: AnswerReport | undefined;
  readonly blocked: boolean;
}

export const inspectionFor = (personal: AnswerMode, secrets: AnswerMode = personal, body = QUESTION) =>
  createAnswerInspection({
    modes: { personal, secrets },
    find,
    map,
    own: createOwnValues({ messages: [{ role: 'user', content: body }] }, map),
  });

interface Spoken {
  readonly content?: string;
  readonly args?: string;
}

export function whole({ content, args }: Spoken, mode: AnswerMode, body?: string): Said {
  const inspection = inspectionFor(mode, mode, body);
  const message: JsonObject = {
    ...(content === undefined ? {} : { content }),
    ...(args === undefined
      ? {}
      : { tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: args } }] }),
  };
  let blocked = false;
  try {
    restoreAnswer({ choices: [{ index: 0, message }] }, map, { inspection });
  } catch (error) {
    if (!(error instanceof AnswerBlocked)) throw error;
    blocked = true;
  }
  const calls = message.tool_calls as { function: { arguments: string } }[] | undefined;
  return {
    texts: [String(message.content ?? ''), calls?.[0]?.function.arguments ?? ''],
    report: inspection.report(),
    blocked,
  };
}

/** The same answer as deltas, cut where `cut` says. */
export function streamed({ content = '', args = '' }: Spoken, mode: AnswerMode, cut: (text: string) => string[]): Said {
  const inspection = inspectionFor(mode);
  const stream = createAnswerStream(map, { inspection });
  const texts = ['', ''];
  const chunk = (delta: JsonObject, finish: string | null = null): JsonObject => ({
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const take = (chunks: readonly JsonObject[]): void => {
    for (const { choices } of chunks) {
      const [choice] = choices as { delta: JsonObject }[];
      texts[0] += String(choice?.delta.content ?? '');
      const calls = choice?.delta.tool_calls as { function?: { arguments?: string } }[] | undefined;
      texts[1] += calls?.[0]?.function?.arguments ?? '';
    }
  };
  let blocked = false;
  try {
    for (const piece of cut(content)) take(stream.transform(chunk({ content: piece })));
    for (const piece of cut(args))
      take(stream.transform(chunk({ tool_calls: [{ index: 0, function: { name: 'f', arguments: piece } }] })));
    take(stream.transform(chunk({}, 'stop')));
    take(stream.end());
  } catch (error) {
    if (!(error instanceof AnswerBlocked)) throw error;
    blocked = true;
  }
  return { texts, report: inspection.report(), blocked };
}

export const every = (size: number) => (text: string) => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

export const PROSE =
  `Dear [PERSON_1], ([EMAIL_1]) I found two others: bob.miller@else.example and Karl Brandstetter, ` +
  `Hauptstrasse 5, 10115 Berlin. You wrote +1 (212) 555-0142 yourself.\n\nUse this key: ${KEY} for now. ` +
  'Zoë sits in the other office, and her number there is +49 30 901820; her bank account has the number DE89 3704 0044 0532 0130 00.';
export const ARGUMENTS = JSON.stringify({
  to: 'bob.miller@else.example',
  who: '[PERSON_1]',
  numbers: { phone: 2125550199, own: '+1 212 555 0142', note: 'say "hi" \n to jörg@müller.example \u00e9' },
  list: ['a', 'b@c.example', KEY],
  inner: JSON.stringify({ mail: 'zoe@inner.example', iban: 'DE89370400440532013000' }),
});
