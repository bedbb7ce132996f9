import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '../../../src/contract/user.ts';
import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { auditQuery } from '../api/audit.ts';
import { asApiError } from '../api/call.ts';
import { addMember, membersQuery, workspacesQuery } from '../api/workspaces.ts';
import { formatNumber, formatTargets } from '../format.ts';
import { KindBadges } from '../parts/badge.tsx';
import { Empty } from '../parts/empty.tsx';
import { Facts } from '../parts/facts.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { notify } from '../parts/notify.ts';
import { Page, Section } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { SnippetTabs } from '../parts/snippet-tabs.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { snippetsFor } from '../snippets.ts';
import { text } from '../text/en.ts';
import { VERDICTS } from './audit-search.ts';

/** How many of the newest requests are counted: one page of the audit log, the largest there is. */
const RECENT = 200;

export function Overview() {
  const user = useUser();
  const workspaces = useQuery(workspacesQuery);
  return (
    <Page title={text.overview.title} lead={text.overview.lead}>
      <Section title={text.overview.workspaces}>
        <Loaded query={workspaces} rows={8}>
          {({ data }) =>
            data.length === 0 ? (
              <Empty>{isAdmin(user) ? text.overview.noneAdmin : text.overview.none}</Empty>
            ) : (
              <StartHere workspaces={data} user={user} />
            )
          }
        </Loaded>
      </Section>
      <Section title={text.overview.caught} lead={text.overview.caughtLead(RECENT)}>
        <CaughtRecently />
      </Section>
    </Page>
  );
}

function StartHere({ workspaces, user }: { readonly workspaces: readonly WorkspaceView[]; readonly user: UserView }) {
  const [name, setName] = useState(workspaces[0]?.name ?? '');
  const workspace = workspaces.find((candidate) => candidate.name === name) ?? workspaces[0];
  if (workspace === undefined) return null;
  const { targets, pii } = workspace.settings;
  return (
    <Panel>
      <Stack gap="md">
        {workspaces.length > 1 && (
          <Group gap="xs">
            {workspaces.map((candidate) => (
              <Button
                key={candidate.id}
                size="compact-md"
                variant={candidate === workspace ? 'light' : 'default'}
                aria-pressed={candidate === workspace}
                onClick={() => setName(candidate.name)}
              >
                {candidate.name}
              </Button>
            ))}
          </Group>
        )}
        <Facts
          items={[
            [text.workspaces.targets, targets.length === 0 ? text.workspaces.noTargets : formatTargets(targets)],
            [text.workspaces.pii, text.workspaces.piiFacts(pii.default, pii.floor)],
          ]}
        />
        {isAdmin(user) && <JoinHint key={workspace.name} workspace={workspace} user={user} />}
        <SnippetTabs snippets={snippetsFor(location.origin, workspace.name)} />
        <Text size="sm" c="dimmed">
          {text.overview.keyHint} <Link to="/profile">{text.overview.keyLink}</Link>
        </Text>
      </Stack>
    </Panel>
  );
}

/** Owners and admins see every workspace; their keys reach only those they are members of. */
function JoinHint({ workspace, user }: { readonly workspace: WorkspaceView; readonly user: UserView }) {
  const client = useQueryClient();
  const members = useQuery(membersQuery(workspace.name));
  const joined = members.data?.data.some(({ userId }) => userId === user.id) ?? true;
  const join = async (): Promise<void> => {
    try {
      await addMember(workspace.name, { email: user.email, role: 'admin' });
    } catch (error) {
      notify.failed(error);
    }
    await client.invalidateQueries({ queryKey: ['workspaces'] });
  };
  if (joined) return null;
  return (
    <Notice kind="warning">
      <Group justify="space-between">
        {text.overview.notMember}
        <Button size="compact-sm" variant="default" onClick={() => void join()}>
          {text.overview.join}
        </Button>
      </Group>
    </Notice>
  );
}

function CaughtRecently() {
  const recent = useQuery(auditQuery({ limit: RECENT }));
  // A member of workspaces sees his own keys, not what others sent.
  if (recent.error !== null && asApiError(recent.error).status === 403) {
    return <Empty>{text.overview.caughtHidden}</Empty>;
  }
  return (
    <Loaded query={recent} rows={4}>
      {({ data }) => {
        if (data.length === 0) return <Empty>{text.overview.nothingYet}</Empty>;
        const kinds: Record<string, number> = {};
        for (const event of data) {
          for (const [kind, count] of Object.entries(event.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
        }
        return (
          <Stack gap="md">
            <SimpleGrid cols={{ base: 2, sm: 4 }}>
              {VERDICTS.map((verdict) => (
                <Link key={verdict} to="/audit" search={{ verdict }} underline="never">
                  <Paper p="md">
                    <Text fz="xl" fw={600} c="bright">
                      {formatNumber(data.filter((event) => event.verdict === verdict).length)}
                    </Text>{' '}
                    <Text size="sm" c="dimmed">
                      {text.verdicts[verdict]}
                    </Text>
                  </Paper>
                </Link>
              ))}
            </SimpleGrid>
            <KindBadges kinds={kinds} />
          </Stack>
        );
      }}
    </Loaded>
  );
}
