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
    inspectedMs: z.number().meta({ description: 'Milliseconds from arrival until the request had been inspected.' }),
    recordedMs: z.number().meta({ description: 'Milliseconds from arrival until its record was in the database.' }),
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

const time = z.iso.datetime({ offset: true });

/** Which requests: every condition given must hold. The same for pages and for exports. */
const filters = {
  workspace: z.string().max(63).optional().meta({ description: 'The name of a workspace, as it is or as it was.' }),
  person: z.string().min(1).max(254).optional().meta({ description: 'An e-mail address, or the id of a user.' }),
  keyId: z.string().min(1).max(100).optional(),
  verdict: verdictSchema.optional(),
  kind: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,31}$/)
    .optional()
    .meta({ description: 'A kind that was found in the request, as in `EMAIL`.' }),
  status: z
    .string()
    .regex(/^[1-5](?:\d\d|xx)$/, 'a status (404) or a class of them (4xx)')
    .optional(),
  errorCode: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,100}$/)
    .optional(),
  pii: piiModeSchema.optional(),
  from: time.optional().meta({ description: 'Arrived at or after.' }),
  to: time.optional().meta({ description: 'Arrived before.' }),
};

export const auditQuerySchema = z.strictObject({
  ...filters,
  before: z.uuid().optional().meta({ description: 'The cursor: `next` of the page before.' }),
  after: z
    .uuid()
    .optional()
    .meta({ description: 'Only what is newer than this event: for who has seen the rest, and asks again.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditExportQuerySchema = z.strictObject({
  ...filters,
  format: z
    .enum(['csv', 'jsonl'])
    .default('csv')
    .meta({ description: 'CSV (RFC 4180, safe to open in a spreadsheet) or JSON Lines.' }),
});

export const auditPageSchema = z.strictObject({
  data: z.array(auditEventSchema).meta({ description: 'Newest first.' }),
  next: z.string().nullable().meta({
    description:
      'Send it as `before` for the next page; null on the last. A page can be short, or empty, and have a next.',
  }),
});

/** What is known of the way of one request, in order. */
export const auditStepSchema = z.strictObject({
  step: z.enum(['arrived', 'inspected', 'recorded', 'first_byte', 'finished']),
  atMs: z.number().meta({ description: 'Milliseconds after the request arrived.' }),
});

export const auditEntrySchema = auditEventSchema
  .extend({ timeline: z.array(auditStepSchema) })
  .meta({ id: 'AuditEntry' });

export type AuditDetails = z.infer<typeof auditDetailsSchema>;
export type AuditEventView = z.infer<typeof auditEventSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditExportQuery = z.infer<typeof auditExportQuerySchema>;
export type AuditFilters = Omit<AuditExportQuery, 'format'>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditStep = z.infer<typeof auditStepSchema>;
export type AuditEntry = z.infer<typeof auditEntrySchema>;
