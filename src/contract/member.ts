/** Members of a workspace. */
import { z } from 'zod';

export const workspaceRoleSchema = z.enum(['admin', 'member']);

export const memberInputSchema = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  role: workspaceRoleSchema.default('member'),
});

export const memberUpdateSchema = z.strictObject({ role: workspaceRoleSchema });

export const memberSchema = z
  .strictObject({
    userId: z.string(),
    email: z.string(),
    name: z.string(),
    role: workspaceRoleSchema,
    managedBy: z.enum(['file']).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Member' });

export type MemberInput = z.infer<typeof memberInputSchema>;
export type MemberView = z.infer<typeof memberSchema>;
