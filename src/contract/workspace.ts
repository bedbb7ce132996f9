/** A workspace: what a client names as `model`, and everything that is decided for its members. */
import { z } from 'zod';
import { detectionPolicySchema } from './detection-policy.ts';
import { providerNameSchema } from './provider.ts';
import { versionSchema } from './version.ts';

/** What to do with personal data, from the loosest to the strictest: a workspace's floor can be tightened, never loosened. */
export const PII_MODES = ['disabled', 'obfuscate', 'block'] as const;
export const piiModeSchema = z.enum(PII_MODES);
export type PiiMode = (typeof PII_MODES)[number];

export const workspaceNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use small letters, digits and hyphens, at most 63')
  .meta({ description: 'What clients send as `model`.' });

const usd = z.number().min(0).max(1_000_000);

/** What the provider asks for, in US dollars for a million tokens. */
export const priceSchema = z
  .strictObject({ input: usd, output: usd })
  .meta({ description: 'US dollars for a million tokens; without it, requests have no cost.' });

export const targetSchema = z.strictObject({
  provider: providerNameSchema,
  model: z.string().min(1).max(200).meta({ description: "The provider's name of the model." }),
  price: priceSchema.optional(),
});

export const limitsSchema = z
  .strictObject({
    requestsPerMinute: z.int().min(1).max(1_000_000),
    tokensPerMinute: z.int().min(1).max(1_000_000_000),
    requestsPerDay: z.int().min(1).max(1_000_000_000),
    tokensPerDay: z.int().min(1).max(1_000_000_000_000),
  })
  .partial();

/** What is done with values that the model itself produced. */
export const ANSWER_MODES = ['off', 'mark', 'mask', 'block'] as const;
const answerModeSchema = z.enum(ANSWER_MODES);
export type AnswerMode = (typeof ANSWER_MODES)[number];

/** Off by default, secrets too: nothing leaves with an answer, example keys in code are common, and reading every answer costs time. */
const answersSchema = z
  .strictObject({ personal: answerModeSchema.default('off'), secrets: answerModeSchema.default('off') })
  .prefault({})
  .meta({
    description:
      'Personal data and secrets that the model produced: passed unread; counted; replaced for good, as in `[EMAIL]`; a reason ' +
      "to refuse the answer. The caller's own values never count. `mask` and `block` hold a stream back by a few hundred characters.",
  });

/** A host name, or `*.` and a domain for every host below it, not the domain itself. */
const hostPattern = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:\*\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*)$/,
    'A host is written like docs.example.org, or *.example.org for all hosts below it.',
  );

const restoreSchema = z
  .strictObject({
    allowedHosts: z.array(hostPattern).max(500).default([]).meta({
      description:
        'Values are put back into links to these hosts too, not only to those the caller wrote; into images only to these.',
    }),
    excludedTools: z
      .union(
        [z.literal('all'), z.array(z.string().min(1).max(200)).max(500)],
        'Name the tools in a list, or write all.',
      )
      .default([])
      .meta({ description: 'Tools that get placeholders instead of values: their names, or `all`.' }),
  })
  .prefault({})
  .meta({ description: 'Where values may be put back.' });

export const workspaceSettingsSchema = z
  .strictObject({
    targets: z
      .array(targetSchema)
      .max(20)
      .default([])
      .meta({ description: 'In order: a later one is tried when an earlier one fails.' }),
    pii: z
      .strictObject({ default: piiModeSchema.default('disabled'), floor: piiModeSchema.default('disabled') })
      .default({ default: 'disabled', floor: 'disabled' })
      .meta({
        description: 'The default for requests that do not say, and the least that is applied whatever they say.',
      }),
    persona: z.string().max(100_000).optional().meta({ description: 'A system prompt put before every conversation.' }),
    detection: detectionPolicySchema.optional(),
    notice: z
      .boolean()
      .default(true)
      .meta({ description: 'Ask the model to keep placeholders as they are, when something was replaced.' }),
    answers: answersSchema,
    restore: restoreSchema,
    limits: limitsSchema.optional(),
  })
  .meta({ id: 'WorkspaceSettings' });

export const workspaceInputSchema = z.strictObject({
  name: workspaceNameSchema,
  title: z.string().min(1).max(200).optional(),
  settings: workspaceSettingsSchema.prefault({}),
});

export const workspaceUpdateSchema = z
  .strictObject({
    name: workspaceNameSchema.meta({ description: 'Clients that send the old name get a 404 from then on.' }),
    title: z.string().min(1).max(200),
    settings: workspaceSettingsSchema,
    archived: z.boolean().meta({ description: 'True puts it away: callers get a 404, what happened stays on record.' }),
  })
  .partial();

export const workspaceSchema = z
  .strictObject({
    id: z.string(),
    name: workspaceNameSchema,
    title: z.string(),
    settings: workspaceSettingsSchema,
    managedBy: z.enum(['file']).nullable(),
    createdAt: z.iso.datetime(),
    archivedAt: z.iso.datetime().nullable().meta({ description: 'Callable until then; null while it is in use.' }),
    version: versionSchema,
  })
  .meta({ id: 'Workspace' });

export type Price = z.infer<typeof priceSchema>;
export type Target = z.infer<typeof targetSchema>;
export type AnswerSettings = z.infer<typeof answersSchema>;
export type RestoreSettings = z.infer<typeof restoreSchema>;
export type Limits = z.infer<typeof limitsSchema>;
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;
export type WorkspaceInput = z.infer<typeof workspaceInputSchema>;
export type WorkspaceUpdate = z.infer<typeof workspaceUpdateSchema>;
export type WorkspaceView = z.infer<typeof workspaceSchema>;
