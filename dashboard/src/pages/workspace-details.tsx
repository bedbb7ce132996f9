import { useState } from 'react';
import { ApiError, api } from '../api.ts';
import { FileBadge } from '../parts/badge.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Members } from '../parts/members.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { SnippetTabs } from '../parts/snippet-tabs.tsx';
import { WorkspaceFacts } from '../parts/workspace-facts.tsx';
import { WorkspaceForm } from '../parts/workspace-form.tsx';
import { Link, navigate } from '../router.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { snippetsFor } from '../snippets.ts';
import { text } from '../text/en.ts';
import { useResource } from '../use-resource.ts';

export function WorkspaceDetails({ name }: { readonly name: string }) {
  const user = useUser();
  const workspace = useResource(`workspace:${name}`, () => api.getWorkspace(name));
  const members = useResource(`members:${name}`, async () => {
    try {
      return await api.listMembers(name);
    } catch (error) {
      // The list is for the workspace's admins: who may not read it, may not change anything either.
      if (error instanceof ApiError && error.status === 403) return null;
      throw error;
    }
  });
  const [deleting, setDeleting] = useState(false);
  const leads = members.data !== undefined && members.data !== null;
  return (
    <Page
      title={name}
      lead={
        <>
          <Link href="/workspaces">{text.workspaces.title}</Link> / {workspace.data?.title ?? name}
        </>
      }
      actions={
        isAdmin(user) &&
        workspace.data?.managedBy === null && (
          <button type="button" className="button" onClick={() => setDeleting(true)}>
            {text.workspaces.delete}
          </button>
        )
      }
    >
      <Section title={text.workspaces.settings}>
        <Loaded resource={workspace} rows={8}>
          {(view) => (
            <>
              {view.managedBy === 'file' && (
                <Notice>
                  <FileBadge managedBy="file" /> {text.common.fileNote}
                </Notice>
              )}
              {view.managedBy === null && leads ? (
                <WorkspaceForm workspace={view} mayRoute={isAdmin(user)} onSaved={workspace.reload} />
              ) : (
                <WorkspaceFacts workspace={view} />
              )}
            </>
          )}
        </Loaded>
      </Section>
      {members.data !== null && (
        <Loaded resource={members}>
          {(list) => list !== null && <Members workspace={name} members={list.data} onChanged={members.reload} />}
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
            await api.deleteWorkspace(name);
            navigate('/workspaces');
          }}
          onClose={() => setDeleting(false)}
        >
          {text.workspaces.deleteQuestion}
        </ConfirmDialog>
      )}
    </Page>
  );
}
