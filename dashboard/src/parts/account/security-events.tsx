import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { SecurityEventKind, SecurityEventView } from '../../../../src/contract/security-event.ts';
import { securityEventsQuery } from '../../api/security-events.ts';
import { text } from '../../text/en.ts';
import { Badge, None, type Tone } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Email } from '../email.tsx';
import { Loaded } from '../loaded.tsx';
import { Time } from '../time.tsx';

const TONES: Partial<Record<SecurityEventKind, Tone>> = {
  'signed-in': 'good',
  'sign-in-failed': 'bad',
  'second-factor-failed': 'bad',
  'recovery-code-used': 'warn',
  'two-factor-on': 'good',
  'two-factor-off': 'warn',
  'two-factor-reset': 'warn',
};

/** What happened to accounts, newest first. */
export function SecurityEvents({ of, label }: { readonly of: 'own' | 'all'; readonly label: string }) {
  const events = useInfiniteQuery(securityEventsQuery(of));
  const columns = of === 'own' ? COLUMNS.filter(({ title }) => title !== text.securityEvents.who) : COLUMNS;
  return (
    <Loaded query={events} rows={4}>
      {({ pages }) => (
        <>
          <DataTable
            label={label}
            columns={columns}
            rows={pages.flatMap(({ data }) => data)}
            keyOf={({ id }) => id}
            empty={text.securityEvents.none}
          />
          {events.hasNextPage && (
            <Group mt="sm">
              <Button variant="default" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
                {text.securityEvents.more}
              </Button>
            </Group>
          )}
        </>
      )}
    </Loaded>
  );
}

const COLUMNS: readonly Column<SecurityEventView>[] = [
  { title: text.securityEvents.when, cell: ({ at }) => <Time iso={at} /> },
  {
    title: text.securityEvents.what,
    cell: ({ kind, detail }) => (
      <span className="wrap">
        <Badge tone={TONES[kind] ?? 'neutral'}>{text.securityEvents.kinds[kind]}</Badge>
        {detail !== null && <span className="muted">{detail}</span>}
      </span>
    ),
  },
  {
    title: text.securityEvents.who,
    cell: ({ userEmail }) =>
      userEmail === null ? <span className="muted">{text.securityEvents.unknown}</span> : <Email address={userEmail} />,
  },
  {
    title: text.securityEvents.by,
    cell: ({ actorEmail }) => (actorEmail === null ? <None /> : <Email address={actorEmail} />),
  },
  {
    title: text.securityEvents.from,
    cell: ({ clientAddress, device }) => [device, clientAddress].filter((part) => part !== null).join(', '),
  },
];
