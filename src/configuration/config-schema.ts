import { z } from 'zod';
import { detectionPolicySchema } from '../contract/detection-policy.ts';
import { PROVIDER_KINDS, providerNameSchema, providerSettingsSchema } from '../contract/provider.ts';
import {
  clientSecretSchema,
  methodNameSchema,
  methodSettingsSchema,
  OWNERS_ALLOWED,
  passwordsSchema,
  rulesAreAllowed,
} from '../contract/sign-in-method.ts';
import { workspaceNameSchema, workspaceSettingsSchema } from '../contract/workspace.ts';

const seconds = (value: number) => z.number().positive().max(86_400).default(value);

const kindMap = z.record(z.string().min(1).max(100), z.string().regex(/^[A-Z][A-Z0-9_]{0,31}$/)).default({});
const threshold = z.number().min(0).max(1).default(0.5);
const deadlineMs = z.int().min(10).max(600_000).default(2000);

const onnxSchema = z.strictObject({
  modelPath: z.string().min(1),
  tokenizerPath: z.string().min(1).optional(),
  labels: z.array(z.string().min(1).max(100)).min(2).max(1000),
  kinds: kindMap,
  lowerCase: z.boolean().default(false),
  maxTokens: z.int().min(8).max(8192).default(512),
  threshold,
  deadlineMs,
  runtimePath: z.string().min(1).optional(),
});

const analyzerSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  language: z.string().min(1).max(20).default('en'),
  kinds: kindMap,
  threshold,
  deadlineMs,
  internal: z.boolean().default(false),
});

/**
 * Everything an operator can set in `onefirewall.yaml`, with its default. Names end with their unit. Every setting of `server`,
 * `storage`, `log`, `upstream` and `firewall` can also be set as ONEFIREWALL_<SECTION>_<SETTING>.
 */
export const configSchema = z.strictObject({
  server: z
    .strictObject({
      host: z.string().min(1).default('127.0.0.1'),
      port: z.int().min(0).max(65_535).default(8080),
      publicUrl: z
        .url({ protocol: /^https?$/ })
        .optional()
        .meta({ description: 'Where people reach the dashboard; cookies are secure when it is https.' }),
      maxBodyMb: z.number().positive().max(512).default(20),
      drainSeconds: z.number().min(0).max(3600).default(20),
      trustProxy: z
        .boolean()
        .default(false)
        .meta({ description: 'Take the client address from the last X-Forwarded-For entry.' }),
      metrics: z.boolean().default(true),
    })
    .prefault({}),
  storage: z
    .strictObject({
      url: z
        .string()
        .regex(/^(?:sqlite:|postgres:\/\/|postgresql:\/\/)/, 'must begin with sqlite: or postgres://')
        .default('sqlite:./data/onefirewall.db'),
    })
    .prefault({}),
  dataDir: z.string().min(1).default('./data').meta({ description: 'Where the master key file is kept.' }),
  masterKey: z
    .string()
    .optional()
    .meta({ description: '32 bytes in base64, as a reference; made at first start in dataDir where it is missing.' }),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') }).prefault({}),
  organization: z
    .strictObject({
      name: z.string().min(1).max(200).default('My organization'),
      retentionDays: z.int().min(1).max(36_500).optional().meta({ description: 'Days that requests stay on record.' }),
    })
    .prefault({}),
  signIn: z
    .strictObject({
      requireTwoFactor: z
        .boolean()
        .optional()
        .meta({ description: 'Who signs in with a password must set up a second factor before anything else.' }),
      passwords: passwordsSchema.optional(),
      openid: z
        .array(
          z
            .strictObject({
              name: methodNameSchema,
              clientSecret: clientSecretSchema.default(null),
              ...methodSettingsSchema.shape,
            })
            .refine(rulesAreAllowed, OWNERS_ALLOWED),
        )
        .default([]),
    })
    .prefault({}),
  upstream: z
    .strictObject({
      connectSeconds: seconds(10),
      firstByteSeconds: seconds(600),
      idleSeconds: seconds(300),
      totalSeconds: seconds(3600),
    })
    .prefault({}),
  firewall: z
    .strictObject({
      deadlineMs: z.int().min(10).max(600_000).default(10_000),
      cacheMb: z.number().min(0).max(4096).default(16),
      onnx: onnxSchema.optional().meta({ description: 'A token classifier that workspaces may ask as well.' }),
      analyzer: analyzerSchema
        .optional()
        .meta({ description: "A service with Presidio's analyze API that workspaces may ask as well." }),
    })
    .prefault({}),
  providers: z
    .array(
      z
        .strictObject({
          name: providerNameSchema,
          kind: z.enum(PROVIDER_KINDS),
          apiKey: z.string().min(1).nullable().default(null),
          ...providerSettingsSchema.shape,
        })
        .refine((provider) => provider.kind === 'echo' || provider.baseUrl !== null, {
          path: ['baseUrl'],
          message: 'this kind of provider needs a base URL',
        }),
    )
    .default([]),
  users: z
    .array(
      z.strictObject({
        email: z.email().max(254),
        name: z.string().min(1).max(200).optional(),
        role: z.enum(['owner', 'admin', 'member']).default('member'),
      }),
    )
    .default([]),
  workspaces: z
    .array(
      z.strictObject({
        name: workspaceNameSchema,
        title: z.string().min(1).max(200).optional(),
        members: z
          .array(z.strictObject({ email: z.email().max(254), role: z.enum(['admin', 'member']).default('member') }))
          .default([]),
        ...workspaceSettingsSchema.shape,
        detection: detectionPolicySchema.optional(),
      }),
    )
    .default([]),
});

export type Config = z.output<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;
