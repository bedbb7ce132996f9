/** How people may sign in: passwords, second factors, and OpenID Connect (openid.net/specs/openid-connect-core-1_0.html). */
import { z } from 'zod';
import { organizationRoleSchema } from './user.ts';
import { versionSchema } from './version.ts';

export const methodNameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and dashes');

export const passwordsSchema = z.enum(['everybody', 'owners']).meta({
  description: 'Who may sign in with a password. Owners always may, so that nobody is locked out with the issuer.',
});

/** A person whose claim holds the value gets the role; of several rules the first that fits counts. */
export const roleRuleSchema = z.strictObject({
  claim: z.string().min(1).max(100).meta({ description: 'As in `groups`; dots lead into objects.' }),
  value: z.string().min(1).max(300),
  role: organizationRoleSchema,
});

const domainSchema = z
  .string()
  .max(253)
  .toLowerCase()
  .regex(/^(?:\*|(?:[a-z0-9-]+\.)+[a-z0-9-]{2,})$/, 'a domain like example.com, or * for any');

/** Every setting of an issuer but the client's secret. Used as it stands by the configuration file. */
export const methodSettingsSchema = z.strictObject({
  title: z.string().trim().min(1).max(100).default('Single sign-on').meta({ description: 'What the button says.' }),
  issuer: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ description: 'Its settings are read from `/.well-known/openid-configuration` below it.' }),
  clientId: z.string().min(1).max(500),
  scopes: z.array(z.string().min(1).max(100)).max(30).default(['openid', 'email', 'profile']),
  internal: z
    .boolean()
    .default(false)
    .meta({ description: 'Allows an issuer inside the own network, and one without TLS.' }),
  allowedDomains: z.array(domainSchema).max(200).default([]).meta({
    description: 'E-mail domains that may sign in; none: those who have an account already, whatever the domain.',
  }),
  createUsers: z
    .boolean()
    .default(true)
    .meta({ description: 'Makes an account at the first sign-in from an allowed domain.' }),
  emailsAreVerified: z.boolean().default(false).meta({
    description: 'For an issuer that does not say `email_verified` (Entra ID) and is trusted to have checked.',
  }),
  defaultRole: z.enum(['admin', 'member']).default('member'),
  roles: z
    .array(roleRuleSchema)
    .max(100)
    .default([])
    .meta({ description: 'With any rule, the issuer decides the role at each sign-in. Owners keep theirs.' }),
  allowOwners: z.boolean().default(false).meta({ description: 'Lets owners in this way, and lets a rule make one.' }),
  signOutAtIssuer: z.boolean().default(false).meta({
    description:
      'Signing out here leads on to the issuer, where it announces an `end_session_endpoint`; the address to come back to is registered there first.',
  }),
  enabled: z.boolean().default(true),
});

export const clientSecretSchema = z.string().min(1).max(2000).nullable();

export const OWNERS_ALLOWED = { path: ['roles'], message: 'a rule makes an owner only where allowOwners is true' };

/** @returns false where a rule would make an owner and may not */
export function rulesAreAllowed(method: {
  readonly roles: readonly { readonly role: string }[];
  readonly allowOwners: boolean;
}): boolean {
  return method.allowOwners || method.roles.every(({ role }) => role !== 'owner');
}

export const methodInputSchema = z
  .strictObject({
    name: methodNameSchema,
    clientSecret: clientSecretSchema
      .default(null)
      .meta({ description: 'Never shown again; null for a public client.' }),
    ...methodSettingsSchema.shape,
  })
  .refine(rulesAreAllowed, OWNERS_ALLOWED);

/** Replaces every setting. */
export const methodUpdateSchema = z
  .strictObject({
    clientSecret: clientSecretSchema.optional().meta({ description: 'Left out: the one that is kept.' }),
    ...methodSettingsSchema.shape,
  })
  .refine(rulesAreAllowed, OWNERS_ALLOWED);

export const methodSchema = z
  .strictObject({
    name: z.string(),
    ...methodSettingsSchema.shape,
    hasClientSecret: z.boolean(),
    redirectUri: z.string().meta({ description: 'To be registered with the issuer.' }),
    signedOutUri: z.string().meta({ description: 'To be registered with the issuer where `signOutAtIssuer` is true.' }),
    managedBy: z.enum(['file']).nullable(),
    createdAt: z.iso.datetime(),
    version: versionSchema,
  })
  .meta({ id: 'SignInMethod' });

export const testMethodSchema = z.strictObject({
  issuer: methodSettingsSchema.shape.issuer,
  internal: z.boolean().default(false),
});

/** What an issuer says of itself, or why it could not be used. */
export const methodTestSchema = z
  .strictObject({
    ok: z.boolean(),
    problem: z
      .enum(['unreachable', 'address_refused', 'not_secure', 'not_an_issuer', 'issuer_differs', 'incomplete'])
      .nullable(),
    message: z.string(),
    issuer: z.string().nullable(),
    authorizationEndpoint: z.string().nullable(),
    tokenEndpoint: z.string().nullable(),
    endSessionEndpoint: z.string().nullable().meta({ description: 'Null: it does not let people sign out from here.' }),
    algorithms: z.array(z.string()),
  })
  .meta({ id: 'SignInMethodTest' });

export const signInPolicySchema = z
  .strictObject({
    requireTwoFactor: z
      .boolean()
      .meta({ description: 'Who signs in with a password must set up a second factor before anything else.' }),
    passwords: passwordsSchema,
    managedBy: z.enum(['file']).nullable(),
  })
  .meta({ id: 'SignInPolicy' });

export const signInPolicyUpdateSchema = z
  .strictObject({ requireTwoFactor: z.boolean(), passwords: passwordsSchema })
  .partial();

/** What the sign-in page offers, for everybody to see. */
export const signInOptionsSchema = z.strictObject({
  organization: z.string(),
  passwords: passwordsSchema,
  methods: z.array(z.strictObject({ name: z.string(), title: z.string() })),
});

export const beginOpenIdSchema = z.strictObject({ method: methodNameSchema });

export const openIdRedirectSchema = z.strictObject({
  location: z.string().meta({ description: 'Where to send the browser; it comes back to `/sign-in/openid`.' }),
});

/** The query the issuer sends the browser back with (openid-connect-core section 3.1.2.5, RFC 9207). */
export const finishOpenIdSchema = z.strictObject({
  state: z.string().min(1).max(500),
  code: z.string().min(1).max(4000).optional(),
  iss: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
});

export type RoleRule = z.infer<typeof roleRuleSchema>;
export type MethodSettings = z.infer<typeof methodSettingsSchema>;
export type MethodInput = z.infer<typeof methodInputSchema>;
export type MethodUpdate = z.infer<typeof methodUpdateSchema>;
export type MethodView = z.infer<typeof methodSchema>;
export type MethodTest = z.infer<typeof methodTestSchema>;
export type SignInPolicy = z.infer<typeof signInPolicySchema>;
export type SignInPolicyUpdate = z.infer<typeof signInPolicyUpdateSchema>;
export type SignInOptions = z.infer<typeof signInOptionsSchema>;
export type FinishOpenId = z.infer<typeof finishOpenIdSchema>;
