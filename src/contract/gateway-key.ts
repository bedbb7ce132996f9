/** Gateway keys: made by people for their programs; the key itself is shown once. */
import { z } from 'zod';
import { limitsSchema } from './workspace.ts';

/** An address or a range in CIDR notation (RFC 4632, RFC 4291), version 4 or 6. */
export const addressRangeSchema = z
  .union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])
  .meta({ description: 'An address or a CIDR range, IPv4 or IPv6.' });

export const gatewayKeyInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  workspaces: z
    .array(z.string().max(100))
    .min(1)
    .max(1000)
    .nullable()
    .default(null)
    .meta({ description: 'Ids of the workspaces the key is for; null for all its user belongs to, now and later.' }),
  addressRanges: z.array(addressRangeSchema).min(1).max(100).nullable().default(null),
  limits: limitsSchema.nullable().default(null),
});

export const gatewayKeySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    userId: z.string(),
    hint: z.string().meta({ description: 'How the key begins and ends.' }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
    requestCount: z.int(),
    workspaces: z.array(z.string()).nullable(),
    addressRanges: z.array(z.string()).nullable(),
    limits: limitsSchema.nullable(),
  })
  .meta({ id: 'GatewayKey' });

export const createdGatewayKeySchema = gatewayKeySchema.extend({
  key: z.string().meta({ description: 'The key. It cannot be shown again.' }),
});

/** What a key can be limited to. */
export const keyWorkspaceSchema = z.strictObject({ id: z.string(), name: z.string(), title: z.string() });

export type KeyWorkspace = z.infer<typeof keyWorkspaceSchema>;
export type GatewayKeyInput = z.infer<typeof gatewayKeyInputSchema>;
export type GatewayKeyView = z.infer<typeof gatewayKeySchema>;
export type CreatedGatewayKey = z.infer<typeof createdGatewayKeySchema>;
