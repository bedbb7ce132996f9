/** What happened to accounts: signing in, second factors, passwords, sessions. Never a password or a code. What people change is the activity log's. */
import { z } from 'zod';

export const SECURITY_EVENT_KINDS = [
  'signed-in',
  'sign-in-failed',
  'second-factor-failed',
  'recovery-code-used',
  'signed-out',
  'session-ended',
  'password-set',
  'password-changed',
  'two-factor-on',
  'two-factor-off',
  'two-factor-reset',
  'recovery-codes-made',
  'sign-in-link-made',
] as const;

export const securityEventKindSchema = z.enum(SECURITY_EVENT_KINDS);

export const securityEventSchema = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    kind: securityEventKindSchema,
    userEmail: z.string().nullable().meta({ description: 'Whose account; null where the address is nobody’s.' }),
    actorEmail: z.string().nullable().meta({ description: 'Who did it, where it was not the person.' }),
    clientAddress: z.string().nullable(),
    device: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'SecurityEvent' });

export const securityEventQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().max(40).optional().meta({ description: 'The id of an event: those before it.' }),
});

export const securityEventPageSchema = z.strictObject({
  data: z.array(securityEventSchema),
  next: z.string().nullable().meta({ description: 'What `before` is for the next page; null at the end.' }),
});

export type SecurityEventKind = z.infer<typeof securityEventKindSchema>;
export type SecurityEventView = z.infer<typeof securityEventSchema>;
export type SecurityEventPage = z.infer<typeof securityEventPageSchema>;
