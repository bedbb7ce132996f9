import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserView } from '../../../src/contract/user.ts';
import { invitationsQuery } from '../api/invitations.ts';
import { createSignInLink, deleteUser, resetTwoFactor, updateUser, usersQuery } from '../api/users.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { InvitationsSection } from '../parts/invitations-section.tsx';
import { InviteDialog, LinkDialog, type ShownLink } from '../parts/invite-dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { notify } from '../parts/notify.ts';
import { Page, Section } from '../parts/page.tsx';
import { UserTable } from '../parts/user-table.tsx';
import { text } from '../text/en.ts';

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'invite' }
  | { readonly dialog: 'link'; readonly link: ShownLink }
  | { readonly dialog: 'delete' | 'disable' | 'two-factor'; readonly user: UserView };

export function Users() {
  const client = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const waiting = new Set(invitations.data?.data.map(({ userId }) => userId));
  const users = useQuery(usersQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['users'] });
    await client.invalidateQueries({ queryKey: ['invitations'] });
  };
  const attempt = async (change: () => Promise<unknown>): Promise<void> => {
    try {
      await change();
    } catch (error) {
      notify.failed(error);
    }
    await refresh();
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
      <Section title={text.users.people}>
        <Loaded query={users} rows={4}>
          {({ data }) => (
            <UserTable
              users={data.filter(({ id }) => !waiting.has(id))}
              onRole={(user, role) =>
                attempt(async () => {
                  await updateUser(user.id, { role });
                  notify.done(text.users.roleChanged(user.email));
                })
              }
              onLink={showLink}
              onResetTwoFactor={(user) => setOpen({ dialog: 'two-factor', user })}
              onEnable={(user) => attempt(() => updateUser(user.id, { disabled: false }))}
              onDisable={(user) => setOpen({ dialog: 'disable', user })}
              onDelete={(user) => setOpen({ dialog: 'delete', user })}
            />
          )}
        </Loaded>
      </Section>
      <InvitationsSection onLink={(link) => setOpen({ dialog: 'link', link })} />
      {open.dialog === 'invite' && (
        <InviteDialog
          onClose={close}
          onInvited={({ user, token, expiresAt }) => {
            setOpen({ dialog: 'link', link: { email: user.email, token, expiresAt } });
            void refresh();
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
            await refresh();
          }}
          onClose={close}
        >
          {text.users.disableQuestion}
        </ConfirmDialog>
      )}
      {open.dialog === 'two-factor' && (
        <ConfirmDialog
          title={text.users.resetTwoFactorTitle(open.user.email)}
          confirm={text.users.resetTwoFactor}
          onConfirm={async () => {
            await resetTwoFactor(open.user.id);
            notify.done(text.users.reset);
            await refresh();
          }}
          onClose={close}
        >
          {text.users.resetTwoFactorQuestion}
        </ConfirmDialog>
      )}
      {open.dialog === 'delete' && (
        <ConfirmDialog
          title={text.users.deleteTitle(open.user.email)}
          confirm={text.common.remove}
          onConfirm={async () => {
            await deleteUser(open.user.id);
            await refresh();
          }}
          onClose={close}
        >
          {text.users.deleteQuestion}
        </ConfirmDialog>
      )}
    </Page>
  );
}
