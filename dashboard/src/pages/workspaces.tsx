import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { allUsageQuery, workspacesQuery } from '../api/workspaces.ts';
import { Empty } from '../parts/empty.tsx';
import { Loaded, Loading } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { CreateWorkspace } from '../parts/workspace/create-workspace.tsx';
import { WorkspaceTable } from '../parts/workspace/workspace-table.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { USAGE_DAYS, type UsageDays, workspacesSearch } from './workspaces-search.ts';

const say = text.workspaces;
/** Of the quiet place that holds until rows are there. */
const ROWS = 6;

export function Workspaces() {
  const admin = isAdmin(useUser());
  const { days = 30 } = useSearch({ from: '/signed-in/workspaces' });
  const workspaces = useQuery(workspacesQuery);
  const usage = useQuery(allUsageQuery(days));
  const [creating, setCreating] = useState(false);
  const create = <Button onClick={() => setCreating(true)}>{say.create}</Button>;
  return (
    <Page title={say.title} lead={admin ? say.leadAdmin : say.lead} actions={admin && create}>
      <Loaded query={workspaces} rows={ROWS}>
        {({ data }) => {
          if (data.length === 0) {
            return (
              <Empty title={say.noneTitle} action={admin && create}>
                {admin ? say.noneAdmin : say.none}
              </Empty>
            );
          }
          // The order depends on how much each is used: rows that are there do not change places.
          if (usage.isPending) return <Loading rows={ROWS} />;
          return (
            <Stack gap="md">
              {usage.data === undefined && <Notice kind="warning">{say.usageFailed}</Notice>}
              <WorkspaceTable workspaces={data} usage={usage.data} days={days} choice={<DaysChoice days={days} />} />
            </Stack>
          );
        }}
      </Loaded>
      {creating && <CreateWorkspace onClose={() => setCreating(false)} />}
    </Page>
  );
}

function DaysChoice({ days }: { readonly days: UsageDays }) {
  const id = useId();
  const navigate = useNavigate();
  return (
    <Group gap="sm" justify="flex-end">
      <Text size="sm" c="dimmed" component="span" id={id}>
        {say.usageOf}
      </Text>
      <SegmentedControl
        size="sm"
        transitionDuration={0}
        aria-labelledby={id}
        value={String(days)}
        data={USAGE_DAYS.map((each) => ({ value: String(each), label: say.days(each) }))}
        onChange={(value) =>
          void navigate({ to: '/workspaces', search: workspacesSearch({ days: value }), replace: true })
        }
      />
    </Group>
  );
}
