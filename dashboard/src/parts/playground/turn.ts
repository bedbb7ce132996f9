/** What is known of one turn of a conversation, as the gateway tells it. */
import type { ExplainedFinding, ExplainedText, NotCounted } from '../../../../src/contract/explain.ts';
import type { PlaygroundEvent, Receipt } from '../../../../src/contract/playground.ts';
import type { PiiMode } from '../../../../src/contract/workspace.ts';

export type TurnState = 'waiting' | 'answering' | 'done' | 'refused' | 'stopped';

export interface TurnFailure {
  readonly status: number;
  readonly code: string | null;
  readonly message: string;
}

export interface Turn {
  readonly id: number;
  readonly state: TurnState;
  /** As it was written. */
  readonly wrote: string;
  readonly findings: readonly ExplainedFinding[];
  readonly notCounted: readonly NotCounted[];
  /** The mode that holds, once the gateway has said so. */
  readonly pii: PiiMode | null;
  /** The last message and everything before it, as the provider got them. */
  readonly saw: string | null;
  readonly sent: readonly SentMessage[];
  /** What the model said, before and after its placeholders were replaced. */
  readonly raw: string;
  readonly reasoning: string;
  readonly back: string;
  /** Every placeholder of the conversation and what it stands for. */
  readonly values: ReadonlyMap<string, RestoredValue>;
  readonly receipt: Receipt | null;
  readonly failure: TurnFailure | null;
}

export interface SentMessage {
  readonly role: string;
  readonly text: string;
}

export interface RestoredValue {
  readonly value: string;
  readonly kind: string;
}

export const newTurn = (id: number, wrote: string): Turn => ({
  id,
  state: 'waiting',
  wrote,
  findings: [],
  notCounted: [],
  pii: null,
  saw: null,
  sent: [],
  raw: '',
  reasoning: '',
  back: '',
  values: new Map(),
  receipt: null,
  failure: null,
});

/** The turn after one more event. */
export function withEvent(turn: Turn, told: PlaygroundEvent): Turn {
  switch (told.event) {
    case 'findings': {
      const own = lastText(told.data.texts, turn.wrote);
      return {
        ...turn,
        pii: told.data.pii,
        findings: own?.findings ?? [],
        notCounted: own?.notCounted ?? [],
        values: valuesOf(told.data.texts),
      };
    }
    case 'saw': {
      const sent = told.data.messages.map(({ role, content }) => ({ role, text: textOf(content) }));
      return { ...turn, sent, saw: sent.at(-1)?.text ?? '' };
    }
    case 'raw':
      if (told.data.field === 'reasoning') return { ...turn, reasoning: turn.reasoning + told.data.text };
      return { ...turn, state: 'answering', raw: turn.raw + told.data.text };
    case 'delta':
      if (told.data.field === 'reasoning') return turn;
      return { ...turn, state: 'answering', back: turn.back + told.data.text };
    case 'done':
      return { ...turn, state: 'done', receipt: told.data };
    case 'error': {
      const { status, error, receipt } = told.data;
      const failure = { status, code: error.code, message: error.message };
      return { ...turn, state: 'refused', failure, receipt };
    }
  }
}

/** The conversation so far as the next request sends it: turns that were answered, wholly or until they were stopped. */
export function historyOf(turns: readonly Turn[]): { role: 'user' | 'assistant'; content: string }[] {
  return turns
    .filter(({ back, failure }) => back !== '' && failure === null)
    .flatMap(({ wrote, back }) => [
      { role: 'user' as const, content: wrote },
      { role: 'assistant' as const, content: back },
    ]);
}

const lastText = (texts: readonly ExplainedText[], wrote: string): ExplainedText | undefined =>
  texts.findLast(({ text }) => text === wrote);

function valuesOf(texts: readonly ExplainedText[]): Map<string, RestoredValue> {
  const values = new Map<string, RestoredValue>();
  const all = texts.flatMap(({ text, findings }) => findings.map((finding) => ({ text, ...finding })));
  // The first spelling that was found is the one that is put back; what was only masked with it comes last.
  for (const { text, start, end, kind, placeholder } of [...all.filter(isFoundItself), ...all]) {
    if (placeholder !== null && !values.has(placeholder))
      values.set(placeholder, { value: text.slice(start, end), kind });
  }
  return values;
}

/** `again` is what the firewall calls a value that it masks because of its likeness to one it found. */
const isFoundItself = ({ detector }: Pick<ExplainedFinding, 'detector'>): boolean => detector !== 'again';

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return content === null || content === undefined ? '' : JSON.stringify(content);
}
