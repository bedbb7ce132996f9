import { createMetrics } from './platform/metrics.ts';
import type { Seen } from './request-path/record-outcome.ts';
import { openStreams } from './request-path/stream-watch.ts';

/** What Prometheus sees of the gateway: counts and durations, labelled from closed sets and workspace names only. */
export interface GatewayMetrics {
  readonly chatFinished: Seen;
  readonly httpSeen: (group: string, status: number) => void;
  readonly print: () => string;
}

export function createGatewayMetrics(auditQueue: () => number): GatewayMetrics {
  const metrics = createMetrics([
    { name: 'onefirewall_http_requests_total', help: 'HTTP requests by group and status.', kind: 'counter' },
    {
      name: 'onefirewall_chat_requests_total',
      help: 'Chat completions by workspace, verdict and status.',
      kind: 'counter',
    },
    { name: 'onefirewall_findings_total', help: 'Values found in requests, by kind.', kind: 'counter' },
    {
      name: 'onefirewall_answer_findings_total',
      help: 'Values that models produced, by kind and what was done.',
      kind: 'counter',
    },
    {
      name: 'onefirewall_withheld_total',
      help: 'Placeholders not restored, by reason: links, tools.',
      kind: 'counter',
    },
    {
      name: 'onefirewall_restorations_failed_total',
      help: 'Answers whose values could not be put back.',
      kind: 'counter',
    },
    { name: 'onefirewall_tokens_total', help: 'Tokens as providers counted them, by direction.', kind: 'counter' },
    { name: 'onefirewall_chat_seconds', help: 'Whole time of a chat completion.', kind: 'histogram' },
    { name: 'onefirewall_inspection_seconds', help: 'Time the firewall took to read a request.', kind: 'histogram' },
    { name: 'onefirewall_open_streams', help: 'Streams under way.', kind: 'gauge', read: openStreams },
    { name: 'onefirewall_audit_queue', help: 'Audit records waiting to be written.', kind: 'gauge', read: auditQueue },
    {
      name: 'process_resident_memory_bytes',
      help: 'Resident memory.',
      kind: 'gauge',
      read: () => process.memoryUsage.rss(),
    },
  ]);
  return {
    chatFinished({ opening, outcome }) {
      metrics.count('onefirewall_chat_requests_total', {
        workspace: opening.workspaceName ?? '',
        verdict: outcome.verdict ?? opening.verdict ?? 'error',
        status: String(outcome.status),
      });
      for (const [kind, count] of Object.entries(opening.kinds ?? {})) {
        metrics.count('onefirewall_findings_total', { kind }, count);
      }
      const { answer, withheld, restoreFailed } = outcome.details ?? {};
      for (const [kind, count] of Object.entries(answer?.kinds ?? {}))
        metrics.count('onefirewall_answer_findings_total', { kind, verdict: answer?.verdict ?? '' }, count);
      for (const [reason, count] of Object.entries(withheld ?? {}))
        if (count > 0) metrics.count('onefirewall_withheld_total', { reason }, count);
      if (restoreFailed === true) metrics.count('onefirewall_restorations_failed_total', {});
      if (outcome.inputTokens !== null)
        metrics.count('onefirewall_tokens_total', { direction: 'input' }, outcome.inputTokens);
      if (outcome.outputTokens !== null)
        metrics.count('onefirewall_tokens_total', { direction: 'output' }, outcome.outputTokens);
      metrics.observe('onefirewall_chat_seconds', outcome.totalMs / 1000);
      if (opening.inspectMs !== null) metrics.observe('onefirewall_inspection_seconds', opening.inspectMs / 1000);
    },
    httpSeen: (group, status) => metrics.count('onefirewall_http_requests_total', { group, status: String(status) }),
    print: metrics.print,
  };
}
