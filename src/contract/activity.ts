/** What people changed: who, what and when. Never what a field was set to: some fields are secrets. */
import { z } from 'zod';

export const activityQuerySchema = z.strictObject({
  actor: z.string().min(1).max(254).optional().meta({ description: 'An e-mail address.' }),
  action: z
    .string()
    .regex(/^[A-Za-z]{1,64}$/)
    .optional()
    .meta({ description: 'The operation, as in `updateWorkspace`.' }),
  before: z.uuid().optional().meta({ description: 'The cursor: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const activitySchema = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    actorId: z.string().nullable().meta({ description: 'Null for what the gateway did by itself.' }),
    actorEmail: z.string().nullable(),
    clientAddress: z.string().nullable(),
    action: z
      .string()
      .meta({ description: 'The operation of this API, as in `updateWorkspace`; or `deleteOldEvents`.' }),
    objects: z.record(z.string(), z.string()).meta({ description: 'What it was done to, as in `workspace: my-team`.' }),
    fields: z.array(z.string()).meta({ description: 'Which fields were given; never what was in them.' }),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'Activity' });

export const activityPageSchema = z.strictObject({
  data: z.array(activitySchema).meta({ description: 'Newest first.' }),
  next: z.string().nullable().meta({ description: 'Send it as `before` for the next page; null on the last.' }),
});

export type ActivityQuery = z.infer<typeof activityQuerySchema>;
export type ActivityView = z.infer<typeof activitySchema>;
export type ActivityPage = z.infer<typeof activityPageSchema>;
