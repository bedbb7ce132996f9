import { ActionIcon, Menu } from '@mantine/core';
import { DotsHorizontalIcon } from '@radix-ui/react-icons';
import type { OrganizationRole, UserView } from '../../../src/contract/user.ts';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Badge, FileBadge, None } from './badge.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { RoleSelect } from './role-select.tsx';

const ROLES = ['member', 'admin', 'owner'] as const satisfies readonly OrganizationRole[];

interface Actions {
  readonly onRole: (user: UserView, role: OrganizationRole) => Promise<void>;
  readonly onLink: (user: UserView) => void;
  readonly onResetTwoFactor: (user: UserView) => void;
  readonly onEnable: (user: UserView) => void;
  readonly onDisable: (user: UserView) => void;
  readonly onDelete: (user: UserView) => void;
}

export function UserTable({ users, ...actions }: { readonly users: readonly UserView[] } & Actions) {
  const self = useUser();
  return (
    <DataTable
      label={text.users.people}
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
          <RoleSelect
            label={text.users.roleOf(user.email)}
            value={user.role}
            roles={roles.map((role) => ({ value: role, label: text.roles[role] }))}
            onChoose={(role) => actions.onRole(user, role)}
          />
        );
      },
    },
    {
      title: text.users.signsIn,
      cell: (user) => <Ways user={user} />,
    },
    {
      title: text.users.state,
      cell: (user) => {
        const state = user.disabled ? 'disabled' : user.hasPassword || user.hasSingleSignOn ? 'active' : 'invited';
        const tone = { disabled: 'bad', active: 'good', invited: 'neutral' } as const;
        return <Badge tone={tone[state]}>{text.users.states[state]}</Badge>;
      },
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (user) => mayTouch(user) && <More user={user} actions={actions} />,
    },
  ];
}

function Ways({ user }: { readonly user: UserView }) {
  const { password, singleSignOn, twoFactor } = text.users.ways;
  const ways = [
    ...(user.hasPassword ? [password] : []),
    ...(user.hasSingleSignOn ? [singleSignOn] : []),
    ...(user.twoFactor ? [twoFactor] : []),
  ];
  return ways.length === 0 ? <None /> : <span>{ways.join(', ')}</span>;
}

function More({ user, actions }: { readonly user: UserView; readonly actions: Actions }) {
  return (
    <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={text.users.more(user.email)}>
          <DotsHorizontalIcon aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!user.disabled && (
          <Menu.Item onClick={() => actions.onLink(user)}>
            {user.hasPassword ? text.users.link : text.invitations.renew}
          </Menu.Item>
        )}
        {user.twoFactor && (
          <Menu.Item onClick={() => actions.onResetTwoFactor(user)}>{text.users.resetTwoFactor}</Menu.Item>
        )}
        {user.disabled ? (
          <Menu.Item onClick={() => actions.onEnable(user)}>{text.users.enable}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => actions.onDisable(user)}>{text.users.disable}</Menu.Item>
        )}
        {user.managedBy === null && (
          <>
            <Menu.Divider />
            <Menu.Item c="var(--ofw-bad)" onClick={() => actions.onDelete(user)}>
              {text.common.remove}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
