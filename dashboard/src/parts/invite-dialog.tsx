import { Button, Stack } from '@mantine/core';
import type { OrganizationRole, UserView } from '../../../src/contract/user.ts';
import { createUser } from '../api/users.ts';
import { formatTime } from '../format.ts';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Dialog } from './dialog.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Form, filled, typed } from './form.tsx';
import { Notice } from './notice.tsx';
import { SecretValue } from './secret-value.tsx';

const ROLES = ['member', 'admin', 'owner'] as const satisfies readonly OrganizationRole[];

export function InviteDialog({
  onClose,
  onInvited,
}: {
  readonly onClose: () => void;
  readonly onInvited: (user: UserView) => void;
}) {
  const self = useUser();
  const roles = self.role === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner');
  const submit = async (data: FormData): Promise<void> => {
    const name = filled(data, 'name');
    const role = ROLES.find((candidate) => candidate === typed(data, 'role')) ?? 'member';
    const email = typed(data, 'email').trim();
    onInvited(await createUser({ email, role, ...(name === undefined ? {} : { name }) }));
  };
  return (
    <Dialog title={text.users.inviteTitle} onClose={onClose}>
      <Form submit={text.users.invite} onSubmit={submit} onCancel={onClose}>
        <TextField
          label={text.fields.email}
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          autoFocus
        />
        <TextField label={text.fields.name} name="name" maxLength={200} autoComplete="off" />
        <SelectField
          label={text.fields.role}
          hint={text.users.roleHint}
          name="role"
          options={roles.map((role) => ({ value: role, label: text.roles[role] }))}
        />
      </Form>
    </Dialog>
  );
}

export interface ShownLink {
  readonly email: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** A one-time link is shown once, like a key: whoever has it, is the user. */
export function LinkDialog({ link, onClose }: { readonly link: ShownLink; readonly onClose: () => void }) {
  const url = `${location.origin}/sign-in-link#${link.token}`;
  return (
    <Dialog title={text.users.linkTitle(link.email)} onClose={onClose} mustChoose>
      <Stack gap="md">
        <Notice kind="warning">{text.users.linkOnce(formatTime(link.expiresAt))}</Notice>
        <SecretValue value={url} />
        <Button onClick={onClose}>{text.users.linkKept}</Button>
      </Stack>
    </Dialog>
  );
}
