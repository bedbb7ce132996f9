import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteWorkspace, membersQuery, workspaceQuery } from '../api/workspaces.ts';
import { FileBadge } from '../parts/badge.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Members } from '../parts/members.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { SnippetTabs } from '../parts/snippet-tabs.tsx';
import { WorkspaceFacts } from '../parts/workspace-facts.tsx';
import { WorkspaceForm } from '../parts/workspace-form.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { snippetsFor } from '../snippets.ts';
import { text } from '../text/en.ts';

export function WorkspaceDetails() {
  const { name } = useParams({ from: '/signed-in/workspaces/$name' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const user = useUser();
  const workspace = useQuery(workspaceQuery(name));
  const members = useQuery(membersQuery(name));
  const [deleting, setDeleting] = useState(false);
  const leads = members.data !== undefined && members.data !== null;
  return (
    <Page
      title={name}
      above={<Link to="/workspaces">{text.workspaces.title}</Link>}
      {...(workspace.data !== undefined && workspace.data.title !== name ? { lead: workspace.data.title } : {})}
      actions={
        isAdmin(user) &&
        workspace.data?.managedBy === null && (
          <Button variant="default" onClick={() => setDeleting(true)}>
            {text.workspaces.delete}
          </Button>
        )
      }
    >
      <Section title={text.workspaces.settings}>
        <Loaded query={workspace} rows={8}>
          {(view) => (
            <>
              {view.managedBy === 'file' && (
                <Notice>
                  <FileBadge managedBy="file" /> {text.common.fileNote}
                </Notice>
              )}
              {view.managedBy === null && leads ? (
                <WorkspaceForm workspace={view} mayRoute={isAdmin(user)} onSaved={() => void workspace.refetch()} />
              ) : (
                <WorkspaceFacts workspace={view} />
              )}
            </>
          )}
        </Loaded>
      </Section>
      {members.data !== null && (
        <Loaded query={members}>
          {(list) =>
            list !== null && <Members workspace={name} members={list.data} onChanged={() => void members.refetch()} />
          }
        </Loaded>
      )}
      <Section title={text.overview.snippetLabel}>
        <SnippetTabs snippets={snippetsFor(location.origin, name)} />
      </Section>
      {deleting && (
        <ConfirmDialog
          title={text.workspaces.deleteTitle(name)}
          confirm={text.workspaces.delete}
          onConfirm={async () => {
            await deleteWorkspace(name);
            await client.invalidateQueries({ queryKey: ['workspaces'], exact: true });
            await navigate({ to: '/workspaces' });
          }}
          onClose={() => setDeleting(false)}
        >
          {text.workspaces.deleteQuestion}
        </ConfirmDialog>
      )}
    </Page>
  );
}
