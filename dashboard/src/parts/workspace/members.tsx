import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MemberView } from '../../../../src/contract/member.ts';
import { asApiError } from '../../api/call.ts';
import { addMember, removeMember, updateMember } from '../../api/workspaces.ts';
import { text } from '../../text/en.ts';
import { FileBadge } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { ConfirmDialog, Dialog } from '../dialog.tsx';
import { SelectField, TextField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';
import { Notice } from '../notice.tsx';
import { Section } from '../page.tsx';
import { RoleSelect } from '../role-select.tsx';
import { VisibleText } from '../visible-text.tsx';

const ROLES = [
  { value: 'member', label: text.workspaceRoles.member },
  { value: 'admin', label: text.workspaceRoles.admin },
] as const;

export function Members({
  workspace,
  members,
  onChanged,
}: {
  readonly workspace: string;
  readonly members: readonly MemberView[];
  readonly onChanged: () => Promise<void>;
}) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<MemberView>();
  const [problem, setProblem] = useState<string>();
  const changeRole = async (member: MemberView, role: MemberView['role']): Promise<void> => {
    setProblem(undefined);
    try {
      await updateMember(workspace, member.userId, role);
    } catch (error) {
      setProblem(asApiError(error).message);
    }
    await onChanged();
  };
  return (
    <Section
      title={text.members.title}
      lead={text.members.lead}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {text.members.add}
        </Button>
      }
    >
      <div aria-live="assertive" className="live">
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      </div>
      <DataTable
        label={text.members.title}
        columns={columns(changeRole, setRemoving)}
        rows={members}
        keyOf={({ userId }) => userId}
        empty={text.members.none}
      />
      {adding && (
        <Dialog title={text.members.addTitle(workspace)} onClose={() => setAdding(false)}>
          <Form
            submit={text.members.add}
            onCancel={() => setAdding(false)}
            onSubmit={async (data) => {
              await addMember(workspace, {
                email: typed(data, 'email').trim(),
                role: roleFrom(typed(data, 'role')),
              });
              setAdding(false);
              void onChanged();
            }}
          >
            <TextField
              label={text.fields.email}
              hint={text.members.emailHint}
              name="email"
              type="email"
              required
              maxLength={254}
              autoComplete="off"
              autoFocus
            />
            <SelectField label={text.fields.role} name="role" options={ROLES} />
          </Form>
        </Dialog>
      )}
      {removing && (
        <ConfirmDialog
          title={text.members.removeTitle(removing.email)}
          confirm={text.common.remove}
          onConfirm={async () => {
            await removeMember(workspace, removing.userId);
            void onChanged();
          }}
          onClose={() => setRemoving(undefined)}
        >
          {text.members.removeQuestion}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function columns(
  changeRole: (member: MemberView, role: MemberView['role']) => Promise<void>,
  remove: (member: MemberView) => void,
): readonly Column<MemberView>[] {
  return [
    {
      title: text.fields.name,
      cell: ({ name, email }) => (
        <span className="stack">
          <strong className="breaks">
            <VisibleText text={name} />
          </strong>
          {email !== name && <span className="muted">{email}</span>}
        </span>
      ),
    },
    {
      title: text.fields.role,
      cell: (member) =>
        member.managedBy === 'file' ? (
          <>
            {text.workspaceRoles[member.role]} <FileBadge managedBy="file" />
          </>
        ) : (
          <RoleSelect
            label={text.members.roleOf(member.email)}
            value={member.role}
            roles={ROLES}
            onChoose={(role) => changeRole(member, role)}
          />
        ),
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (member) =>
        member.managedBy === null && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.members.removeTitle(member.email)}
            onClick={() => remove(member)}
          >
            {text.common.remove}
          </Button>
        ),
    },
  ];
}

function roleFrom(value: string): MemberView['role'] {
  return value === 'admin' ? 'admin' : 'member';
}
