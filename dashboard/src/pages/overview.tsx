import { useState } from 'react';
import type { UserView } from '../../../src/contract/user.ts';
import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { ApiError, api } from '../api.ts';
import { formatTargets } from '../format.ts';
import { CaughtRecently } from '../parts/caught-recently.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { SnippetTabs } from '../parts/snippet-tabs.tsx';
import { Link } from '../router.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { snippetsFor } from '../snippets.ts';
import { text } from '../text/en.ts';
import { asApiError, useResource } from '../use-resource.ts';

/** How many of the newest requests are counted: one page of the audit log, the largest there is. */
const RECENT = 200;

export function Overview() {
  const user = useUser();
  const workspaces = useResource('workspaces', api.listWorkspaces);
  const recent = useResource('recent', async () => {
    try {
      return await api.listAudit({ limit: RECENT });
    } catch (error) {
      // A member of workspaces sees his own keys, not what others sent.
      if (error instanceof ApiError && error.status === 403) return null;
      throw error;
    }
  });
  return (
    <Page title={text.overview.title} lead={text.overview.lead}>
      <Section title={text.overview.workspaces}>
        <Loaded resource={workspaces} rows={8}>
          {({ data }) =>
            data.length === 0 ? (
              <div className="empty">{isAdmin(user) ? text.overview.noneAdmin : text.overview.none}</div>
            ) : (
              <StartHere workspaces={data} user={user} />
            )
          }
        </Loaded>
      </Section>
      <Section title={text.overview.caught} lead={recent.data === null ? undefined : text.overview.caughtLead(RECENT)}>
        <Loaded resource={recent} rows={4}>
          {(page) =>
            page === null ? (
              <div className="empty">{text.overview.caughtHidden}</div>
            ) : (
              <CaughtRecently events={page.data} />
            )
          }
        </Loaded>
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
    <div className="split">
      <fieldset className="choices">
        <legend className="visually-hidden">{text.overview.choose}</legend>
        {workspaces.map((candidate) => (
          <label key={candidate.id} className="choice">
            <input
              type="radio"
              name="workspace"
              value={candidate.name}
              checked={candidate.name === workspace.name}
              onChange={() => setName(candidate.name)}
            />
            <span className="choice-text">
              <strong>{candidate.name}</strong>
              {candidate.title !== candidate.name && <span className="muted">{candidate.title}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="start">
        <dl className="facts">
          <div>
            <dt>{text.workspaces.targets}</dt>
            <dd>{targets.length === 0 ? text.workspaces.noTargets : formatTargets(targets)}</dd>
          </div>
          <div>
            <dt>{text.workspaces.pii}</dt>
            <dd>{text.workspaces.piiFacts(pii.default, pii.floor)}</dd>
          </div>
        </dl>
        {isAdmin(user) && <JoinHint key={workspace.name} workspace={workspace} user={user} />}
        <SnippetTabs snippets={snippetsFor(location.origin, workspace.name)} />
        <p className="muted small-print">
          {text.overview.keyHint} <Link href="/profile">{text.overview.keyLink}</Link>
        </p>
      </div>
    </div>
  );
}

/** Owners and admins see every workspace; their keys reach only those they are members of. */
function JoinHint({ workspace, user }: { readonly workspace: WorkspaceView; readonly user: UserView }) {
  const members = useResource(`members:${workspace.name}`, () => api.listMembers(workspace.name));
  const [problem, setProblem] = useState<string>();
  const joined = members.data?.data.some(({ userId }) => userId === user.id) ?? true;
  const join = async (): Promise<void> => {
    try {
      await api.addMember(workspace.name, { email: user.email, role: 'admin' });
      members.reload();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  };
  return (
    <div aria-live="polite" className="live">
      {!joined && (
        <Notice kind="warning">
          {problem ?? text.overview.notMember}{' '}
          <button type="button" className="link" onClick={() => void join()}>
            {text.overview.join}
          </button>
        </Notice>
      )}
    </div>
  );
}
