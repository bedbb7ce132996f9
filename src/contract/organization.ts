/** The organization this gateway serves. */
import { z } from 'zod';

export const organizationUpdateSchema = z.strictObject({ name: z.string().trim().min(1).max(200) });

export const organizationSchema = z.strictObject({
  name: z.string(),
  createdAt: z.iso.datetime(),
});

export type OrganizationView = z.infer<typeof organizationSchema>;
