import type { ReactNode } from 'react';
import type { AuditEventView } from '../../../../src/contract/audit.ts';
import { formatDuration, formatNumber } from '../../format.ts';
import { text } from '../../text/en.ts';
import { KindBadges, None, VerdictBadge } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Email } from '../email.tsx';
import { Link } from '../link.tsx';
import { Time } from '../time.tsx';

const say = text.audit;

/** Requests, one a line; the time leads to all that is known of it. */
export function EventTable({
  events,
  empty,
}: {
  readonly events: readonly AuditEventView[];
  readonly empty: ReactNode;
}) {
  return <DataTable label={say.title} columns={COLUMNS} rows={events} keyOf={({ id }) => id} empty={empty} />;
}

const COLUMNS: readonly Column<AuditEventView>[] = [
  {
    title: say.time,
    cell: ({ id, startedAt }) => (
      <Link to="/audit/$id" params={{ id }} className="nowrap">
        <Time iso={startedAt} as="recent" />
      </Link>
    ),
  },
  {
    title: say.who,
    cell: ({ userEmail }) => (userEmail === null ? <None /> : <Email address={userEmail} />),
  },
  { title: say.workspace, cell: ({ workspaceName }) => workspaceName ?? <None /> },
  { title: say.verdict, cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
  { title: say.found, cell: ({ kinds }) => <KindBadges kinds={kinds} /> },
  { title: say.status, cell: (event) => <Status event={event} /> },
  { title: say.tokens, kind: 'number', cell: (event) => <Tokens event={event} /> },
  {
    title: say.duration,
    kind: 'number',
    cell: ({ totalMs }) => (totalMs === null ? <None /> : <span className="nowrap">{formatDuration(totalMs)}</span>),
  },
];

export function Status({ event }: { readonly event: AuditEventView }) {
  if (event.state !== 'complete') return <span className="muted">{say.states[event.state]}</span>;
  return (
    <span>
      {event.status ?? <None />}
      {event.errorCode !== null && <code className="muted"> {event.errorCode}</code>}
    </span>
  );
}

function Tokens({ event: { inputTokens, outputTokens } }: { readonly event: AuditEventView }) {
  if (inputTokens === null && outputTokens === null) return <None />;
  return (
    <span className="nowrap">
      {formatNumber(inputTokens ?? 0)} / {formatNumber(outputTokens ?? 0)}
    </span>
  );
}
