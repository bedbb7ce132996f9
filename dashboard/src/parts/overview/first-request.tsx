import { Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceView } from '../../../../src/contract/workspace.ts';
import { addMember, membersQuery, workspacesQuery } from '../../api/workspaces.ts';
import { isAdmin, useUser } from '../../session.tsx';
import { snippetsFor } from '../../snippets.ts';
import { text } from '../../text/en.ts';
import { Empty } from '../empty.tsx';
import { Link, LinkButton } from '../link.tsx';
import { Loaded } from '../loaded.tsx';
import { Notice } from '../notice.tsx';
import { notify } from '../notify.ts';
import { Page, Section } from '../page.tsx';
import { Panel } from '../panel.tsx';
import { SnippetTabs } from '../snippet-tabs.tsx';

const say = text.overview;

/** Nothing has come through yet: how to send something. The numbers take this place by themselves. */
export function FirstRequest() {
  const user = useUser();
  const workspaces = useQuery(workspacesQuery);
  return (
    <Page title={say.title} lead={say.firstLead}>
      <Loaded query={workspaces} rows={8}>
        {({ data }) => {
          const usable = data.filter(({ archivedAt }) => archivedAt === null);
          return usable.length === 0 ? (
            <Empty action={isAdmin(user) && <LinkButton to="/workspaces">{say.toWorkspaces}</LinkButton>}>
              {isAdmin(user) ? say.noneAdmin : say.none}
            </Empty>
          ) : (
            <Steps workspaces={usable} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Steps({ workspaces }: { readonly workspaces: readonly WorkspaceView[] }) {
  const user = useUser();
  const [name, setName] = useState(workspaces[0]?.name ?? '');
  const workspace = workspaces.find((candidate) => candidate.name === name) ?? workspaces[0];
  if (workspace === undefined) return null;
  return (
    <Section title={say.firstTitle}>
      <Panel>
        <Stack gap="lg">
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
          {isAdmin(user) && <JoinHint key={workspace.name} workspace={workspace} />}
          <List type="ordered" spacing="md" size="sm">
            <List.Item>
              <Link to="/profile">{say.keyLink}</Link>. {say.keyHint}
            </List.Item>
            <List.Item>{say.firstRun}</List.Item>
          </List>
          <SnippetTabs snippets={snippetsFor(location.origin, workspace.name)} />
          <Group gap="sm" justify="space-between">
            <Group gap="xs" role="status">
              <Loader size="xs" color="gray" aria-hidden />
              <Text size="sm" c="dimmed">
                {say.firstWaiting}
              </Text>
            </Group>
            <LinkButton to="/playground" variant="default">
              {say.toPlayground}
            </LinkButton>
          </Group>
        </Stack>
      </Panel>
    </Section>
  );
}

/** Owners and admins see every workspace; their keys reach only those they are members of. */
function JoinHint({ workspace }: { readonly workspace: WorkspaceView }) {
  const user = useUser();
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
        {say.notMember}
        <Button size="compact-sm" variant="default" onClick={() => void join()}>
          {say.join}
        </Button>
      </Group>
    </Notice>
  );
}
