import { Box, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { MagnifyingGlassIcon } from '@radix-ui/react-icons';
import { type ReactNode, useState } from 'react';
import type { WorkspaceUsage } from '../../../../src/contract/overview.ts';
import type { WorkspaceView } from '../../../../src/contract/workspace.ts';
import { formatNumber, formatTargets } from '../../format.ts';
import type { UsageDays } from '../../pages/workspaces-search.ts';
import { text } from '../../text/en.ts';
import { Badge, FileBadge } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Link } from '../link.tsx';
import { VisibleText } from '../visible-text.tsx';

const say = text.workspaces;

/** More than this are looked for by name. */
const FEW = 10;

type Used = WorkspaceUsage['data'][number];

/** @param usage undefined where it could not be read */
export function WorkspaceTable({
  workspaces,
  usage,
  days,
  choice,
}: {
  readonly workspaces: readonly WorkspaceView[];
  readonly usage: WorkspaceUsage | undefined;
  readonly days: UsageDays;
  /** Stands above, beside what one looks for a name with. */
  readonly choice: ReactNode;
}) {
  const [wanted, setWanted] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const archived = workspaces.filter(({ archivedAt }) => archivedAt !== null).length;
  const used = new Map(usage?.data.map((each) => [each.id, each]));
  const needle = wanted.trim().toLowerCase();
  const shown = workspaces
    .filter(({ archivedAt }) => withArchived || archivedAt === null)
    .filter(({ name, title }) => `${name}\n${title.toLowerCase()}`.includes(needle));
  return (
    <Stack gap="md">
      <Group gap="sm">
        {workspaces.length > FEW && (
          <TextInput
            type="search"
            aria-label={say.find}
            placeholder={say.find}
            leftSection={<MagnifyingGlassIcon aria-hidden />}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            className="grow"
            maw="20rem"
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <Box ml="auto">{choice}</Box>
      </Group>
      <Text role="status" className="visually-hidden">
        {needle !== '' && say.foundCount(shown.length)}
      </Text>
      <DataTable
        label={say.title}
        columns={columnsFor(usage === undefined ? undefined : used, days)}
        rows={mostUsedFirst(shown, used)}
        keyOf={({ id }) => id}
        empty={needle === '' ? say.allArchived : say.noneFound}
      />
      {usage?.sees === 'part' && workspaces.length > 0 && (
        <Text size="sm" c="dimmed">
          {say.usagePart}
        </Text>
      )}
      {archived > 0 && (
        <Switch
          label={say.showArchived(archived)}
          checked={withArchived}
          onChange={(event) => setWithArchived(event.target.checked)}
        />
      )}
    </Stack>
  );
}

/** Where most happens stands first, what is put away last; of two that are used alike, in the order of what is read. */
function mostUsedFirst(
  workspaces: readonly WorkspaceView[],
  used: ReadonlyMap<string, Used>,
): readonly WorkspaceView[] {
  const requests = ({ id }: WorkspaceView): number => used.get(id)?.requests ?? 0;
  return [...workspaces].sort(
    (one, other) =>
      Number(one.archivedAt !== null) - Number(other.archivedAt !== null) ||
      requests(other) - requests(one) ||
      one.title.localeCompare(other.title),
  );
}

function columnsFor(used: ReadonlyMap<string, Used> | undefined, days: UsageDays): readonly Column<WorkspaceView>[] {
  const count = (title: string, number: 'requests' | 'findings' | 'refusals'): Column<WorkspaceView> => ({
    title,
    kind: 'number',
    cell: ({ id }) =>
      used === undefined ? (
        <span className="muted">{text.common.none}</span>
      ) : (
        <Count value={used.get(id)?.[number] ?? 0} days={days} />
      ),
  });
  return [
    {
      title: say.name,
      cell: ({ name, title, managedBy, archivedAt }) => (
        <span className="stack">
          <span className="wrap">
            <Link to="/workspaces/$name" params={{ name }} fw={600}>
              <VisibleText text={title} />
            </Link>
            <FileBadge managedBy={managedBy} />
            {archivedAt !== null && <Badge tone="warn">{say.archived}</Badge>}
          </span>
          {title !== name && <code className="muted breaks">{name}</code>}
        </span>
      ),
    },
    { title: say.pii, cell: ({ settings: { pii } }) => say.piiFacts(pii.default, pii.floor) },
    {
      title: say.targets,
      cell: ({ settings: { targets } }) =>
        targets.length === 0 ? (
          <Badge tone="warn">{say.noTargets}</Badge>
        ) : (
          <VisibleText text={formatTargets(targets)} />
        ),
    },
    count(say.usageTiles.requests, 'requests'),
    count(say.usageTiles.findings, 'findings'),
    count(say.usageTiles.refusals, 'refusals'),
  ];
}

/** Where nothing happened is quieter than where something did. */
function Count({ value, days }: { readonly value: number; readonly days: UsageDays }) {
  return (
    <span title={say.inDays(days)} className={value === 0 ? 'muted' : undefined}>
      {formatNumber(value)}
    </span>
  );
}
