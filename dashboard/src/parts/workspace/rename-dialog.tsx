import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkspaceView } from '../../../../src/contract/workspace.ts';
import { readAgain } from '../../api/read-again.ts';
import { updateWorkspace, workspaceQuery } from '../../api/workspaces.ts';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { TextField } from '../fields.tsx';
import { Form, filled, typed } from '../form.tsx';
import { Notice } from '../notice.tsx';
import { notify } from '../notify.ts';
import { useStillThere } from '../use-still-there.ts';

const say = text.workspaces;

export function RenameDialog({
  workspace,
  onClose,
}: {
  readonly workspace: WorkspaceView;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const isThere = useStillThere();
  const [name, setName] = useState(workspace.name);
  const submit = async (data: FormData): Promise<void> => {
    const next = typed(data, 'name').trim();
    const renamed = await updateWorkspace(workspace, {
      title: filled(data, 'title') ?? next,
      ...(next === workspace.name ? {} : { name: next }),
    }).catch(readAgain(client, ['workspaces']));
    client.setQueryData(workspaceQuery(renamed.name).queryKey, renamed);
    if (isThere()) onClose();
    notify.done(say.renamed);
    if (renamed.name !== workspace.name) {
      await navigate({ to: '/workspaces/$name', params: { name: renamed.name }, search: true, replace: true });
    }
    await client.invalidateQueries({ queryKey: ['workspaces'] });
  };
  return (
    <Dialog title={say.renameTitle(workspace.title)} onClose={onClose}>
      <Form submit={say.rename} onSubmit={submit} onCancel={onClose}>
        <TextField
          label={say.titleField}
          hint={say.titleHint}
          name="title"
          defaultValue={workspace.title}
          maxLength={200}
          autoComplete="off"
          data-autofocus
        />
        <TextField
          label={say.name}
          hint={say.nameHint}
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          pattern="[a-z0-9][a-z0-9\-]{0,62}"
          title={say.nameHint}
          autoComplete="off"
          spellCheck={false}
        />
        <div aria-live="polite" className="live">
          {name !== workspace.name && <Notice kind="warning">{say.renameWarning(workspace.name)}</Notice>}
        </div>
      </Form>
    </Dialog>
  );
}
