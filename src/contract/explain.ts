/** What the firewall sees in a text and why: for somebody who tries a policy, and for the playground. Nothing of it is stored. */
import { z } from 'zod';
import { piiModeSchema, workspaceNameSchema, workspaceSettingsSchema } from './workspace.ts';

/** UTF-16 units of all texts of one request together. */
export const EXPLAIN_LENGTH = 100_000;

export const explainMessageSchema = z.looseObject({
  role: z.enum(['developer', 'system', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() })), z.null()]).optional(),
});

export const explainInputSchema = z
  .strictObject({
    text: z.string().optional().meta({ description: 'One text, read as the message of a user.' }),
    messages: z
      .array(explainMessageSchema)
      .min(1)
      .optional()
      .meta({ description: 'Instead of `text`: a conversation.' }),
    workspace: workspaceNameSchema.optional().meta({ description: 'Whose settings apply; without one the defaults.' }),
    settings: workspaceSettingsSchema
      .optional()
      .meta({ description: "Settings that are not saved, instead of the workspace's: try this policy." }),
    pii: piiModeSchema.optional().meta({
      description: "As in a request. Without it the workspace's default, and `obfuscate` where there is no workspace.",
    }),
  })
  .refine(({ text, messages }) => (text === undefined) !== (messages === undefined), {
    message: 'Send either `text` or `messages`.',
  });

/**
 * `original`: the text as it stands. `folded`: invisible characters dropped, look-alikes and wide forms read as plain ones. `decoded`:
 * escapes undone. `joined`: pieces put together. `opened`: a run that encodes another text.
 */
export const viewSchema = z.enum(['original', 'folded', 'decoded', 'joined', 'opened']);

const seen = {
  start: z.int().min(0).meta({ description: 'UTF-16 units.' }),
  end: z.int().min(0).meta({ description: 'Exclusive.' }),
  kind: z.string().meta({ description: '`EMAIL`: the word of the placeholder.' }),
  type: z.string().meta({ description: 'Precise: `US_SSN`, `AWS_ACCESS_KEY`.' }),
  score: z.number(),
  tier: z.enum(['T0', 'T1', 'T2']).meta({
    description: 'T0: anchors and validators. T1: the tagger. T2: an external model or service.',
  }),
  title: z.string().meta({ description: 'The type in words.' }),
  rule: z.string().meta({ description: 'What it was recognised by.' }),
  detector: z.string(),
  view: viewSchema,
  reads: z.string().nullable().meta({ description: 'What it reads in that view; null in the original.' }),
};

export const explainedFindingSchema = z
  .strictObject({
    ...seen,
    placeholder: z.string().nullable().meta({ description: 'What stands in its place; null where it stays.' }),
  })
  .meta({ id: 'ExplainedFinding' });

export const notCountedSchema = z
  .strictObject({
    ...seen,
    reason: z.enum(['below_threshold', 'kind_off', 'allowed', 'inside_allowed', 'overlapped', 'personal_data_passes']),
    because: z.string().meta({ description: 'The reason in words.' }),
    entry: z.string().nullable().meta({ description: 'The entry that allows it: `allow[2]`.' }),
  })
  .meta({ id: 'NotCounted' });

export const explainedTextSchema = z
  .strictObject({
    path: z.string().meta({ description: '`text`, or the place in the request: `messages[2].content`.' }),
    text: z.string(),
    findings: z.array(explainedFindingSchema),
    notCounted: z.array(notCountedSchema).meta({ description: 'Near misses: seen, and let through.' }),
    masked: z.string().nullable().meta({ description: 'What the provider sees; null where the request is refused.' }),
    restored: z
      .string()
      .nullable()
      .meta({ description: 'What the caller gets back when the model repeats what it saw.' }),
    restoredEqual: z.boolean().nullable(),
  })
  .meta({ id: 'ExplainedText' });

export const explanationSchema = z
  .strictObject({
    pii: piiModeSchema.meta({ description: 'The mode that holds: the stricter of what was asked for and the floor.' }),
    verdict: z.enum(['allow', 'mask', 'block']),
    kinds: z.record(z.string(), z.int()).meta({ description: 'How many of each kind count.' }),
    across: z
      .record(z.string(), z.int())
      .meta({ description: 'Of these, values cut across two texts: in no list of findings, and masked all the same.' }),
    refusal: z
      .strictObject({
        status: z.int(),
        message: z.string(),
        type: z.string(),
        param: z.string().nullable(),
        code: z.string(),
      })
      .nullable()
      .meta({ description: 'The error a request would get.' }),
    texts: z.array(explainedTextSchema).meta({ description: 'Every text of the request, in order.' }),
    messages: z
      .array(z.looseObject({ role: z.string() }))
      .nullable()
      .meta({ description: 'The conversation as the provider would get it; null where the request is refused.' }),
    policyVersion: z.string(),
  })
  .meta({ id: 'Explanation' });

export type ExplainInput = z.infer<typeof explainInputSchema>;
export type View = z.infer<typeof viewSchema>;
export type ExplainedFinding = z.infer<typeof explainedFindingSchema>;
export type NotCounted = z.infer<typeof notCountedSchema>;
export type ExplainedText = z.infer<typeof explainedTextSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
