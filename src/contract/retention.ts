/** How long requests stay on record. */
import { z } from 'zod';

export const retentionDaysSchema = z
  .int()
  .min(1)
  .max(36_500)
  .nullable()
  .meta({ description: 'Days that a request stays in the audit log; null keeps it for ever.' });

export const retentionUpdateSchema = z.strictObject({ days: retentionDaysSchema });

export const retentionSchema = z
  .strictObject({
    days: retentionDaysSchema,
    managedBy: z.enum(['file']).nullable(),
    oldestAt: z.iso.datetime().nullable().meta({ description: 'When the oldest request on record arrived.' }),
  })
  .meta({ id: 'Retention' });

export type RetentionUpdate = z.infer<typeof retentionUpdateSchema>;
export type RetentionView = z.infer<typeof retentionSchema>;
