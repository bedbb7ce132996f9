import { Button, NativeSelect } from '@mantine/core';
import type { OrganizationRole, UserView } from '../../../src/contract/user.ts';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Badge, FileBadge } from './badge.tsx';
import { type Column, DataTable } from './data-table.tsx';

const ROLES = ['member', 'admin', 'owner'] as const satisfies readonly OrganizationRole[];

interface Actions {
  readonly onRole: (user: UserView, role: OrganizationRole) => void;
  readonly onLink: (user: UserView) => void;
  readonly onEnable: (user: UserView) => void;
  readonly onDisable: (user: UserView) => void;
  readonly onDelete: (user: UserView) => void;
}

export function UserTable({ users, ...actions }: { readonly users: readonly UserView[] } & Actions) {
  const self = useUser();
  return (
    <DataTable
      label={text.users.title}
      columns={columns(self, actions)}
      rows={users}
      keyOf={({ id }) => id}
      empty={text.users.none}
    />
  );
}

function columns(self: UserView, actions: Actions): readonly Column<UserView>[] {
  /** Only an owner touches an owner; nobody locks himself out. */
  const mayTouch = (user: UserView): boolean => user.id !== self.id && (user.role !== 'owner' || self.role === 'owner');
  return [
    {
      title: text.fields.name,
      cell: ({ name, email, managedBy }) => (
        <span className="stack">
          <span>
            <strong>{name}</strong> <FileBadge managedBy={managedBy} />
          </span>
          {email !== name && <span className="muted">{email}</span>}
        </span>
      ),
    },
    {
      title: text.fields.role,
      cell: (user) => {
        if (user.managedBy === 'file' || !mayTouch(user)) return text.roles[user.role];
        const roles = self.role === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner');
        return (
          <NativeSelect
            aria-label={text.users.roleOf(user.email)}
            value={user.role}
            onChange={(event) => {
              const role = ROLES.find((candidate) => candidate === event.target.value);
              if (role !== undefined) actions.onRole(user, role);
            }}
            size="xs"
            data={roles.map((role) => ({ value: role, label: text.roles[role] }))}
          />
        );
      },
    },
    {
      title: text.users.state,
      cell: (user) => {
        const state = user.disabled ? 'disabled' : user.hasPassword ? 'active' : 'invited';
        const tone = { disabled: 'bad', active: 'good', invited: 'neutral' } as const;
        return <Badge tone={tone[state]}>{text.users.states[state]}</Badge>;
      },
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (user) =>
        mayTouch(user) && (
          <span className="wrap">
            {!user.disabled && (
              <Action label={text.users.linkFor(user.email)} run={() => actions.onLink(user)}>
                {text.users.link}
              </Action>
            )}
            {user.disabled ? (
              <Action label={text.users.enableLabel(user.email)} run={() => actions.onEnable(user)}>
                {text.users.enable}
              </Action>
            ) : (
              <Action label={text.users.disableTitle(user.email)} run={() => actions.onDisable(user)}>
                {text.users.disable}
              </Action>
            )}
            {user.managedBy === null && (
              <Action label={text.users.deleteTitle(user.email)} run={() => actions.onDelete(user)}>
                {text.common.remove}
              </Action>
            )}
          </span>
        ),
    },
  ];
}

function Action({
  label,
  run,
  children,
}: {
  readonly label: string;
  readonly run: () => void;
  readonly children: string;
}) {
  return (
    <Button size="compact-sm" variant="default" aria-label={label} onClick={run}>
      {children}
    </Button>
  );
}
