import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditEventView } from '../../../src/contract/audit.ts';
import { auditQuery } from '../api/audit.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { formatNumber } from '../format.ts';
import { KindBadges, None, VerdictBadge } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Time } from '../parts/time.tsx';
import { text } from '../text/en.ts';
import { type AuditSearch, auditSearch, VERDICTS } from './audit-search.ts';

const PAGE_SIZE = 50;

export function AuditLog() {
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate();
  /** Where each page after the first begins; the last is the one shown. */
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const before = cursors.at(-1);
  const page = useQuery(auditQuery({ ...search, limit: PAGE_SIZE, ...(before === undefined ? {} : { before }) }));
  const workspaces = useQuery(workspacesQuery);
  const filter = (change: { readonly [Name in keyof AuditSearch]: string }): void => {
    setCursors([]);
    void navigate({ to: '/audit', search: auditSearch({ ...search, ...change }), replace: true });
  };
  const names = new Set((workspaces.data?.data ?? []).map(({ name }) => name));
  if (search.workspace) names.add(search.workspace);
  const next = page.data?.next ?? null;
  const filtered = search.workspace !== undefined || search.verdict !== undefined;
  return (
    <Page title={text.audit.title} lead={text.audit.lead}>
      <Group align="flex-end">
        <NativeSelect
          label={text.audit.workspace}
          value={search.workspace ?? ''}
          data={[{ value: '', label: text.audit.all }, ...names]}
          onChange={(event) => filter({ workspace: event.target.value })}
        />
        <NativeSelect
          label={text.audit.verdict}
          value={search.verdict ?? ''}
          data={[
            { value: '', label: text.audit.all },
            ...VERDICTS.map((verdict) => ({ value: verdict, label: text.verdicts[verdict] })),
          ]}
          onChange={(event) => filter({ verdict: event.target.value })}
        />
        <Button variant="default" loading={page.isFetching} onClick={() => void page.refetch()}>
          {text.audit.refresh}
        </Button>
      </Group>
      <Loaded query={page} rows={12}>
        {({ data }) => (
          <DataTable
            label={text.audit.title}
            columns={COLUMNS}
            rows={data}
            keyOf={(event) => event.id}
            empty={filtered ? text.audit.noneFiltered : text.audit.none}
          />
        )}
      </Loaded>
      {(cursors.length > 0 || next !== null) && (
        <Group component="nav" aria-label={text.audit.pages}>
          <Button variant="default" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            {text.audit.newer}
          </Button>
          <Text size="sm" c="dimmed">
            {text.audit.page(cursors.length + 1)}
          </Text>
          <Button
            variant="default"
            disabled={next === null}
            onClick={() => next !== null && setCursors([...cursors, next])}
          >
            {text.audit.older}
          </Button>
        </Group>
      )}
    </Page>
  );
}

const COLUMNS: readonly Column<AuditEventView>[] = [
  { title: text.audit.time, cell: ({ startedAt }) => <Time iso={startedAt} as="recent" /> },
  { title: text.audit.who, cell: ({ userEmail }) => userEmail ?? <None /> },
  { title: text.audit.workspace, cell: ({ workspaceName }) => workspaceName ?? <None /> },
  { title: text.audit.verdict, cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
  { title: text.audit.found, cell: ({ kinds }) => <KindBadges kinds={kinds} /> },
  { title: text.audit.status, cell: (event) => <Status event={event} /> },
  { title: text.audit.tokens, kind: 'number', cell: (event) => <Tokens event={event} /> },
  {
    title: text.audit.duration,
    kind: 'number',
    cell: ({ totalMs }) => (totalMs === null ? <None /> : formatNumber(Math.round(totalMs))),
  },
];

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
