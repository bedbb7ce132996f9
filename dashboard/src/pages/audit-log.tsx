import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { DownloadIcon, MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import type { AuditPage } from '../../../src/contract/audit.ts';
import { exportUrl, listAudit } from '../api/audit.ts';
import { formatExact, formatRecent } from '../format.ts';
import { EventTable } from '../parts/audit/event-table.tsx';
import { FilterBar } from '../parts/audit/filter-bar.tsx';
import { type LiveTail, useLiveTail } from '../parts/audit/use-live-tail.ts';
import { Empty } from '../parts/empty.tsx';
import { LinkButton } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { type AuditChange, type AuditSearch, auditSearch, filterCount, filtersOf } from './audit-search.ts';

const say = text.audit;
const PAGE_SIZE = 50;

export function AuditLog() {
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const user = useUser();
  const [live, setLive] = useState(false);
  const { before } = search;
  const key = JSON.stringify(search);
  const isLive = live && before === undefined;
  const page = useQuery({
    queryKey: ['audit', 'page', key],
    queryFn: () => listAudit({ ...filtersOf(search), limit: PAGE_SIZE, ...(before === undefined ? {} : { before }) }),
    staleTime: 0,
    enabled: !isLive,
  });
  const tail = useLiveTail(isLive, () => filtersOf(search), key);
  const filter = (change: AuditChange): void => {
    // From the address as it is by then: two quick choices both count.
    void navigate({ search: (now) => auditSearch({ ...now, before: '', ...change }), replace: true });
  };
  const empty = filterCount(search) === 0 ? <NothingYet /> : say.noneFiltered;
  return (
    <Page title={say.title} lead={isAdmin(user) ? say.lead : say.leadPart} actions={<FindRequest />}>
      <Stack gap="md">
        <FilterBar search={search} onChange={filter} onClear={() => void navigate({ to: '/audit', replace: true })} />
        <Group justify="space-between" gap="sm">
          <Group gap="md">
            <Switch
              label={say.live}
              checked={isLive}
              onChange={(event) => {
                setLive(event.currentTarget.checked);
                if (before !== undefined) filter({});
              }}
            />
            <Text size="sm" c="dimmed" role="status">
              {isLive && tail.lookedAt !== undefined && say.liveAt(formatRecent(new Date(tail.lookedAt).toISOString()))}
            </Text>
          </Group>
          <Group gap="sm">
            {!isLive && (
              <Button variant="default" loading={page.isFetching} onClick={() => void page.refetch()}>
                {say.refresh}
              </Button>
            )}
            <Exports search={search} />
          </Group>
        </Group>
        {isLive ? (
          <Tail tail={tail} empty={say.liveNone} />
        ) : (
          <Loaded query={page} rows={12}>
            {(loaded) => (
              <Stack gap="md">
                {loaded.data.length > 0 || loaded.next === null ? (
                  <EventTable events={loaded.data} empty={empty} />
                ) : null}
                <Pages search={search} page={loaded} />
              </Stack>
            )}
          </Loaded>
        )}
      </Stack>
    </Page>
  );
}

function NothingYet() {
  return (
    <Empty title={say.none} action={<LinkButton to="/">{say.toOverview}</LinkButton>}>
      {say.noneHint}
    </Empty>
  );
}

function Tail({ tail: { events, error, lookedAt }, empty }: { readonly tail: LiveTail; readonly empty: string }) {
  return (
    <Stack gap="md">
      <div aria-live="polite" className="live">
        {error !== undefined && <Notice kind="error">{error.message}</Notice>}
      </div>
      <EventTable events={events} empty={lookedAt === undefined ? text.common.loading : empty} />
    </Stack>
  );
}

/** By what stands in the `x-request-id` of an answer, which people send when they ask what went wrong. */
function FindRequest() {
  const navigate = useNavigate();
  const find = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const id = String(new FormData(event.currentTarget).get('id') ?? '').trim();
    if (id !== '') void navigate({ to: '/audit/$id', params: { id } });
  };
  return (
    <form onSubmit={find}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          name="id"
          aria-label={say.requestId}
          placeholder={say.requestIdExample}
          leftSection={<MagnifyingGlassIcon aria-hidden />}
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" variant="default">
          {say.find}
        </Button>
      </Group>
    </form>
  );
}

/** Files of all that the filters find, not of this page only. */
function Exports({ search }: { readonly search: AuditSearch }) {
  const filters = filtersOf(search);
  const title = say.exportLead(filterCount(search) > 0);
  return (
    <>
      {(['csv', 'jsonl'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={exportUrl(format, filters)}
          download
          title={title}
          variant="default"
          leftSection={<DownloadIcon aria-hidden />}
        >
          {say.export[format]}
        </Button>
      ))}
    </>
  );
}

/** A page that looked far back without filling itself says how far. */
function Pages({ search, page: { data, next } }: { readonly search: AuditSearch; readonly page: AuditPage }) {
  if (search.before === undefined && next === null) return null;
  const searched = next !== null && data.length < PAGE_SIZE ? timeOf(next) : undefined;
  return (
    <Stack gap="sm">
      {searched !== undefined && (
        <Notice>
          {say.searchedTo(data.length)} <time title={formatExact(searched)}>{formatRecent(searched)}</time>.
        </Notice>
      )}
      <Group component="nav" aria-label={say.pages} gap="sm">
        {search.before !== undefined && (
          <LinkButton to="/audit" search={auditSearch({ ...search, before: '' })} variant="default">
            {say.newest}
          </LinkButton>
        )}
        {next !== null && (
          <LinkButton to="/audit" search={{ ...search, before: next }} variant="default">
            {searched === undefined ? say.older : say.searchOn}
          </LinkButton>
        )}
      </Group>
    </Stack>
  );
}

/** The first 48 bits of an event's id are its time (RFC 9562 section 5.7). */
function timeOf(id: string): string {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();
}
