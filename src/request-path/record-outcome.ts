import type { AuditOpening, AuditOutcome, Verdict } from '../audit/audit-event.ts';
import type { AuditWriter } from '../audit/audit-writer.ts';
import type { AuditDetails } from '../contract/audit.ts';
import { costOf } from '../metering/prices.ts';
import type { RouteTarget } from '../routing/send-to-targets.ts';
import type { Admitted } from './admit.ts';
import type { Authenticated } from './authenticate.ts';
import type { Receipt } from './receipt.ts';
import { policyOf } from './workspace-policy.ts';

/** What inspection has to say for the record: counts, never values. */
export interface InspectionSummary {
  readonly verdict: Verdict;
  readonly kinds: Readonly<Record<string, number>>;
  /** Parts that passed without having been read. */
  readonly unread: number;
  /** Milliseconds. */
  readonly inspectMs: number;
}

export interface ExchangeOutcome {
  readonly status: number;
  readonly errorCode: string | null;
  readonly verdict?: Verdict;
  readonly target?: RouteTarget | undefined;
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  /** What the way back did. */
  readonly details?: AuditDetails | undefined;
}

/** The record of one request: opened before anything is forwarded, completed exactly once. */
export interface RequestRecord {
  admitted(stage: Admitted): void;
  inspected(summary: InspectionSummary): void;
  /** Writes the record. The request goes nowhere before this resolves. Throws `audit_unavailable`. */
  open(): Promise<void>;
  firstByte(): void;
  /** What is known so far of what the firewall did; undefined before the workspace is. */
  receipt(): Receipt | undefined;
  /** The end. A record that was never opened (a refusal) is written whole; then the answer waits for it. */
  complete(outcome: ExchangeOutcome): Promise<void>;
}

export type Seen = (record: { readonly opening: AuditOpening; readonly outcome: AuditOutcome }) => void;

export function startRecord({ call, principal }: Authenticated, writer: AuditWriter, seen: Seen): RequestRecord {
  const startedAt = Date.now();
  let stage: Admitted | undefined;
  let inspection: InspectionSummary | undefined;
  let id: string | undefined;
  let inspectedMs: number | undefined;
  let recordedMs: number | undefined;
  let firstByteMs: number | undefined;
  let done = false;
  if (principal.keyId !== null) writer.countUse(principal.keyId);

  /** Milliseconds, to the tenth. */
  const sinceArrival = (): number => Math.round((performance.now() - call.arrivedAt) * 10) / 10;
  let opened: AuditOpening | undefined;
  /** What is known when the record is first written, whether before the request leaves or with its refusal. */
  const opening = (): AuditOpening =>
    (opened ??= {
      requestId: call.requestId,
      startedAt,
      userId: principal.userId,
      userEmail: principal.email,
      keyId: principal.keyId,
      workspaceId: stage?.workspace.id ?? null,
      workspaceName: stage?.workspace.name ?? null,
      clientAddress: call.clientAddress,
      // What was asked for is only recorded once it is known to be a workspace: it could be any text.
      model: stage?.workspace.name ?? null,
      verdict: inspection?.verdict ?? null,
      pii: stage?.pii ?? null,
      kinds: inspection?.kinds ?? null,
      stream: stage?.request.stream ?? false,
      retryCount: call.retryCount,
      inspectMs: inspection?.inspectMs ?? null,
    });

  return {
    admitted(admitted) {
      stage = admitted;
    },
    inspected(summary) {
      inspection = summary;
      inspectedMs = sinceArrival();
    },
    async open() {
      id = await writer.open(opening());
      recordedMs = sinceArrival();
    },
    receipt() {
      if (stage === undefined) return undefined;
      return {
        workspace: stage.workspace.name,
        pii: stage.pii,
        policy: policyOf(stage.workspace).version,
        kinds: inspection?.kinds ?? {},
        unread: inspection?.unread ?? 0,
        inspectMs: inspection?.inspectMs ?? 0,
      };
    },
    firstByte() {
      firstByteMs ??= sinceArrival();
    },
    async complete(result) {
      if (done) return;
      done = true;
      const inputTokens = countOf(result.inputTokens);
      const outputTokens = countOf(result.outputTokens);
      const outcome: AuditOutcome = {
        finishedAt: Date.now(),
        status: result.status,
        errorCode: codeOf(result.errorCode),
        provider: result.target?.provider.name ?? null,
        upstreamModel: result.target?.model ?? null,
        inputTokens,
        outputTokens,
        firstByteMs: firstByteMs ?? null,
        totalMs: sinceArrival(),
        costMicroUsd: costOf(result.target?.price, inputTokens, outputTokens),
        details: {
          ...(inspectedMs === undefined ? {} : { inspectedMs }),
          ...(recordedMs === undefined ? {} : { recordedMs }),
          ...(stage === undefined ? {} : { policyVersion: policyOf(stage.workspace).version }),
          ...(inspection === undefined || inspection.unread === 0 ? {} : { unread: inspection.unread }),
          ...result.details,
        },
        ...(result.verdict === undefined ? {} : { verdict: result.verdict }),
      };
      stage?.admission.countTokens((inputTokens ?? 0) + (outputTokens ?? 0));
      seen({ opening: opening(), outcome });
      if (id === undefined) await writer.record(opening(), outcome);
      else writer.complete(id, outcome);
    },
  };
}

/** A provider may say anything as its error's code: only a word is written down. */
const codeOf = (code: string | null): string | null =>
  code === null || /^[A-Za-z][A-Za-z_.-]{0,59}\d{0,4}$|^\d{1,6}$/.test(code) ? code : 'upstream_error';

/** Providers count tokens, and some count wrongly: what is no count would never leave a budget or the sums again. */
const countOf = (tokens: number | undefined): number | null =>
  tokens !== undefined && Number.isInteger(tokens) && tokens >= 0 && tokens <= MOST_TOKENS ? tokens : null;

/** More than any model reads or writes for one request. */
const MOST_TOKENS = 1_000_000_000;
