import type { AuditFilters, AuditQuery } from '../../../src/contract/audit.ts';
import type { PiiMode } from '../../../src/contract/workspace.ts';
import { PII_MODES } from '../choices.ts';
import { RANGES, type Range, rangeFrom } from './overview-search.ts';

export const VERDICTS = ['allow', 'mask', 'block', 'error'] as const satisfies readonly Verdict[];
export type Verdict = NonNullable<AuditQuery['verdict']>;

/** The filters stand in the address, so that a view can be sent to somebody. */
export interface AuditSearch {
  /** Up to now; else `from` and `to`, as ISO 8601. */
  readonly range?: Range;
  readonly from?: string;
  readonly to?: string;
  readonly workspace?: string;
  readonly person?: string;
  readonly keyId?: string;
  readonly verdict?: Verdict;
  readonly kind?: string;
  readonly status?: string;
  readonly errorCode?: string;
  readonly pii?: PiiMode;
  /** Where the page begins. */
  readonly before?: string;
}

export type AuditChange = { readonly [Name in keyof AuditSearch]?: string };

const TEXTS = ['workspace', 'person', 'keyId', 'kind', 'status', 'errorCode', 'before'] as const;

export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const range = rangeFrom(search.range);
  const times = range === undefined ? { from: timeFrom(search.from), to: timeFrom(search.to) } : { range };
  const all = {
    ...times,
    ...Object.fromEntries(TEXTS.map((name) => [name, textFrom(search[name])])),
    verdict: VERDICTS.find((known) => known === search.verdict),
    pii: PII_MODES.find((known) => known === search.pii),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as AuditSearch;
}

/** What the gateway is asked. */
export function filtersOf({ range, before: _, ...rest }: AuditSearch): Partial<AuditFilters> {
  if (range === undefined) return rest;
  return { ...rest, from: new Date(Date.now() - RANGES[range] * 1000).toISOString() };
}

/** How many conditions there are; the place in the list is none. */
export function filterCount({ before: _, ...filters }: AuditSearch): number {
  return Object.keys(filters).length;
}

function textFrom(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

function timeFrom(value: unknown): string | undefined {
  const time = typeof value === 'string' && value !== '' ? new Date(value) : undefined;
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
