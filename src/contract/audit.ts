/** The audit log as the API shows it. */
import { z } from 'zod';
import { piiModeSchema } from './workspace.ts';

export const verdictSchema = z.enum(['allow', 'mask', 'block', 'error']);

export const auditEventSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(['open', 'complete', 'interrupted']),
    requestId: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    userId: z.string().nullable(),
    userEmail: z.string().nullable(),
    keyId: z.string().nullable(),
    workspaceId: z.string().nullable(),
    workspaceName: z.string().nullable(),
    clientAddress: z.string().nullable(),
    model: z.string().nullable(),
    provider: z.string().nullable(),
    upstreamModel: z.string().nullable(),
    verdict: verdictSchema.nullable(),
    pii: piiModeSchema.nullable(),
    kinds: z.record(z.string(), z.int()).meta({ description: 'How many of each kind were found.' }),
    status: z.int().nullable(),
    errorCode: z.string().nullable(),
    stream: z.boolean(),
    retryCount: z.int(),
    inputTokens: z.int().nullable(),
    outputTokens: z.int().nullable(),
    inspectMs: z.number().nullable(),
    firstByteMs: z.number().nullable(),
    totalMs: z.number().nullable(),
  })
  .meta({ id: 'AuditEvent' });

export const auditQuerySchema = z.strictObject({
  workspace: z.string().max(63).optional().meta({ description: 'The name of a workspace.' }),
  userId: z.string().max(100).optional(),
  keyId: z.string().max(100).optional(),
  verdict: verdictSchema.optional(),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: 'Started at or after.' }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: 'Started before.' }),
  before: z.uuid().optional().meta({ description: 'The cursor: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditPageSchema = z.strictObject({
  data: z.array(auditEventSchema).meta({ description: 'Newest first.' }),
  next: z.string().nullable().meta({
    description:
      'Send it as `before` for the next page; null on the last. A page can be short, or empty, and have a next.',
  }),
});

export type AuditEventView = z.infer<typeof auditEventSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
