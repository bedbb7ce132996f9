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
  const metrics = createMetrics();
  const { counter, histogram, gauge } = metrics;
  const http = counter('onefirewall_http_requests_total', 'HTTP requests by group and status.', ['group', 'status']);
  const chats = counter('onefirewall_chat_requests_total', 'Chat completions by workspace, verdict and status.', [
    'workspace',
    'verdict',
    'status',
  ]);
  const findings = counter('onefirewall_findings_total', 'Values found in requests, by kind.', ['kind']);
  const answerFindings = counter(
    'onefirewall_answer_findings_total',
    'Values that models produced, by kind and what was done.',
    ['kind', 'verdict'],
  );
  const withheld = counter('onefirewall_withheld_total', 'Placeholders not restored, by reason: links, tools.', [
    'reason',
  ]);
  const failed = counter('onefirewall_restorations_failed_total', 'Answers whose values could not be put back.');
  const tokens = counter('onefirewall_tokens_total', 'Tokens as providers counted them, by direction.', ['direction']);
  const chatSeconds = histogram('onefirewall_chat_seconds', 'Whole time of a chat completion.');
  const inspectionSeconds = histogram('onefirewall_inspection_seconds', 'Time the firewall took to read a request.');
  gauge('onefirewall_open_streams', 'Streams under way.', openStreams);
  gauge('onefirewall_audit_queue', 'Audit records waiting to be written.', auditQueue);
  gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  return {
    chatFinished({ opening, outcome }) {
      const verdict = outcome.verdict ?? opening.verdict ?? 'error';
      chats.add(1, opening.workspaceName ?? '', verdict, String(outcome.status));
      for (const kind in opening.kinds) findings.add(opening.kinds[kind] ?? 0, kind);
      const { answer, withheld: kept, restoreFailed } = outcome.details ?? {};
      if (answer !== undefined)
        for (const kind in answer.kinds) answerFindings.add(answer.kinds[kind] ?? 0, kind, answer.verdict);
      if (kept !== undefined)
        for (const [reason, count] of Object.entries(kept)) if (count > 0) withheld.add(count, reason);
      if (restoreFailed === true) failed.add(1);
      if (outcome.inputTokens !== null) tokens.add(outcome.inputTokens, 'input');
      if (outcome.outputTokens !== null) tokens.add(outcome.outputTokens, 'output');
      chatSeconds.observe(outcome.totalMs / 1000);
      if (opening.inspectMs !== null) inspectionSeconds.observe(opening.inspectMs / 1000);
    },
    httpSeen: (group, status) => http.add(1, group, String(status)),
    print: metrics.print,
  };
}
