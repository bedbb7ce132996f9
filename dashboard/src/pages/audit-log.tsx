import { useState } from 'react';
import type { AuditEventView, AuditQuery } from '../../../src/contract/audit.ts';
import { api } from '../api.ts';
import { formatNumber, formatRecent, formatTime } from '../format.ts';
import { Badge, VerdictBadge } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { text } from '../text/en.ts';
import { useResource } from '../use-resource.ts';

const VERDICTS = ['allow', 'mask', 'block', 'error'] as const;
const PAGE_SIZE = 50;

/** The filters stand in the address, so that a view can be sent to somebody. */
export function AuditLog() {
  const [query, setQuery] = useState(() => queryFrom(location.search));
  /** Where each page after the first begins; the last is the one shown. */
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const before = cursors.at(-1);
  const request = { ...query, limit: PAGE_SIZE, ...(before === undefined ? {} : { before }) };
  const page = useResource(JSON.stringify(request), () => api.listAudit(request));
  const workspaces = useResource('workspaces', api.listWorkspaces);
  const filter = (change: Filters): void => {
    const next = { ...query, ...change };
    setQuery(next);
    setCursors([]);
    const search = new URLSearchParams(
      Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
    );
    history.replaceState(null, '', search.size === 0 ? '/audit' : `/audit?${search}`);
  };
  const names = new Set((workspaces.data?.data ?? []).map(({ name }) => name));
  if (query.workspace) names.add(query.workspace);
  const next = page.data?.next ?? null;
  return (
    <Page title={text.audit.title} lead={text.audit.lead}>
      <div className="filters">
        <label>
          {text.audit.workspace}
          <select value={query.workspace ?? ''} onChange={(event) => filter({ workspace: event.target.value })}>
            <option value="">{text.audit.all}</option>
            {[...names].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          {text.audit.verdict}
          <select
            value={query.verdict ?? ''}
            onChange={(event) => filter({ verdict: verdictFrom(event.target.value) })}
          >
            <option value="">{text.audit.all}</option>
            {VERDICTS.map((verdict) => (
              <option key={verdict} value={verdict}>
                {text.verdicts[verdict]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={page.reload}>
          {text.audit.refresh}
        </button>
      </div>
      <Loaded resource={page} rows={12}>
        {({ data }) => (
          <DataTable
            label={text.audit.title}
            columns={COLUMNS}
            rows={data}
            keyOf={(event) => event.id}
            empty={query.workspace || query.verdict ? text.audit.noneFiltered : text.audit.none}
          />
        )}
      </Loaded>
      {(cursors.length > 0 || next !== null) && (
        <nav className="pages" aria-label={text.audit.pages}>
          <button
            type="button"
            className="button"
            disabled={cursors.length === 0}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {text.audit.newer}
          </button>
          <span className="muted">{text.audit.page(cursors.length + 1)}</span>
          <button
            type="button"
            className="button"
            disabled={next === null}
            onClick={() => next !== null && setCursors([...cursors, next])}
          >
            {text.audit.older}
          </button>
        </nav>
      )}
    </Page>
  );
}

type Verdict = NonNullable<AuditQuery['verdict']>;

interface Filters {
  readonly workspace?: string;
  readonly verdict?: Verdict | undefined;
}

function queryFrom(search: string): Filters {
  const given = new URLSearchParams(search);
  const workspace = given.get('workspace');
  return {
    ...(workspace === null ? {} : { workspace }),
    verdict: verdictFrom(given.get('verdict') ?? ''),
  };
}

function verdictFrom(value: string): Verdict | undefined {
  return VERDICTS.find((verdict) => verdict === value);
}

const COLUMNS: readonly Column<AuditEventView>[] = [
  {
    title: text.audit.time,
    cell: ({ startedAt }) => (
      <time dateTime={startedAt} title={formatTime(startedAt)} className="nowrap">
        {formatRecent(startedAt)}
      </time>
    ),
  },
  { title: text.audit.who, cell: ({ userEmail }) => userEmail ?? <None /> },
  { title: text.audit.workspace, cell: ({ workspaceName }) => workspaceName ?? <None /> },
  { title: text.audit.verdict, cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
  { title: text.audit.found, cell: ({ kinds }) => <Kinds kinds={kinds} /> },
  { title: text.audit.status, cell: (event) => <Status event={event} /> },
  { title: text.audit.tokens, kind: 'number', cell: (event) => <Tokens event={event} /> },
  {
    title: text.audit.duration,
    kind: 'number',
    cell: ({ totalMs }) => (totalMs === null ? <None /> : formatNumber(Math.round(totalMs))),
  },
];

function Kinds({ kinds }: { readonly kinds: AuditEventView['kinds'] }) {
  const found = Object.entries(kinds);
  if (found.length === 0) return <None />;
  return (
    <span className="kinds">
      {found.map(([kind, count]) => (
        <Badge key={kind}>{text.audit.kindCount(text.kind(kind), count)}</Badge>
      ))}
    </span>
  );
}

function Status({ event }: { readonly event: AuditEventView }) {
  if (event.state !== 'complete') return <span className="muted">{text.audit.states[event.state]}</span>;
  return (
    <span className="nowrap">
      {event.status ?? <None />}
      {event.errorCode !== null && <code className="muted"> {event.errorCode}</code>}
    </span>
  );
}

function Tokens({ event: { inputTokens, outputTokens } }: { readonly event: AuditEventView }) {
  if (inputTokens === null && outputTokens === null) return <None />;
  return <span className="nowrap">{text.audit.tokenCount(inputTokens ?? 0, outputTokens ?? 0)}</span>;
}

function None() {
  return <span className="muted">{text.common.none}</span>;
}
