import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '../../../src/contract/user.ts';
import { asApiError } from '../api/call.ts';
import { createSignInLink, deleteUser, updateUser, usersQuery } from '../api/users.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { InviteDialog, LinkDialog, type ShownLink } from '../parts/invite-dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { UserTable } from '../parts/user-table.tsx';
import { text } from '../text/en.ts';

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'invite' }
  | { readonly dialog: 'link'; readonly link: ShownLink }
  | { readonly dialog: 'delete' | 'disable'; readonly user: UserView };

export function Users() {
  const users = useQuery(usersQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const [problem, setProblem] = useState<string>();
  const close = (): void => setOpen({ dialog: 'none' });
  const attempt = async (change: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined);
    try {
      await change();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
    void users.refetch();
  };
  const showLink = (user: UserView): Promise<void> =>
    attempt(async () => {
      const { token, expiresAt } = await createSignInLink(user.id);
      setOpen({ dialog: 'link', link: { email: user.email, token, expiresAt } });
    });
  return (
    <Page
      title={text.users.title}
      lead={text.users.lead}
      actions={<Button onClick={() => setOpen({ dialog: 'invite' })}>{text.users.invite}</Button>}
    >
      <div aria-live="assertive" className="live">
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      </div>
      <Loaded query={users} rows={4}>
        {({ data }) => (
          <UserTable
            users={data}
            onRole={(user, role) => attempt(() => updateUser(user.id, { role }))}
            onLink={showLink}
            onEnable={(user) => attempt(() => updateUser(user.id, { disabled: false }))}
            onDisable={(user) => setOpen({ dialog: 'disable', user })}
            onDelete={(user) => setOpen({ dialog: 'delete', user })}
          />
        )}
      </Loaded>
      {open.dialog === 'invite' && (
        <InviteDialog
          onClose={close}
          onInvited={(user) => {
            close();
            void showLink(user);
          }}
        />
      )}
      {open.dialog === 'link' && <LinkDialog link={open.link} onClose={close} />}
      {open.dialog === 'disable' && (
        <ConfirmDialog
          title={text.users.disableTitle(open.user.email)}
          confirm={text.users.disable}
          onConfirm={async () => {
            await updateUser(open.user.id, { disabled: true });
            void users.refetch();
          }}
          onClose={close}
        >
          {text.users.disableQuestion}
        </ConfirmDialog>
      )}
      {open.dialog === 'delete' && (
        <ConfirmDialog
          title={text.users.deleteTitle(open.user.email)}
          confirm={text.common.remove}
          onConfirm={async () => {
            await deleteUser(open.user.id);
            void users.refetch();
          }}
          onClose={close}
        >
          {text.users.deleteQuestion}
        </ConfirmDialog>
      )}
    </Page>
  );
}
