import { z } from 'zod';
import { PERSONAL_KINDS } from './kinds.ts';

/**
 * What a workspace detects: the part of its policy that says which kinds, how sure, and its own recognisers. The same
 * shape stands in the YAML configuration (camelCase keys) and in the management API. Unknown keys are errors.
 */
const kindName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,31}$/, 'A kind is up to 32 capitals, digits and underscores, and begins with a capital.');

const score = z.number().min(0).max(1);

const name = z.string().trim().min(1).max(100);
const examples = z.array(z.string().max(2000)).max(50).default([]);

/** Longest pattern an administrator may write, in UTF-16 code units. */
export const PATTERN_LENGTH = 512;
const pattern = z.string().min(1).max(PATTERN_LENGTH);

const recogniserBase = {
  name,
  /** The placeholder's name: `EMPLOYEE_ID` gives `[EMPLOYEE_ID_1]`. A new kind, or a personal one that exists. */
  kind: kindName,
  score: score.default(0.8),
  /** Words that must stand near a value (within 60 characters); without any, every match counts. */
  context: z.array(z.string().trim().min(1).max(60)).max(100).default([]),
  /** Texts in which it must find something; checked when it is saved. */
  examples,
  /** Texts in which it must find nothing. */
  nonExamples: examples,
};

export const keywordRecogniserSchema = z.strictObject({
  ...recogniserBase,
  keywords: z.array(z.string().trim().min(1).max(200)).min(1).max(20_000),
  caseSensitive: z.boolean().default(false),
  /** A keyword counts only where no letter or digit touches it. */
  wholeWords: z.boolean().default(true),
});

export const patternRecogniserSchema = z.strictObject({
  ...recogniserBase,
  /** RE2 syntax: no back-references and no look-around, so that the time is linear. */
  pattern,
  caseSensitive: z.boolean().default(true),
  /** The group that is the value; 0 is the whole match. */
  group: z.number().int().min(0).max(9).default(0),
});

export const recogniserSchema = z.union([keywordRecogniserSchema, patternRecogniserSchema]);

/** What is let through: one of an exact value, a pattern for the whole value, or the domain of e-mail addresses. */
export const allowEntrySchema = z.union([
  z.strictObject({ value: z.string().trim().min(1).max(500), kinds: z.array(kindName).max(50).optional() }),
  z.strictObject({ pattern, kinds: z.array(kindName).max(50).optional() }),
  z.strictObject({
    domain: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/, 'A domain is written like example.org.'),
  }),
]);

/** A secret is let through by its exact value or by a pattern for the whole value. */
const secretAllowEntrySchema = z.union([
  z.strictObject({ value: z.string().trim().min(1).max(500) }),
  z.strictObject({ pattern }),
]);

export const detectionPolicySchema = z
  .strictObject({
    kinds: z.record(kindName, z.enum(['on', 'off'])).default({}),
    /** A finding counts from this score on. */
    threshold: score.default(0.5),
    thresholds: z.record(kindName, score).default({}),
    /** ISO 3166 regions whose national numbers are read without a country code, most likely first. */
    regions: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'A region is a two-letter ISO 3166 code.'))
      .max(40)
      .default(['US', 'GB', 'DE', 'FR', 'ES', 'IT']),
    recognisers: z.array(recogniserSchema).max(200).default([]),
    allow: z.array(allowEntrySchema).max(5000).default([]),
    /** The model for names and addresses; without it only rules find them. */
    tagger: z.boolean().default(true),
    /** Detectors that the gateway's configuration names under `firewall`; each must answer, or the request is refused. */
    external: z
      .array(z.enum(['onnx', 'analyzer']))
      .max(2)
      .default([]),
    /** What to do with a part that cannot be read (an image, sound, a list of tokens) while the firewall is on. */
    unreadable: z.enum(['allow', 'refuse']).default('refuse'),
    secrets: z
      .strictObject({
        /** `refuse` answers 400; `mask` puts a placeholder that is never restored. */
        mode: z.enum(['refuse', 'mask']).default('refuse'),
        allow: z.array(secretAllowEntrySchema).max(1000).default([]),
      })
      .prefault({}),
  })
  .superRefine((policy, issues) => {
    const known = new Set<string>([...PERSONAL_KINDS, ...policy.recognisers.map((recogniser) => recogniser.kind)]);
    policy.recognisers.forEach((recogniser, index) => {
      if (recogniser.kind === 'SECRET') {
        issues.addIssue({
          code: 'custom',
          path: ['recognisers', index, 'kind'],
          message: 'SECRET is a built-in kind.',
        });
      }
    });
    for (const field of ['kinds', 'thresholds'] as const) {
      for (const kind of Object.keys(policy[field])) {
        if (known.has(kind)) continue;
        const message =
          kind === 'SECRET' ? 'Secrets are always looked for; see `secrets`.' : `There is no kind called ${kind}.`;
        issues.addIssue({ code: 'custom', path: [field, kind], message });
      }
    }
  });

export type DetectionSettings = z.output<typeof detectionPolicySchema>;
/** As written by a person: everything optional. */
export type DetectionSettingsInput = z.input<typeof detectionPolicySchema>;
export type RecogniserSettings = z.output<typeof recogniserSchema>;
export type AllowEntrySettings = z.output<typeof allowEntrySchema>;
