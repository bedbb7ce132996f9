/** What is recorded of a request: who, where, what was found and how it ended. Never a text, a value or a key. */
import type { AuditDetails } from '../contract/audit.ts';
import type { PiiMode } from '../contract/workspace.ts';

export type Verdict = 'allow' | 'mask' | 'block' | 'error';

/** Known when the request has been inspected and before anything is sent. Times are epoch milliseconds. */
export interface AuditOpening {
  readonly requestId: string;
  readonly startedAt: number;
  readonly userId: string | null;
  readonly userEmail: string | null;
  readonly keyId: string | null;
  readonly workspaceId: string | null;
  readonly workspaceName: string | null;
  readonly clientAddress: string | null;
  /** What the client sent as `model`. */
  readonly model: string | null;
  readonly verdict: Verdict | null;
  /** The mode that was applied, after the workspace's floor. */
  readonly pii: PiiMode | null;
  /** How many of each kind were found. */
  readonly kinds: Readonly<Record<string, number>> | null;
  readonly stream: boolean;
  /** The SDK's own count (`x-stainless-retry-count`): one user action, not several. */
  readonly retryCount: number;
  readonly inspectMs: number | null;
}

/** Known when the answer has gone, or the client has. */
export interface AuditOutcome {
  readonly finishedAt: number;
  /** The HTTP status that was answered; 499 when the client left first. */
  readonly status: number;
  readonly errorCode: string | null;
  readonly provider: string | null;
  readonly upstreamModel: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly firstByteMs: number | null;
  readonly totalMs: number;
  /** Instead of the opening's, when the answer changed it. */
  readonly verdict?: Verdict;
  readonly kinds?: Readonly<Record<string, number>>;
  readonly details?: AuditDetails;
  readonly costMicroUsd?: number | null;
}
