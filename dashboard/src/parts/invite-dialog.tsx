import { Button, Checkbox, Fieldset, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CreatedInvitation } from '../../../src/contract/invitation.ts';
import type { OrganizationRole } from '../../../src/contract/user.ts';
import { createInvitation } from '../api/invitations.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { formatTime } from '../format.ts';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Dialog } from './dialog.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Form, filled, typed } from './form.tsx';
import { Notice } from './notice.tsx';
import { SecretValue } from './secret-value.tsx';

const ROLES = ['member', 'admin', 'owner'] as const satisfies readonly OrganizationRole[];
const DAYS = [1, 7, 30] as const;

/** Who is asked in, as what, and where they find themselves. */
export function InviteDialog({
  onClose,
  onInvited,
}: {
  readonly onClose: () => void;
  readonly onInvited: (invitation: CreatedInvitation) => void;
}) {
  const self = useUser();
  const workspaces = useQuery(workspacesQuery);
  const roles = self.role === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner');
  const submit = async (data: FormData): Promise<void> => {
    const name = filled(data, 'name');
    const role = ROLES.find((candidate) => candidate === typed(data, 'role')) ?? 'member';
    onInvited(
      await createInvitation({
        email: typed(data, 'email').trim(),
        role,
        days: Number(typed(data, 'days')),
        workspaces: data
          .getAll('workspaces')
          .map((workspace) => ({ name: String(workspace), role: 'member' as const })),
        ...(name === undefined ? {} : { name }),
      }),
    );
  };
  const open = workspaces.data?.data.filter(({ archivedAt }) => archivedAt === null) ?? [];
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
          data-autofocus
        />
        <TextField label={text.fields.name} name="name" maxLength={200} autoComplete="off" />
        <SelectField
          label={text.fields.role}
          hint={text.users.roleHint}
          name="role"
          options={roles.map((role) => ({ value: role, label: text.roles[role] }))}
        />
        {open.length > 0 && (
          <Fieldset legend={text.invitations.workspaces} p="sm">
            <Stack gap="xs">
              {open.map(({ id, name, title }) => (
                <Checkbox
                  key={id}
                  name="workspaces"
                  value={name}
                  label={title === name ? name : `${title} (${name})`}
                />
              ))}
            </Stack>
          </Fieldset>
        )}
        <SelectField
          label={text.invitations.days}
          name="days"
          defaultValue="7"
          options={DAYS.map((days) => ({ value: String(days), label: text.invitations.daysOptions(days) }))}
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
