/** The audit log as files: CSV (RFC 4180) that a spreadsheet may open, and JSON Lines. What others chose the text of stays text. */
import type { AuditEventView } from '../contract/audit.ts';

export interface ExportFormat {
  readonly mediaType: string;
  readonly extension: string;
  readonly head: string;
  print(events: readonly AuditEventView[]): string;
}

type Cell = string | number | boolean | null;

const COLUMNS: readonly (readonly [title: string, cell: (event: AuditEventView) => Cell])[] = [
  ['id', ({ id }) => id],
  ['request_id', ({ requestId }) => requestId],
  ['state', ({ state }) => state],
  ['started_at', ({ startedAt }) => startedAt],
  ['finished_at', ({ finishedAt }) => finishedAt],
  ['person', ({ userEmail }) => userEmail],
  ['user_id', ({ userId }) => userId],
  ['key_id', ({ keyId }) => keyId],
  ['workspace', ({ workspaceName }) => workspaceName],
  ['workspace_id', ({ workspaceId }) => workspaceId],
  ['client_address', ({ clientAddress }) => clientAddress],
  ['pii', ({ pii }) => pii],
  ['verdict', ({ verdict }) => verdict],
  [
    'found',
    ({ kinds }) =>
      Object.entries(kinds)
        .map(([kind, count]) => `${kind}: ${count}`)
        .join(', '),
  ],
  ['status', ({ status }) => status],
  ['error_code', ({ errorCode }) => errorCode],
  ['provider', ({ provider }) => provider],
  ['model', ({ upstreamModel }) => upstreamModel],
  ['stream', ({ stream }) => stream],
  ['retries', ({ retryCount }) => retryCount],
  ['input_tokens', ({ inputTokens }) => inputTokens],
  ['output_tokens', ({ outputTokens }) => outputTokens],
  ['cost_usd', ({ costMicroUsd }) => (costMicroUsd === null ? null : (costMicroUsd / 1e6).toFixed(6))],
  ['firewall_ms', ({ inspectMs }) => inspectMs],
  ['first_byte_ms', ({ firstByteMs }) => firstByteMs],
  ['total_ms', ({ totalMs }) => totalMs],
  ['details', ({ details }) => JSON.stringify(details)],
];

/** Control, format and line separator characters, but tabulator and line ends. */
const UNSEEN = /(?![\t\r\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export const EXPORT_FORMATS: Readonly<Record<'csv' | 'jsonl', ExportFormat>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    head: row(COLUMNS.map(([title]) => title)),
    print: (events) => events.map((event) => row(COLUMNS.map(([, cell]) => cell(event)))).join(''),
  },
  jsonl: {
    mediaType: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
    head: '',
    print: (events) => events.map((event) => `${escapeUnseen(JSON.stringify(event))}\n`).join(''),
  },
};

function row(cells: readonly Cell[]): string {
  return `${cells.map(printCell).join(',')}\r\n`;
}

/**
 * A text that a spreadsheet would take for a formula begins with an apostrophe (owasp.org/www-community/attacks/CSV_Injection; also
 * after spaces, which some programs cut off). Numbers are ours, and none is negative.
 */
function printCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = escapeUnseen(/^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Bidirectional controls (unicode.org/reports/tr9, also tr36) and other signs that are not seen make a text look like another one: they are
 * written out. In JSON that is the same text.
 */
function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
