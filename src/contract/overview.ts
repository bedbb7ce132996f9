/** What happened in a range of time, in numbers. Everybody sees the sum of what they may read in the audit log. */
import { z } from 'zod';
import { auditEventSchema } from './audit.ts';

const count = z.int().min(0);
const time = z.iso.datetime({ offset: true });

export const overviewQuerySchema = z.strictObject({
  from: time
    .optional()
    .meta({ description: 'Rounded down to the first bucket; a day before `to` where it is missing.' }),
  to: time.optional().meta({ description: 'Rounded up; now where it is missing.' }),
  workspace: z.string().max(63).optional().meta({ description: 'The name of one workspace.' }),
  zone: z.coerce
    .number()
    .int()
    .min(-14 * 60)
    .max(14 * 60)
    .default(0)
    .meta({ description: "Minutes east of UTC: where the viewer's days begin. Days begin on a half hour of UTC." }),
});

/** Half of the requests were at most this long, and 95 of 100; within 5 %. */
const percentilesSchema = z.strictObject({ p50: z.number().nullable(), p95: z.number().nullable() });

const numbers = {
  requests: count,
  refusals: count.meta({ description: 'Refused by the firewall (verdict `block`).' }),
  errors: count.meta({ description: 'Failed: a status of 400 or more, or cut off by a crash; not refusals, not 499.' }),
  abandoned: count.meta({ description: 'The client left first (499).' }),
  inputTokens: count,
  outputTokens: count,
  costMicroUsd: count.meta({ description: 'Millionths of a US dollar, of the requests whose targets have prices.' }),
  findings: count.meta({ description: 'Values that were found, of all kinds.' }),
};

export const overviewTotalsSchema = z
  .strictObject({
    ...numbers,
    priced: count.meta({ description: 'Requests that have a cost.' }),
    totalMs: percentilesSchema.meta({ description: 'From arrival to the last byte of the answer.' }),
    firewallMs: percentilesSchema.meta({ description: 'Spent by the firewall in reading the request.' }),
  })
  .meta({ id: 'OverviewTotals' });

const kinds = z.record(z.string(), count);

export const overviewSchema = z
  .strictObject({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    bucketSeconds: z.int().meta({ description: 'One point of the series: a minute, a half hour or more, or a day.' }),
    sees: z.enum(['organization', 'workspace', 'part']).meta({
      description:
        '`workspace`: all of the one that was asked for, as its admin. `part`: the workspaces one is admin of, and the own requests elsewhere.',
    }),
    totals: overviewTotalsSchema,
    previous: overviewTotalsSchema.meta({ description: 'The same span of time directly before.' }),
    series: z.array(z.strictObject({ at: z.iso.datetime(), ...numbers, kinds })).meta({
      description: 'Oldest first, without gaps.',
    }),
    kinds: kinds.meta({ description: 'How many values of each kind were found in requests.' }),
    answerKinds: kinds.meta({
      description: 'What models produced by themselves, where a workspace has answers inspected.',
    }),
    verdicts: z.strictObject({ allow: count, mask: count, block: count, error: count }),
    workspaces: z
      .array(z.strictObject({ id: z.string(), name: z.string(), ...numbers }))
      .meta({ description: 'Most requests first, at most 100.' }),
    models: z
      .array(
        z.strictObject({
          provider: z.string(),
          model: z.string(),
          requests: count,
          inputTokens: count,
          outputTokens: count,
          costMicroUsd: count,
        }),
      )
      .meta({ description: 'As the providers name them; most requests first, at most 20.' }),
    latestRefusals: z.array(auditEventSchema).meta({ description: 'At most 10, newest first.' }),
  })
  .meta({ id: 'Overview' });

export const workspaceUsageQuerySchema = overviewQuerySchema.omit({ workspace: true });

export const workspaceUsageSchema = z
  .strictObject({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    sees: z.enum(['organization', 'part']).meta({
      description: '`part`: of workspaces one is not admin of, the own requests.',
    }),
    data: z.array(z.strictObject({ id: z.string(), ...numbers })).meta({
      description: 'Workspaces with requests in this time, most requests first; those that were deleted too.',
    }),
  })
  .meta({ id: 'WorkspaceUsage' });

export type WorkspaceUsage = z.infer<typeof workspaceUsageSchema>;
export type OverviewQuery = z.infer<typeof overviewQuerySchema>;
export type Overview = z.infer<typeof overviewSchema>;
export type OverviewTotals = z.infer<typeof overviewTotalsSchema>;
