import { Button, Group, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { formatTargets } from '../format.ts';
import { Badge, FileBadge } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Time } from '../parts/time.tsx';
import { VisibleText } from '../parts/visible-text.tsx';
import { CreateWorkspace } from '../parts/workspace/create-workspace.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { text } from '../text/en.ts';

const say = text.workspaces;

export function Workspaces() {
  const admin = isAdmin(useUser());
  const workspaces = useQuery(workspacesQuery);
  const [creating, setCreating] = useState(false);
  const [withArchived, setWithArchived] = useState(false);
  const create = <Button onClick={() => setCreating(true)}>{say.create}</Button>;
  return (
    <Page title={say.title} lead={admin ? say.leadAdmin : say.lead} actions={admin && create}>
      <Loaded query={workspaces} rows={4}>
        {({ data }) => {
          if (data.length === 0) {
            return (
              <Empty title={say.noneTitle} action={admin && create}>
                {admin ? say.noneAdmin : say.none}
              </Empty>
            );
          }
          const archived = data.filter(({ archivedAt }) => archivedAt !== null).length;
          return (
            <>
              <DataTable
                label={say.title}
                columns={COLUMNS}
                rows={byTitle(withArchived ? data : data.filter(({ archivedAt }) => archivedAt === null))}
                keyOf={({ id }) => id}
                empty={say.allArchived}
              />
              {archived > 0 && (
                <Group mt="md">
                  <Switch
                    label={say.showArchived(archived)}
                    checked={withArchived}
                    onChange={(event) => setWithArchived(event.target.checked)}
                  />
                </Group>
              )}
            </>
          );
        }}
      </Loaded>
      {creating && <CreateWorkspace onClose={() => setCreating(false)} />}
    </Page>
  );
}

/** In the order of what is read first. */
function byTitle(workspaces: readonly WorkspaceView[]): readonly WorkspaceView[] {
  return [...workspaces].sort((one, other) => one.title.localeCompare(other.title));
}

const COLUMNS: readonly Column<WorkspaceView>[] = [
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
        {title !== name && <code className="muted">{name}</code>}
      </span>
    ),
  },
  {
    title: say.pii,
    cell: ({ settings: { pii } }) => say.piiFacts(pii.default, pii.floor),
  },
  {
    title: say.targets,
    cell: ({ settings: { targets } }) =>
      targets.length === 0 ? <Badge tone="warn">{say.noTargets}</Badge> : <VisibleText text={formatTargets(targets)} />,
  },
  { title: say.made, cell: ({ createdAt }) => <Time iso={createdAt} as="day" /> },
];
