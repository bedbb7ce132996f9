import type { AuditQuery } from '../../../src/contract/audit.ts';

export const VERDICTS = ['allow', 'mask', 'block', 'error'] as const satisfies readonly Verdict[];
export type Verdict = NonNullable<AuditQuery['verdict']>;

/** The filters stand in the address, so that a view can be sent to somebody. */
export interface AuditSearch {
  readonly workspace?: string;
  readonly verdict?: Verdict;
}

export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const verdict = VERDICTS.find((known) => known === search.verdict);
  return {
    ...(typeof search.workspace === 'string' && search.workspace !== '' ? { workspace: search.workspace } : {}),
    ...(verdict === undefined ? {} : { verdict }),
  };
}
