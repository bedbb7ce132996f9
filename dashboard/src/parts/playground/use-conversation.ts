import { useCallback, useEffect, useRef, useState } from 'react';
import type { PiiMode } from '../../../../src/contract/workspace.ts';
import { asApiError } from '../../api/call.ts';
import { playTurn } from '../../api/playground.ts';
import { historyOf, newTurn, type Turn, withEvent } from './turn.ts';

export interface Conversation {
  readonly turns: readonly Turn[];
  readonly busy: boolean;
  send(message: string, options: { readonly workspace: string; readonly pii: PiiMode }): Promise<void>;
  /** Ends the turn under way; what was answered stays. */
  stop(): void;
  clear(): void;
}

/** A conversation, kept in this page and nowhere else. */
export function useConversation(): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController>(undefined);
  const lastId = useRef(0);
  useEffect(() => () => running.current?.abort(), []);

  const change = useCallback((id: number, next: (turn: Turn) => Turn): void => {
    setTurns((all) => all.map((turn) => (turn.id === id ? next(turn) : turn)));
  }, []);

  const stop = useCallback((): void => running.current?.abort(), []);

  return {
    turns,
    busy,
    stop,
    clear() {
      stop();
      setTurns([]);
    },
    async send(message, { workspace, pii }) {
      const id = ++lastId.current;
      const controller = new AbortController();
      running.current = controller;
      setTurns((all) => [...all, newTurn(id, message)]);
      setBusy(true);
      const messages = [...historyOf(turns), { role: 'user' as const, content: message }];
      try {
        for await (const event of playTurn({ workspace, messages, pii }, controller.signal)) {
          change(id, (turn) => withEvent(turn, event));
        }
        change(id, endedEarly);
      } catch (error) {
        if (controller.signal.aborted) change(id, (turn) => ({ ...turn, state: 'stopped' }));
        else change(id, (turn) => failed(turn, error));
      } finally {
        if (running.current === controller) setBusy(false);
      }
    },
  };
}

/** The stream ended without saying how: the connection broke. */
function endedEarly(turn: Turn): Turn {
  return turn.state === 'done' || turn.state === 'refused' ? turn : failed(turn, undefined);
}

function failed(turn: Turn, error: unknown): Turn {
  const { status, code, message } = asApiError(error);
  return { ...turn, state: 'refused', failure: { status, code, message } };
}
