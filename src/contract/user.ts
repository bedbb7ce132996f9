/** People of the organization, their sign-in and their one-time links. */
import { z } from 'zod';

export const organizationRoleSchema = z.enum(['owner', 'admin', 'member']);

export const emailSchema = z.email().max(254).toLowerCase();

/** NIST SP 800-63B section 5.1.1.2 asks for at least 8; the length is all that is asked. */
export const passwordSchema = z.string().min(10).max(200);

export const userInputSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(200).optional(),
  role: organizationRoleSchema.default('member'),
});

export const userUpdateSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    role: organizationRoleSchema,
    disabled: z.boolean().meta({ description: 'Ends the sessions and refuses the keys of this user at once.' }),
  })
  .partial();

export const userSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: organizationRoleSchema,
    disabled: z.boolean(),
    hasPassword: z.boolean(),
    hasSingleSignOn: z.boolean().meta({ description: 'Has signed in with OpenID Connect.' }),
    twoFactor: z.boolean().meta({ description: 'Signing in with the password asks for a second factor.' }),
    managedBy: z.enum(['file']).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });

export const signInSchema = z.strictObject({ email: emailSchema, password: z.string().min(1).max(200) });

export const signInLinkSchema = z.strictObject({
  token: z.string().meta({ description: 'Opens `/sign-in-link#<token>` in the dashboard; shown once.' }),
  expiresAt: z.iso.datetime(),
});

export const linkTokenSchema = z.strictObject({ token: z.string().min(1).max(200) });

export const linkStateSchema = z.strictObject({
  purpose: z.enum(['sign-in', 'first-owner']),
  hasPassword: z.boolean().meta({ description: 'True where the link replaces a password; false for an invitation.' }),
  email: z.string().nullable().meta({ description: 'Whose link it is; null for the first owner, who says so.' }),
});

export const consumeLinkSchema = z.strictObject({
  token: z.string().min(1).max(200),
  password: passwordSchema,
  email: emailSchema.optional().meta({ description: 'Only for the link that makes the first owner.' }),
  name: z.string().trim().min(1).max(200).optional(),
});

export const changeNameSchema = z.strictObject({ name: z.string().trim().min(1).max(200) });

export const changePasswordSchema = z.strictObject({
  current: z.string().min(1).max(200),
  next: passwordSchema,
});

export type OrganizationRole = z.infer<typeof organizationRoleSchema>;
export type UserInput = z.infer<typeof userInputSchema>;
export type UserUpdate = z.infer<typeof userUpdateSchema>;
export type UserView = z.infer<typeof userSchema>;
export type SignIn = z.infer<typeof signInSchema>;
export type ConsumeLink = z.infer<typeof consumeLinkSchema>;
