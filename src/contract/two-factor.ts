/** The second factor: six digits that change every 30 seconds (RFC 6238), or one of ten recovery codes. */
import { z } from 'zod';

/** Authenticator apps show a space in the middle. */
const codeSchema = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'six digits'))
  .meta({ description: 'Six digits from the authenticator app.' });

/** In any case, with or without its dash. */
const recoveryCodeSchema = z
  .string()
  .max(40)
  .transform((text) =>
    text
      .toLowerCase()
      .replaceAll(/[\s-]/g, '')
      .replace(/^(.{5})(?=.)/, '$1-'),
  );

/** The own password again; an account that has none leaves it out. */
export const passwordProofSchema = z.strictObject({ password: z.string().min(1).max(200).optional() });

export const confirmTwoFactorSchema = z.strictObject({ code: codeSchema });

export const secondFactorSchema = z
  .strictObject({
    code: codeSchema.optional(),
    recoveryCode: recoveryCodeSchema.optional(),
  })
  .refine(({ code, recoveryCode }) => (code === undefined) !== (recoveryCode === undefined), {
    message: 'either a code or a recovery code',
    path: ['code'],
  });

export const twoFactorStateSchema = z
  .strictObject({
    enabled: z.boolean(),
    required: z.boolean().meta({ description: 'The organization asks for it, so it cannot be turned off.' }),
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'TwoFactorState' });

export const recoveryCodesSchema = z.strictObject({
  recoveryCodes: z.array(z.string()).meta({ description: 'Each opens the account once. They cannot be shown again.' }),
});

export const twoFactorSetupSchema = recoveryCodesSchema.extend({
  secret: z.string().meta({ description: 'Base 32 (RFC 4648), to type into an app that cannot read the picture.' }),
  uri: z.string().meta({ description: 'What the QR code holds: `otpauth://totp/...`.' }),
});

export type SecondFactor = z.infer<typeof secondFactorSchema>;
export type TwoFactorState = z.infer<typeof twoFactorStateSchema>;
export type TwoFactorSetup = z.infer<typeof twoFactorSetupSchema>;
