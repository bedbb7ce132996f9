import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationView } from '../../../src/contract/invitation.ts';
import { invitationsQuery, renewInvitation, revokeInvitation } from '../api/invitations.ts';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Badge, FileBadge, None } from './badge.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { ConfirmDialog } from './dialog.tsx';
import type { ShownLink } from './invite-dialog.tsx';
import { Loaded } from './loaded.tsx';
import { notify } from './notify.ts';
import { Section } from './page.tsx';
import { Time } from './time.tsx';

/** Who was asked in and has not come yet. */
export function InvitationsSection({ onLink }: { readonly onLink: (link: ShownLink) => void }) {
  const self = useUser();
  const client = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const [revoking, setRevoking] = useState<InvitationView>();
  const renew = async ({ userId, email }: InvitationView): Promise<void> => {
    try {
      const { token, expiresAt } = await renewInvitation(userId);
      onLink({ email, token, expiresAt });
    } catch (error) {
      notify.failed(error);
    }
    void invitations.refetch();
  };
  const mayTouch = ({ role }: InvitationView): boolean => role !== 'owner' || self.role === 'owner';
  return (
    <Section title={text.invitations.title} lead={text.invitations.lead}>
      <Loaded query={invitations} rows={2}>
        {({ data }) => (
          <DataTable
            label={text.invitations.title}
            columns={[
              ...COLUMNS,
              {
                title: text.common.actions,
                kind: 'actions',
                cell: (invitation) =>
                  mayTouch(invitation) && (
                    <Group gap={6} wrap="nowrap" justify="flex-end">
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={text.invitations.renewLabel(invitation.email)}
                        onClick={() => void renew(invitation)}
                      >
                        {text.invitations.renew}
                      </Button>
                      {invitation.managedBy === null && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={text.invitations.revokeLabel(invitation.email)}
                          onClick={() => setRevoking(invitation)}
                        >
                          {text.invitations.revoke}
                        </Button>
                      )}
                    </Group>
                  ),
              },
            ]}
            rows={data}
            keyOf={({ userId }) => userId}
            empty={text.invitations.none}
          />
        )}
      </Loaded>
      {revoking !== undefined && (
        <ConfirmDialog
          title={text.invitations.revokeTitle(revoking.email)}
          confirm={text.invitations.revoke}
          onClose={() => setRevoking(undefined)}
          onConfirm={async () => {
            await revokeInvitation(revoking.userId);
            await invitations.refetch();
            await client.invalidateQueries({ queryKey: ['users'] });
          }}
        >
          {text.invitations.revokeQuestion}
        </ConfirmDialog>
      )}
    </Section>
  );
}

const COLUMNS: readonly Column<InvitationView>[] = [
  {
    title: text.fields.name,
    cell: ({ name, email, managedBy }) => (
      <span className="stack">
        <span className="wrap">
          <strong>{name}</strong> <FileBadge managedBy={managedBy} />
        </span>
        {email !== name && <span className="muted breaks">{email}</span>}
      </span>
    ),
  },
  { title: text.fields.role, cell: ({ role }) => text.roles[role] },
  { title: text.invitations.by, cell: ({ invitedBy }) => invitedBy ?? <None /> },
  {
    title: text.invitations.until,
    cell: ({ expiresAt, expired }) => {
      if (expiresAt === null) return <Badge>{text.invitations.noLink}</Badge>;
      return expired ? <Badge tone="warn">{text.invitations.expired}</Badge> : <Time iso={expiresAt} as="day" />;
    },
  },
];
