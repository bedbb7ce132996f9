/** The playground: a conversation through the real request path, told step by step. Nothing of it is stored but the audit event. */
import { z } from 'zod';
import { auditDetailsSchema, verdictSchema } from './audit.ts';
import { explainMessageSchema, explanationSchema } from './explain.ts';
import { piiModeSchema, workspaceNameSchema } from './workspace.ts';

export const playgroundInputSchema = z.strictObject({
  workspace: workspaceNameSchema,
  messages: z.array(explainMessageSchema).min(1).max(500),
  pii: piiModeSchema.optional(),
  stream: z.boolean().default(true).meta({ description: 'Whether the provider is asked for a stream.' }),
});

const deltaSchema = z.strictObject({
  field: z.enum(['content', 'refusal', 'reasoning']),
  text: z.string(),
});

/** What holds after a turn: counts and times, never a value. */
export const receiptSchema = z
  .strictObject({
    requestId: z.string().meta({ description: 'The audit event is found by it.' }),
    workspace: z.string(),
    status: z.int(),
    pii: piiModeSchema.nullable(),
    verdict: verdictSchema.nullable(),
    kinds: z.record(z.string(), z.int()).meta({ description: 'How many of each kind were found.' }),
    policyVersion: z.string().nullable(),
    provider: z.string().nullable(),
    model: z.string().nullable().meta({ description: "The provider's name of the model." }),
    inputTokens: z.int().nullable(),
    outputTokens: z.int().nullable(),
    inspectMs: z.number().nullable(),
    firstByteMs: z.number().nullable(),
    totalMs: z.number(),
    details: auditDetailsSchema,
  })
  .meta({ id: 'Receipt' });

const errorSchema = z.strictObject({
  message: z.string(),
  type: z.string(),
  param: z.string().nullable(),
  code: z.string().nullable(),
});

/** The events of the stream, each `event: name` and one line of JSON. */
export const PLAYGROUND_EVENTS = {
  findings: explanationSchema,
  saw: z.strictObject({
    provider: z.string(),
    model: z.string(),
    messages: z.array(z.looseObject({ role: z.string() })),
  }),
  raw: deltaSchema,
  delta: deltaSchema,
  done: receiptSchema,
  error: z.strictObject({ status: z.int(), error: errorSchema, receipt: receiptSchema.nullable() }),
} as const;

export type PlaygroundInput = z.infer<typeof playgroundInputSchema>;
export type PlaygroundDelta = z.infer<typeof deltaSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
export type PlaygroundEvent = {
  [Name in keyof typeof PLAYGROUND_EVENTS]: {
    readonly event: Name;
    readonly data: z.infer<(typeof PLAYGROUND_EVENTS)[Name]>;
  };
}[keyof typeof PLAYGROUND_EVENTS];
