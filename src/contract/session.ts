/** Who is signed in, how, and where else. */
import { z } from 'zod';
import { userSchema } from './user.ts';

export const sessionMethodSchema = z.enum(['password', 'openid']);

/** Who is signed in. */
export const meSchema = userSchema
  .extend({
    signedInBy: sessionMethodSchema,
    setUp: z
      .enum(['two-factor'])
      .nullable()
      .meta({ description: 'What the organization asks for before anything else may be done; null for nothing.' }),
  })
  .meta({ id: 'Me' });

/** The password was right, and the account has a second factor: `POST /session/second-factor` within ten minutes. */
export const secondFactorWantedSchema = z.strictObject({ secondFactor: z.literal('wanted') });

export const signInAnswerSchema = z.union([meSchema, secondFactorWantedSchema]);

export const sessionViewSchema = z
  .strictObject({
    id: z.string(),
    current: z.boolean().meta({ description: 'The session this request came with.' }),
    signedInBy: sessionMethodSchema,
    device: z.string().nullable().meta({ description: 'Browser and system, as the browser tells them.' }),
    clientAddress: z.string().nullable(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().nullable().meta({ description: 'To the minute.' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });

export const signedOutSchema = z
  .strictObject({
    location: z.string().nullable().meta({
      description: 'Where the browser goes to sign out at the issuer too; null where there is nothing left to do.',
    }),
  })
  .meta({ id: 'SignedOut' });

export type SignedOut = z.infer<typeof signedOutSchema>;
export type SessionMethod = z.infer<typeof sessionMethodSchema>;
export type MeView = z.infer<typeof meSchema>;
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;
export type SessionView = z.infer<typeof sessionViewSchema>;
