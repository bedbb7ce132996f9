/** Where requests go. A provider's credential is written and never read back. */
import { z } from 'zod';
import { versionSchema } from './version.ts';

export const PROVIDER_KINDS = ['openai-compatible', 'echo'] as const;

export const providerNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use small letters, digits and hyphens, at most 63')
  .meta({ description: 'Unique; workspaces name it in their targets.' });

/** Header names and values as RFC 9110 section 5 allows them, without control characters. */
const headersSchema = z
  .record(
    z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/),
    z
      .string()
      .max(2000)
      .regex(/^[\x20-\x7e]*$/),
  )
  .meta({ description: 'Extra headers for every request to this provider.' });

/** How a provider differs from OpenAI. */
export const providerQuirksSchema = z
  .strictObject({
    authHeader: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/)
      .meta({ description: 'The header that carries the credential; `authorization` sends it as a bearer token.' }),
    path: z
      .string()
      .startsWith('/')
      .max(200)
      .meta({ description: 'Instead of `/chat/completions` after the base URL, with its query (`?api-version=...`).' }),
    maxTokensField: z
      .enum(['max_tokens', 'max_completion_tokens'])
      .meta({ description: 'The one name this provider knows for the limit of an answer.' }),
    developerRole: z.enum(['developer', 'system']).meta({ description: 'What a developer message is sent as.' }),
    streamUsage: z.boolean().meta({ description: 'False when the provider refuses `stream_options`.' }),
    webSearch: z
      .enum(['none', 'web_search_options', 'openrouter_plugin'])
      .meta({ description: 'How the provider is asked to search the web.' }),
  })
  .partial();

export const providerSettingsSchema = z.strictObject({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .refine((text) => !text.includes('@'), 'a base URL carries no user name or password')
    .nullable()
    .default(null)
    .meta({ description: 'Up to the version (`https://host/v1`); null for `echo`.' }),
  internal: z
    .boolean()
    .default(false)
    .meta({ description: 'True allows an address inside the own network; else those are refused.' }),
  quirks: providerQuirksSchema.default({}),
  headers: headersSchema.default({}),
});

const fields = {
  name: providerNameSchema,
  kind: z.enum(PROVIDER_KINDS),
  ...providerSettingsSchema.shape,
};

const apiKeySchema = z
  .string()
  .min(1)
  .max(10_000)
  .regex(/^[\x21-\x7e]+$/, 'a credential has no spaces or control characters')
  .nullable()
  .meta({ description: 'The credential; kept encrypted, never shown again.', writeOnly: true });

export const providerInputSchema = z
  .strictObject({ ...fields, apiKey: apiKeySchema.default(null) })
  .refine((provider) => provider.kind === 'echo' || provider.baseUrl !== null, {
    path: ['baseUrl'],
    message: 'this kind of provider needs a base URL',
  });

export const providerUpdateSchema = z
  .strictObject({
    baseUrl: providerSettingsSchema.shape.baseUrl.unwrap(),
    internal: z.boolean(),
    quirks: providerQuirksSchema,
    headers: headersSchema,
    apiKey: apiKeySchema,
  })
  .partial();

export const providerSchema = z
  .strictObject({
    id: z.string(),
    ...fields,
    hasCredential: z.boolean(),
    credentialSetAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the credential was last given; null where there is none.' }),
    usedBy: z.array(z.string()).meta({ description: 'The workspaces that send requests there, by name.' }),
    managedBy: z.enum(['file']).nullable(),
    createdAt: z.iso.datetime(),
    version: versionSchema,
  })
  .meta({ id: 'Provider' });

/** PUT of a credential: the old one is gone at once. */
export const credentialInputSchema = z.strictObject({ apiKey: apiKeySchema });

/** A connection that is tried before it is saved. */
export const providerTrialSchema = z.strictObject({
  kind: z.enum(PROVIDER_KINDS),
  ...providerSettingsSchema.shape,
  apiKey: apiKeySchema.default(null),
});

export const CONNECTION_RESULTS = [
  'reached',
  'wrong_key',
  'not_found',
  'refused',
  'timeout',
  'forbidden_address',
  'unusable_answer',
] as const;

export const connectionTestSchema = z
  .strictObject({
    result: z.enum(CONNECTION_RESULTS).meta({
      description:
        '`reached`: it answered, and did not refuse the credential; a few providers name their models to anybody. `wrong_key`: 401 or 403. `not_found`: no such path at that host. `refused`: no connection. `timeout`: no answer in time. `forbidden_address`: inside a network, or a metadata service. `unusable_answer`: anything else.',
    }),
    status: z.int().nullable().meta({ description: 'The HTTP status of the answer, where there was one.' }),
    models: z.array(z.string()).meta({ description: 'The models it named, at most 500; empty where it names none.' }),
    milliseconds: z.number(),
  })
  .meta({ id: 'ConnectionTest' });

export const providerModelsSchema = z
  .strictObject({
    result: connectionTestSchema.shape.result,
    data: connectionTestSchema.shape.models,
  })
  .meta({ id: 'ProviderModels' });

export type ProviderModels = z.infer<typeof providerModelsSchema>;
export type CredentialInput = z.infer<typeof credentialInputSchema>;
export type ProviderTrial = z.infer<typeof providerTrialSchema>;
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type ProviderQuirks = z.infer<typeof providerQuirksSchema>;
export type ProviderSettings = z.infer<typeof providerSettingsSchema>;
export type ProviderInput = z.infer<typeof providerInputSchema>;
export type ProviderUpdate = z.infer<typeof providerUpdateSchema>;
export type ProviderView = z.infer<typeof providerSchema>;

/** A provider as the request path holds it. Server only: never serialised. */
export interface ProviderConnection extends ProviderSettings {
  readonly id: string;
  readonly name: string;
  readonly kind: ProviderKind;
  /** Decrypted on first use; null when none was given. Throws when it was sealed under another master key. */
  apiKey(): string | null;
}
