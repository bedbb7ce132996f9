import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkspaceView } from '../../../src/contract/workspace.ts';
import { providersQuery } from '../api/providers.ts';
import { addMember, createWorkspace, workspacesQuery } from '../api/workspaces.ts';
import { formatTargets } from '../format.ts';
import { FileBadge } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { CheckField, SelectField, TextField } from '../parts/fields.tsx';
import { Form, filled, typed } from '../parts/form.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Time } from '../parts/time.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { text } from '../text/en.ts';

export function Workspaces() {
  const user = useUser();
  const workspaces = useQuery(workspacesQuery);
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={text.workspaces.title}
      lead={isAdmin(user) ? text.workspaces.leadAdmin : text.workspaces.lead}
      actions={isAdmin(user) && <Button onClick={() => setCreating(true)}>{text.workspaces.create}</Button>}
    >
      <Loaded query={workspaces} rows={4}>
        {({ data }) => (
          <DataTable
            label={text.workspaces.title}
            columns={COLUMNS}
            rows={data}
            keyOf={({ id }) => id}
            empty={text.workspaces.none}
          />
        )}
      </Loaded>
      {creating && <CreateWorkspace onClose={() => setCreating(false)} />}
    </Page>
  );
}

const COLUMNS: readonly Column<WorkspaceView>[] = [
  {
    title: text.workspaces.name,
    cell: ({ name, title, managedBy }) => (
      <span className="stack">
        <span>
          <Link to="/workspaces/$name" params={{ name }}>
            {name}
          </Link>{' '}
          <FileBadge managedBy={managedBy} />
        </span>
        {title !== name && <span className="muted">{title}</span>}
      </span>
    ),
  },
  {
    title: text.workspaces.targets,
    cell: ({ settings: { targets } }) =>
      targets.length === 0 ? <span className="muted">{text.workspaces.noTargets}</span> : formatTargets(targets),
  },
  {
    title: text.workspaces.pii,
    cell: ({ settings: { pii } }) => text.workspaces.piiFacts(pii.default, pii.floor),
  },
  { title: text.workspaces.made, cell: ({ createdAt }) => <Time iso={createdAt} as="day" /> },
];

function CreateWorkspace({ onClose }: { readonly onClose: () => void }) {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const providers = useQuery(providersQuery);
  const submit = async (data: FormData): Promise<void> => {
    const title = filled(data, 'title');
    const provider = filled(data, 'settings.targets[0].provider');
    const model = filled(data, 'settings.targets[0].model');
    const targets = provider === undefined || model === undefined ? [] : [{ provider, model }];
    const body = { name: typed(data, 'name').trim(), settings: { targets }, ...(title === undefined ? {} : { title }) };
    const { name } = await createWorkspace(body);
    if (data.get('join') !== null) await addMember(name, { email: user.email, role: 'admin' });
    await client.invalidateQueries({ queryKey: ['workspaces'] });
    await navigate({ to: '/workspaces/$name', params: { name } });
  };
  return (
    <Dialog title={text.workspaces.createTitle} onClose={onClose}>
      <Loaded query={providers} rows={6}>
        {({ data }) => (
          <Form submit={text.workspaces.create} onSubmit={submit} onCancel={onClose}>
            <TextField
              label={text.workspaces.name}
              hint={text.workspaces.nameHint}
              name="name"
              required
              pattern="[a-z0-9][a-z0-9\-]{0,62}"
              title={text.workspaces.nameHint}
              autoComplete="off"
              spellCheck={false}
              autoFocus
            />
            <TextField label={text.workspaces.titleField} name="title" maxLength={200} autoComplete="off" />
            {data.length > 0 && (
              <>
                <SelectField
                  label={text.workspaces.provider}
                  name="settings.targets[0].provider"
                  options={data.map(({ name }) => ({ value: name, label: name }))}
                />
                <TextField
                  label={text.workspaces.model}
                  hint={text.workspaces.modelHint}
                  name="settings.targets[0].model"
                  maxLength={200}
                  autoComplete="off"
                  spellCheck={false}
                />
              </>
            )}
            <CheckField label={text.workspaces.joinToo} name="join" defaultChecked />
          </Form>
        )}
      </Loaded>
    </Dialog>
  );
}
