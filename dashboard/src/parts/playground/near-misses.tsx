import type { ExplainedFinding, NotCounted } from '../../../../src/contract/explain.ts';
import { text } from '../../text/en.ts';
import { VisibleText } from '../visible-text.tsx';
import classes from './turn-card.module.css';

/** What was seen and let through, with the reason: closed until somebody wants to know. What a found value covers went with it. */
export function NearMisses({
  wrote,
  all,
  findings,
}: {
  readonly wrote: string;
  readonly all: readonly NotCounted[];
  readonly findings: readonly ExplainedFinding[];
}) {
  const list = all.filter((near) => !findings.some(({ start, end }) => start <= near.start && near.end <= end));
  if (list.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{text.playground.nearMisses(list.length)}</summary>
      <ul>
        {list.map(({ start, end, type, kind, title, because }) => (
          <li key={`${start} ${end} ${type}`}>
            <code className="breaks">
              <VisibleText text={wrote.slice(start, end)} />
            </code>{' '}
            <span className="muted">
              {text.playground.nearMiss(text.kind(kind), title)} {because}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
