import { queryOptions } from '@tanstack/react-query';
import type { CreatedInvitation, InvitationInput, InvitationView } from '../../../src/contract/invitation.ts';
import { call, type List } from './call.ts';

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => call<List<InvitationView>>('GET', '/invitations'),
});

export const createInvitation = (body: InvitationInput) => call<CreatedInvitation>('POST', '/invitations', body);
export const renewInvitation = (userId: string) => call<CreatedInvitation>('POST', `${path(userId)}/renew`, {});
export const revokeInvitation = (userId: string) => call<undefined>('DELETE', path(userId));

function path(userId: string): string {
  return `/invitations/${encodeURIComponent(userId)}`;
}
