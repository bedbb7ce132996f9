import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../../../src/contract/session.ts';
import { endOtherSessions, endSession, sessionsQuery } from '../../api/session.ts';
import { text } from '../../text/en.ts';
import { Badge, None } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { ConfirmDialog } from '../dialog.tsx';
import { Loaded } from '../loaded.tsx';
import { notify } from '../notify.ts';
import { Section } from '../page.tsx';
import { Time } from '../time.tsx';

/** Where one is signed in. */
export function SessionsSection() {
  const sessions = useQuery(sessionsQuery);
  const [asking, setAsking] = useState(false);
  const end = async (session: SessionView): Promise<void> => {
    try {
      await endSession(session.id);
      notify.done(text.sessions.ended);
    } catch (error) {
      notify.failed(error);
    }
    void sessions.refetch();
  };
  const others = (sessions.data?.data.length ?? 0) > 1;
  return (
    <Section
      title={text.sessions.title}
      lead={text.sessions.lead}
      actions={
        others && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {text.sessions.endOthers}
          </Button>
        )
      }
    >
      <Loaded query={sessions} rows={2}>
        {({ data }) => (
          <DataTable
            label={text.sessions.title}
            columns={columns((session) => void end(session))}
            rows={[...data].sort((a, b) => Number(b.current) - Number(a.current))}
            keyOf={({ id }) => id}
            empty={text.sessions.none}
          />
        )}
      </Loaded>
      {asking && (
        <ConfirmDialog
          title={text.sessions.endOthersTitle}
          confirm={text.sessions.endOthers}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await endOtherSessions();
            void sessions.refetch();
            notify.done(text.sessions.othersEnded);
          }}
        >
          {text.sessions.endOthersQuestion}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function columns(end: (session: SessionView) => void): readonly Column<SessionView>[] {
  return [
    {
      title: text.sessions.device,
      cell: ({ device, current }) => (
        <span className="wrap">
          <strong>{device ?? text.sessions.unknown}</strong>
          {current && <Badge tone="accent">{text.sessions.current}</Badge>}
        </span>
      ),
    },
    { title: text.sessions.method, cell: ({ signedInBy }) => text.sessions.by[signedInBy] },
    { title: text.sessions.address, cell: ({ clientAddress }) => clientAddress ?? <None /> },
    { title: text.sessions.started, cell: ({ createdAt }) => <Time iso={createdAt} /> },
    {
      title: text.sessions.seen,
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? <None /> : <Time iso={lastSeenAt} />),
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (session) =>
        !session.current && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.sessions.endLabel(session.device ?? text.sessions.unknown)}
            onClick={() => end(session)}
          >
            {text.sessions.end}
          </Button>
        ),
    },
  ];
}
