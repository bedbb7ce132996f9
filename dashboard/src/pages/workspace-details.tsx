import { Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { MemberView } from '../../../src/contract/member.ts';
import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { type ApiError, asApiError, isOvertaken } from '../api/call.ts';
import { membersQuery, updateWorkspace, workspaceQuery } from '../api/workspaces.ts';
import { FileBadge } from '../parts/badge.tsx';
import { Refusals } from '../parts/form.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { notify } from '../parts/notify.ts';
import { Page } from '../parts/page.tsx';
import { useDraft } from '../parts/policy/editing.ts';
import { differingSettings } from '../parts/policy/merge-settings.ts';
import { Members } from '../parts/workspace/members.tsx';
import { OverviewTab } from '../parts/workspace/overview-tab.tsx';
import { PolicyTab } from '../parts/workspace/policy-tab.tsx';
import { SaveBar } from '../parts/workspace/save-bar.tsx';
import { TargetsTab } from '../parts/workspace/targets-tab.tsx';
import { WorkspaceActions } from '../parts/workspace/workspace-actions.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { NotFound } from './not-found.tsx';
import { WORKSPACE_TABS, workspaceSearch } from './workspace-search.ts';

const say = text.workspaces;

export function WorkspaceDetails() {
  const { name } = useParams({ from: '/signed-in/workspaces/$name' });
  const workspace = useQuery(workspaceQuery(name));
  const members = useQuery(membersQuery(name));
  if (workspace.error !== null && workspace.data === undefined && asApiError(workspace.error).status === 404) {
    return <NotFound />;
  }
  const up = <Link to="/workspaces">{say.title}</Link>;
  if (workspace.data === undefined || members.data === undefined) {
    return (
      <Page title={workspace.data?.title ?? name} above={up}>
        {workspace.data === undefined ? (
          <Loaded query={workspace} rows={8}>
            {() => null}
          </Loaded>
        ) : (
          <Loaded query={members} rows={8}>
            {() => null}
          </Loaded>
        )}
      </Page>
    );
  }
  return <Details key={workspace.data.id} workspace={workspace.data} members={members.data?.data} above={up} />;
}

function Details({
  workspace,
  members,
  above,
}: {
  readonly workspace: WorkspaceView;
  /** Undefined for somebody who does not lead the workspace. */
  readonly members: readonly MemberView[] | undefined;
  readonly above: ReactNode;
}) {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/signed-in/workspaces/$name' });
  const draft = useDraft(workspace);
  const [refused, setRefused] = useState<ApiError>();
  const { name, title, managedBy, archivedAt } = workspace;
  const readOnly =
    managedBy === 'file' ? text.common.fileNote : members === undefined ? text.policy.readOnly : undefined;
  const save = async (): Promise<void> => {
    const sent = draft.settings;
    const saved = await updateWorkspace(draft.from, { settings: sent }).catch(async (error: unknown) => {
      if (!isOvertaken(error)) throw error;
      const now = await client.fetchQuery({ ...workspaceQuery(name), staleTime: 0 });
      // Of other settings the draft says what can be done; a new title is no matter of settings.
      if (differingSettings(draft.from.settings, now.settings).length > 0) throw error;
      return updateWorkspace(now, { settings: sent });
    });
    client.setQueryData(workspaceQuery(name).queryKey, saved);
    draft.settle(sent, saved);
    notify.done(text.common.saved);
    await client.invalidateQueries({ queryKey: ['workspaces'], exact: true });
  };
  const tabs = WORKSPACE_TABS.filter((each) => each !== 'members' || members !== undefined);
  return (
    <Page
      title={title}
      above={above}
      {...(title === name ? {} : { lead: <code>{name}</code> })}
      actions={
        <>
          <FileBadge managedBy={managedBy} />
          {isAdmin(user) && managedBy === null && <WorkspaceActions workspace={workspace} />}
        </>
      }
    >
      {archivedAt !== null && <Notice kind="warning">{say.archivedNotice}</Notice>}
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            to: '/workspaces/$name',
            params: { name },
            search: workspaceSearch({ tab: next }),
            replace: true,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Refusals error={refused}>
          <Tabs.Panel value="overview">
            <OverviewTab workspace={workspace} />
          </Tabs.Panel>
          <Tabs.Panel value="policy">
            <PolicyTab workspace={name} editing={draft} readOnly={readOnly} />
          </Tabs.Panel>
          <Tabs.Panel value="targets">
            <TargetsTab editing={draft} mayRoute={isAdmin(user)} readOnly={readOnly} />
          </Tabs.Panel>
          {members !== undefined && (
            <Tabs.Panel value="members">
              <Members
                workspace={name}
                members={members}
                onChanged={() => client.invalidateQueries({ queryKey: membersQuery(name).queryKey })}
              />
            </Tabs.Panel>
          )}
        </Refusals>
      </Tabs>
      <SaveBar draft={draft} onSave={save} onRefused={setRefused} />
    </Page>
  );
}
