import { useEffect, useState } from 'react';
import type { AuditEventView, AuditFilters } from '../../../../src/contract/audit.ts';
import { listAudit } from '../../api/audit.ts';
import { type ApiError, asApiError } from '../../api/call.ts';

/** Milliseconds from one look to the next. */
const EVERY = 2000;
/** Events that are kept in view, and asked for at once. */
const SHOWN = 200;
/** Milliseconds within which an event may still turn up between others: it was written late, or by another node. */
const UNSETTLED = 15_000;
/** Milliseconds after which an event that is still under way is no longer waited for. */
const PATIENCE = 10 * 60_000;

export interface LiveTail {
  readonly events: readonly AuditEventView[];
  readonly lookedAt: number | undefined;
  readonly error: ApiError | undefined;
}

/** The newest events, looked for again every two seconds: only what is new or has changed is asked for. */
export function useLiveTail(enabled: boolean, filters: () => Partial<AuditFilters>, key: string): LiveTail {
  const [tail, setTail] = useState<LiveTail>(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the filters, which are made anew each time
  useEffect(() => {
    if (!enabled) return;
    setTail(NOTHING);
    let events: readonly AuditEventView[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const look = async (): Promise<void> => {
      try {
        // A page nobody looks at asks for nothing.
        if (!document.hidden) {
          const after = settledBefore(events);
          const { data } = await listAudit({
            ...filters(),
            limit: after === undefined ? SHOWN / 4 : SHOWN,
            ...(after === undefined ? {} : { after }),
          });
          if (stopped) return;
          events = merge(events, data);
          setTail({ events, lookedAt: Date.now(), error: undefined });
        }
      } catch (thrown) {
        if (!stopped) setTail((known) => ({ ...known, error: asApiError(thrown) }));
      }
      if (!stopped) timer = setTimeout(() => void look(), EVERY);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [enabled, key]);
  return tail;
}

const NOTHING: LiveTail = { events: [], lookedAt: undefined, error: undefined };

/** The newest event that nothing before it can change any more. */
function settledBefore(events: readonly AuditEventView[]): string | undefined {
  const now = Date.now();
  const moving = (event: AuditEventView): boolean => {
    const age = now - Date.parse(event.startedAt);
    return age < UNSETTLED || (event.state === 'open' && age < PATIENCE);
  };
  let last = -1;
  for (const [index, event] of events.entries()) if (moving(event)) last = index;
  return events[last + 1]?.id;
}

function merge(known: readonly AuditEventView[], found: readonly AuditEventView[]): readonly AuditEventView[] {
  const byId = new Map(known.map((event) => [event.id, event]));
  for (const event of found) byId.set(event.id, event);
  return [...byId.values()].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, SHOWN);
}
