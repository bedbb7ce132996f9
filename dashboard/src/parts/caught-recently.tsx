import type { AuditEventView } from '../../../src/contract/audit.ts';
import { formatNumber } from '../format.ts';
import { Link } from '../router.tsx';
import { text } from '../text/en.ts';
import { VERDICT_TONES, type VerdictName } from './badge.tsx';

const VERDICTS = ['allow', 'mask', 'block', 'error'] as const satisfies readonly VerdictName[];

/** Counts of the newest events: how they ended, and what was found in them. */
export function CaughtRecently({ events }: { readonly events: readonly AuditEventView[] }) {
  if (events.length === 0) return <div className="empty">{text.overview.nothingYet}</div>;
  const kinds = [...countKinds(events)].sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...kinds.map(([, count]) => count));
  return (
    <div className="caught">
      <ul className="tiles">
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <Link href={`/audit?verdict=${verdict}`} className={`tile ${VERDICT_TONES[verdict]}`}>
              <span className="tile-count">
                {formatNumber(events.filter((event) => event.verdict === verdict).length)}
              </span>
              <span className="tile-name">{text.verdicts[verdict]}</span>
            </Link>
          </li>
        ))}
      </ul>
      {kinds.length === 0 ? (
        <p className="muted">{text.overview.noKinds}</p>
      ) : (
        <ul className="bars" aria-label={text.overview.kindsLabel}>
          {kinds.map(([kind, count]) => (
            <li key={kind}>
              <span className="bar-name">{text.kind(kind)}</span>
              <span className="bar" aria-hidden="true">
                <span style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span className="bar-count">{formatNumber(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function countKinds(events: readonly AuditEventView[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kinds } of events) {
    for (const [kind, count] of Object.entries(kinds)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return counts;
}
