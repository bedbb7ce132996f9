/**
 * The data model on one page. The same columns exist on SQLite and on Postgres: text, whole numbers and nothing else, so that
 * one query serves both. `*_at` is epoch seconds, in `audit_event` epoch milliseconds; the tables of better-auth (user, session,
 * account, verification) keep ISO 8601 text, which is what its adapter writes. JSON is text. Flags are 0 or 1.
 */

import type { Generated } from 'kysely';

/** Who owns a row: the configuration file, or (null) the people who use the dashboard. */
export type ManagedBy = 'file' | null;

export interface Tables {
  organization: OrganizationTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  rate_limit: RateLimitTable;
  sign_in_link: SignInLinkTable;
  two_factor: TwoFactorTable;
  sign_in_method: SignInMethodTable;
  sign_in_policy: SignInPolicyTable;
  security_event: SecurityEventTable;
  workspace: WorkspaceTable;
  membership: MembershipTable;
  provider: ProviderTable;
  gateway_key: GatewayKeyTable;
  gateway_key_usage: GatewayKeyUsageTable;
  audit_event: AuditEventTable;
  audit_sum: AuditSumTable;
  audit_uncounted: AuditUncountedTable;
  audit_progress: AuditProgressTable;
  activity: ActivityTable;
  revision: RevisionTable;
}

/** One row: a gateway serves one organization. */
export interface OrganizationTable {
  id: string;
  name: string;
  settings: string;
  created_at: number;
}

export interface UserTable {
  id: string;
  name: string;
  email: string;
  email_verified: number;
  image: string | null;
  role: 'owner' | 'admin' | 'member';
  managed_by: ManagedBy;
  disabled: number;
  /** Set by better-auth once a code has been confirmed. */
  two_factor_enabled: Generated<number>;
  created_at: string;
  updated_at: string;
}

export interface SessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  /** How it was opened: `password`, or `openid`. */
  method: Generated<string>;
  /** Epoch seconds, to the minute; null before its first use. */
  last_seen_at: Generated<number | null>;
  created_at: string;
  updated_at: string;
}

/**
 * How a person gets in. better-auth keeps the password hash here, with provider_id `credential`. For OpenID Connect provider_id is
 * `openid:` and the issuer, account_id the subject; no token of the issuer is kept, so those columns stay empty.
 */
export interface AccountTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: Generated<string | null>;
  refresh_token: Generated<string | null>;
  id_token: Generated<string | null>;
  access_token_expires_at: Generated<string | null>;
  refresh_token_expires_at: Generated<string | null>;
  scope: Generated<string | null>;
  password: string | null;
  created_at: string;
  updated_at: string;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

export interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  /** Epoch milliseconds. */
  last_request: number;
  /** Epoch milliseconds; nobody is let try before. */
  blocked_until: Generated<number>;
}

/** A one-time link; `user_id` is null for the link that makes the first owner. */
export interface SignInLinkTable {
  id: string;
  token_hash: string;
  user_id: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  /** Id of who made it. */
  created_by: Generated<string | null>;
}

/** better-auth's table. Secret and recovery codes are encrypted under a key derived from the master key. */
export interface TwoFactorTable {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: number;
  failed_verification_count: number;
  /** ISO 8601. */
  locked_until: string | null;
}

export interface SignInMethodTable {
  id: string;
  name: string;
  /** JSON: contract/sign-in-method.ts, without the client's secret. */
  settings: string;
  /** AES-256-GCM, bound to the row's id (platform/crypto.ts). */
  secret: string | null;
  managed_by: ManagedBy;
  created_at: number;
}

/** One row, or none where everything is as it comes. */
export interface SignInPolicyTable {
  id: number;
  require_two_factor: number;
  passwords: 'everybody' | 'owners';
  managed_by: ManagedBy;
}

/** What happened to accounts. No foreign keys: history outlives what it names. `at` is epoch milliseconds. */
export interface SecurityEventTable {
  /** UUID version 7 (RFC 9562): sorts by time. */
  id: string;
  at: number;
  kind: string;
  user_id: string | null;
  user_email: string | null;
  actor_id: string | null;
  actor_email: string | null;
  client_address: string | null;
  user_agent: string | null;
  detail: string | null;
}

export interface WorkspaceTable {
  id: string;
  name: string;
  title: string;
  /** JSON: contract/workspace.ts. */
  settings: string;
  managed_by: ManagedBy;
  created_at: number;
  /** Epoch seconds; no longer callable and not listed from then on. */
  archived_at: number | null;
}

export interface MembershipTable {
  workspace_id: string;
  user_id: string;
  role: 'admin' | 'member';
  managed_by: ManagedBy;
  created_at: number;
}

export interface ProviderTable {
  id: string;
  name: string;
  kind: string;
  /** JSON: contract/provider.ts, without the credential. */
  settings: string;
  /** AES-256-GCM, bound to the row's id (platform/crypto.ts). */
  credential: string | null;
  /** Epoch seconds; null where there is none, or it was given to an earlier release. */
  credential_set_at: number | null;
  managed_by: ManagedBy;
  created_at: number;
}

/** `id` is the public part of the key; the secret itself is stored nowhere. */
export interface GatewayKeyTable {
  id: string;
  user_id: string;
  name: string;
  secret_hash: string;
  /** The last characters, to tell keys apart in a list. */
  hint: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  /** JSON list of workspace ids, null for all the user's. */
  scope: string | null;
  /** JSON list of CIDR ranges, null for anywhere. */
  address_ranges: string | null;
  /** JSON: contract/gateway-key.ts. */
  limits: string | null;
}

/** Counters apart from the key, so that counting neither bumps the revision nor locks the key's row. */
export interface GatewayKeyUsageTable {
  key_id: string;
  request_count: number;
  last_used_at: number;
}

/** One row per request that passed authentication. No foreign keys: history outlives what it names. Times in milliseconds. */
export interface AuditEventTable {
  /** UUID version 7 (RFC 9562): sorts by time. The request's id has the same digits (platform/request-id.ts). */
  id: string;
  state: 'open' | 'complete' | 'interrupted';
  request_id: string;
  started_at: number;
  finished_at: number | null;
  user_id: string | null;
  user_email: string | null;
  key_id: string | null;
  workspace_id: string | null;
  workspace_name: string | null;
  client_address: string | null;
  model: string | null;
  provider: string | null;
  upstream_model: string | null;
  verdict: 'allow' | 'mask' | 'block' | 'error' | null;
  pii: 'disabled' | 'obfuscate' | 'block' | null;
  /** JSON object, kind to count. Never a value. */
  kinds: string | null;
  status: number | null;
  error_code: string | null;
  stream: number;
  retry_count: number;
  input_tokens: number | null;
  output_tokens: number | null;
  inspect_ms: number | null;
  first_byte_ms: number | null;
  total_ms: number | null;
  /** JSON: `details` of contract/audit.ts. What the answer's side of the firewall did, in counts. */
  details: string | null;
  /** Millionths of a US dollar, from the target's prices. */
  cost_microusd: number | null;
}

/** Sums of complete events, by whom they concern and when the request arrived (audit/audit-sums-store.ts). */
export interface AuditSumTable {
  /** `all`, `w:` and a workspace's id, or `u:`, a user's id, `:` and a workspace's id. */
  scope: string;
  /** Seconds: 60 or 1800. */
  span: number;
  /** Epoch seconds, a multiple of `span`. */
  start: number;
  requests: number;
  refusals: number;
  errors: number;
  abandoned: number;
  input_tokens: number;
  output_tokens: number;
  cost_microusd: number;
  findings: number;
  priced: number;
  /** JSON: the rest of it, by kind, verdict, model and duration. */
  counts: string;
}

/** Events before `counted_to` that are not in the sums yet: they were open, or came late. */
export interface AuditUncountedTable {
  id: string;
}

/** One row. `version` changes with every change of the sums, so that of two nodes that count the same only one is heard. */
export interface AuditProgressTable {
  id: number;
  version: number;
  /** Every event whose id is smaller is in the sums, or in `audit_uncounted`. */
  counted_to: string;
  /** Epoch milliseconds. */
  retention_ran_at: number;
}

/** What people changed through the management API. The id is a UUID version 7: it holds the time. */
export interface ActivityTable {
  id: string;
  actor_id: string | null;
  actor_email: string | null;
  client_address: string | null;
  action: string;
  /** JSON object, what to which name or id. */
  objects: string;
  /** JSON list of field names. */
  fields: string;
  request_id: string | null;
}

/** One row. Triggers count every change to the configuration, so that caches know when they are stale. */
export interface RevisionTable {
  id: number;
  value: number;
}
