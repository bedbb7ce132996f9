/** The audit log as the API shows it. */
import { z } from 'zod';
import { piiModeSchema } from './workspace.ts';

export const verdictSchema = z.enum(['allow', 'mask', 'block', 'error']);

const count = z.int().min(0);

/** What the way back did, in counts. Only what happened is there. */
export const auditDetailsSchema = z
  .strictObject({
    answer: z
      .strictObject({ verdict: z.enum(['mark', 'mask', 'block']), kinds: z.record(z.string(), count) })
      .meta({ description: 'What the model itself produced, and what was done about it.' }),
    withheld: z
      .strictObject({ links: count, tools: count })
      .meta({ description: 'Values that were not put back: into links that lead elsewhere, into excluded tools.' }),
    unknownPlaceholders: count.meta({ description: 'Placeholders in the answer that this request never issued.' }),
    unread: count.meta({ description: 'Parts that passed without having been read.' }),
    policyVersion: z.string(),
    restoreMs: z.number().meta({ description: 'Milliseconds spent restoring and inspecting the answer.' }),
    restoreFailed: z
      .literal(true)
      .meta({ description: 'Restoring failed: text stayed masked, tool calls were refused.' }),
  })
  .partial()
  .meta({ id: 'AuditDetails' });

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
    costMicroUsd: z.int().nullable().meta({ description: 'Millionths of a US dollar, by the prices of the target.' }),
    details: auditDetailsSchema,
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

export type AuditDetails = z.infer<typeof auditDetailsSchema>;
export type AuditEventView = z.infer<typeof auditEventSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
