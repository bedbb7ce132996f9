/** Values that tests share. */
import type { AuditOpening, AuditOutcome } from '../../src/audit/audit-event.ts';
import type { MasterKey } from '../../src/platform/crypto.ts';

/** 32 bytes that are no one's key. */
export const testMasterKey = Buffer.alloc(32, 7) as MasterKey;

let callers = 0;

/** Somebody at an address nobody else in this run has: limits by address do not spill from test to test. */
export function caller(): { readonly clientAddress: string; readonly userAgent: string | null } {
  callers += 1;
  return { clientAddress: `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`, userAgent: 'test' };
}

let requests = 0;

/** The id of a request that arrived then, in epoch milliseconds; its event has the same time and digits. */
export function requestIdAt(time: number): string {
  requests += 1;
  return `req_${time.toString(16).padStart(12, '0')}7000a${requests.toString(16).padStart(15, '0')}`;
}

export const auditOpening: AuditOpening = {
  requestId: 'req_1',
  startedAt: 1_700_000_000_000,
  userId: 'user-1',
  userEmail: 'member@example.test',
  keyId: 'key-1',
  workspaceId: 'workspace-1',
  workspaceName: 'team',
  clientAddress: '10.0.0.1',
  model: 'team',
  verdict: 'mask',
  pii: 'obfuscate',
  kinds: { EMAIL: 2 },
  stream: true,
  retryCount: 0,
  inspectMs: 0.5,
};

export const auditOutcome: AuditOutcome = {
  finishedAt: 1_700_000_001_500,
  status: 200,
  errorCode: null,
  provider: 'main',
  upstreamModel: 'model-1',
  inputTokens: 10,
  outputTokens: 20,
  firstByteMs: 300.25,
  totalMs: 1500,
};
