import type { AuditDetails } from '../contract/audit.ts';
import type { PiiMode } from '../contract/workspace.ts';
import type { AnswerReport } from '../firewall/answers/answer-inspection.ts';
import type { AnswerTally } from '../firewall/restoring/restore-field.ts';

/** What the firewall did with one exchange. Counts and times, never a value. */
export interface Receipt {
  readonly workspace: string;
  /** The mode that was applied. */
  readonly pii: PiiMode;
  /** The version of the workspace's policy. */
  readonly policy: string;
  /** How many of each kind were found in the request. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Parts that passed without having been read. */
  readonly unread: number;
  /** Milliseconds. */
  readonly inspectMs: number;
}

/** What was done with the answer, as far as it has come. */
export interface WayBackReceipt {
  readonly tally: AnswerTally;
  /** Whether the answer is looked at at all. */
  readonly inspected: boolean;
  /** What was found in it; undefined for nothing. */
  readonly report: AnswerReport | undefined;
  /** Milliseconds. */
  readonly ms: number;
}

/** The receipt as headers of an answer or a refusal; `back` where the whole answer is known. docs/placeholders.md lists them. */
export function receiptHeaders(receipt: Receipt, back?: WayBackReceipt): Record<string, string> {
  const headers: Record<string, string> = {
    'x-onefirewall-workspace': receipt.workspace,
    'x-onefirewall-pii': withCounts(receipt.pii, receipt.kinds),
    'x-onefirewall-policy': receipt.policy,
    'x-onefirewall-ms': milliseconds(receipt.inspectMs + (back?.ms ?? 0)),
  };
  if (receipt.unread > 0) headers['x-onefirewall-unread'] = String(receipt.unread);
  if (back === undefined) return headers;
  const { links, tools, unknown } = withheldOf(back);
  if (links + tools > 0) headers['x-onefirewall-withheld'] = `links=${links}, tools=${tools}`;
  if (unknown > 0) headers['x-onefirewall-unknown'] = String(unknown);
  if (back.inspected) headers['x-onefirewall-answer'] = answerText(back);
  if (back.tally.failed) headers['x-onefirewall-restore'] = 'failed';
  return headers;
}

/** The receipt of a stream, its last comment line: words, and `name=value` for each count. */
export function receiptComment(receipt: Receipt, back: WayBackReceipt): string {
  const { links, tools, unknown } = withheldOf(back);
  const { verdict = back.inspected ? 'clean' : 'off', kinds = {} } = back.report ?? {};
  return [
    ': onefirewall',
    `pii=${receipt.pii}`,
    ...countsOf(receipt.kinds, 'pii.'),
    `unread=${receipt.unread}`,
    `answer=${verdict}`,
    ...countsOf(kinds, 'answer.'),
    `withheld.links=${links}`,
    `withheld.tools=${tools}`,
    `unknown=${unknown}`,
    ...(back.tally.failed ? ['restore=failed'] : []),
    `policy=${receipt.policy}`,
    `ms=${milliseconds(receipt.inspectMs + back.ms)}\n\n`,
  ].join(' ');
}

/** The same for the audit record: only what happened. */
export function wayBackDetails(back: WayBackReceipt): AuditDetails {
  const { links, tools, unknown } = withheldOf(back);
  const { report } = back;
  return {
    restoreMs: Number(milliseconds(back.ms)),
    ...(report === undefined ? {} : { answer: { verdict: report.verdict, kinds: { ...report.kinds } } }),
    ...(links + tools === 0 ? {} : { withheld: { links, tools } }),
    ...(unknown === 0 ? {} : { unknownPlaceholders: unknown }),
    ...(back.tally.failed ? { restoreFailed: true as const } : {}),
  };
}

function withheldOf({ tally: { counts, tools } }: WayBackReceipt) {
  return { links: counts.refused, tools: tools.restored + tools.refused, unknown: counts.unknown + tools.unknown };
}

const answerText = ({ report }: WayBackReceipt): string =>
  report === undefined ? 'clean' : withCounts(report.verdict, report.kinds);

/** `obfuscate; email=2, person=1`. */
const withCounts = (word: string, kinds: Readonly<Record<string, number>>): string =>
  [word, countsOf(kinds, '').join(', ')].filter((part) => part !== '').join('; ');

const countsOf = (kinds: Readonly<Record<string, number>>, prefix: string): string[] =>
  Object.entries(kinds).map(([kind, count]) => `${prefix}${kind.toLowerCase()}=${count}`);

/** Hundredths are as fine as it is measured. */
const milliseconds = (ms: number): string => String(Math.round(ms * 100) / 100);
