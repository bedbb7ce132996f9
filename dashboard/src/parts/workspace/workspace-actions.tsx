import { Button, Group, Menu } from '@mantine/core';
import { DotsHorizontalIcon } from '@radix-ui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkspaceView } from '../../../../src/contract/workspace.ts';
import { readAgain } from '../../api/read-again.ts';
import { deleteWorkspace, updateWorkspace } from '../../api/workspaces.ts';
import { text } from '../../text/en.ts';
import { ConfirmDialog } from '../dialog.tsx';
import { notify } from '../notify.ts';
import { RenameDialog } from './rename-dialog.tsx';

const say = text.workspaces;

/** Rename, archive and take back, delete: for owners and admins of the organization. */
export function WorkspaceActions({ workspace }: { readonly workspace: WorkspaceView }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'none' | 'rename' | 'archive' | 'delete'>('none');
  const { name, archivedAt } = workspace;
  const [busy, setBusy] = useState(false);
  const close = (): void => setOpen('none');
  const archive = async (archived: boolean): Promise<void> => {
    await updateWorkspace(workspace, { archived }).catch(readAgain(client, ['workspaces']));
    await client.invalidateQueries({ queryKey: ['workspaces'] });
    notify.done(archived ? say.archivedDone : say.takenBack);
  };
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    await archive(false).catch(notify.failed);
    setBusy(false);
  };
  return (
    <Group gap="sm">
      {archivedAt !== null && (
        <Button loading={busy} onClick={() => void takeBack()}>
          {say.takeBack}
        </Button>
      )}
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <Button variant="default" leftSection={<DotsHorizontalIcon aria-hidden />}>
            {text.common.actions}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('rename')}>{say.rename}</Menu.Item>
          {archivedAt === null && <Menu.Item onClick={() => setOpen('archive')}>{say.archive}</Menu.Item>}
          <Menu.Item color="red" onClick={() => setOpen('delete')}>
            {say.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'rename' && <RenameDialog workspace={workspace} onClose={close} />}
      {open === 'archive' && (
        <ConfirmDialog
          title={say.archiveTitle(name)}
          confirm={say.archive}
          onConfirm={() => archive(true)}
          onClose={close}
          harmless
        >
          {say.archiveQuestion}
        </ConfirmDialog>
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={say.deleteTitle(name)}
          confirm={say.delete}
          onConfirm={async () => {
            await deleteWorkspace(name);
            await navigate({ to: '/workspaces' });
            await client.invalidateQueries({ queryKey: ['workspaces'], exact: true });
          }}
          onClose={close}
        >
          {say.deleteQuestion}
        </ConfirmDialog>
      )}
    </Group>
  );
}
