/** Invitations: people who have an account and a link to it, and have not been in yet. */
import { z } from 'zod';
import { workspaceRoleSchema } from './member.ts';
import { emailSchema, organizationRoleSchema, signInLinkSchema, userSchema } from './user.ts';

export const invitationInputSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(200).optional(),
  role: organizationRoleSchema.default('member'),
  workspaces: z
    .array(z.strictObject({ name: z.string().min(1).max(64), role: workspaceRoleSchema.default('member') }))
    .max(100)
    .default([])
    .meta({ description: 'Workspaces they belong to from the start, by name.' }),
  days: z.int().min(1).max(30).default(7).meta({ description: 'How long the link is good.' }),
});

export const renewInvitationSchema = z.strictObject({ days: z.int().min(1).max(30).default(7) });

export const invitationSchema = z
  .strictObject({
    userId: z.string(),
    email: z.string(),
    name: z.string(),
    role: organizationRoleSchema,
    invitedBy: z.string().nullable().meta({ description: 'E-mail address of who made the link.' }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable().meta({ description: 'Null where there is no link any more.' }),
    expired: z.boolean(),
    managedBy: z.enum(['file']).nullable(),
  })
  .meta({ id: 'Invitation' });

export const createdInvitationSchema = z.strictObject({ user: userSchema, ...signInLinkSchema.shape });

export type InvitationInput = z.infer<typeof invitationInputSchema>;
export type InvitationView = z.infer<typeof invitationSchema>;
export type CreatedInvitation = z.infer<typeof createdInvitationSchema>;
