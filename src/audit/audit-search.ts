/** Which events a search means, as conditions of a query. */
import type { AuditFilters } from '../contract/audit.ts';
import type { Database } from '../storage/database.ts';
import type { AuditEventTable } from '../storage/tables.ts';
import { firstIdOf } from './audit-sums.ts';

/**
 * Which events a reader may see: all (null), or those of the workspaces they are admin of, and their own wherever they sent them.
 */
export type AuditVisibility = { readonly workspaceIds: readonly string[]; readonly userId: string } | null;

export type AuditSearch = Omit<AuditFilters, 'workspace'> & {
  /** By its id while it exists, which finds it under former names too; else by the name it had. */
  readonly workspaceId?: string | undefined;
  readonly workspaceName?: string | undefined;
};

/** The ids a window lies between. */
export interface IdRange {
  /** Smaller than this. */
  readonly before?: string | undefined;
  /** Greater than this. */
  readonly after?: string | undefined;
  /** Not smaller than this. */
  readonly from?: string | undefined;
}

/** Whether rows must be read that are not asked for. Times narrow by the primary key, one workspace by its index. */
export function isFiltered(search: AuditSearch, visibility: AuditVisibility): boolean {
  const { workspaceName, person, keyId, verdict, kind, status, errorCode, pii } = search;
  return (
    visibility !== null ||
    (workspaceName ?? person ?? keyId ?? verdict ?? kind ?? status ?? errorCode ?? pii) !== undefined
  );
}

/** What an index finds: a range of ids, in one workspace or in all. */
export function indexed(database: Database, { from, to, workspaceId }: AuditSearch, range: IdRange) {
  let select = database.query.selectFrom('audit_event');
  if (range.before !== undefined) select = select.where('id', '<', range.before);
  if (range.after !== undefined) select = select.where('id', '>', range.after);
  if (range.from !== undefined) select = select.where('id', '>=', range.from);
  if (from !== undefined) select = select.where('id', '>=', firstIdOf(Date.parse(from)));
  if (to !== undefined) select = select.where('id', '<', firstIdOf(Date.parse(to)));
  if (workspaceId !== undefined) select = select.where('workspace_id', '=', workspaceId);
  return select.orderBy('id', 'desc');
}

/** The events themselves, newest first. */
export function selectEvents(
  database: Database,
  { search, visibility, range, limit }: SelectOptions,
): Promise<AuditEventTable[]> {
  let select = visibleTo(visibility, indexed(database, search, range)).selectAll();
  const { workspaceName, person, keyId, verdict, kind, status, errorCode, pii } = search;
  if (workspaceName !== undefined) select = select.where('workspace_name', '=', workspaceName);
  if (person !== undefined) {
    select = person.includes('@')
      ? select.where('user_email', '=', person.toLowerCase())
      : select.where('user_id', '=', person);
  }
  if (keyId !== undefined) select = select.where('key_id', '=', keyId);
  if (verdict !== undefined) select = select.where('verdict', '=', verdict);
  if (errorCode !== undefined) select = select.where('error_code', '=', errorCode);
  if (pii !== undefined) select = select.where('pii', '=', pii);
  if (status?.endsWith('xx') === true) {
    const first = Number(status[0]) * 100;
    select = select.where('status', '>=', first).where('status', '<', first + 100);
  } else if (status !== undefined) select = select.where('status', '=', Number(status));
  if (kind !== undefined) {
    // Whole: the JSON has the kind as a key, in quotes.
    const place = database.dialect === 'sqlite' ? 'instr' : 'strpos';
    select = select.where(({ fn, val, ref }) => fn<number>(place, [ref('kinds'), val(`"${kind}":`)]), '>', 0);
  }
  return select.limit(limit).execute();
}

export interface SelectOptions {
  readonly search: AuditSearch;
  readonly visibility: AuditVisibility;
  readonly range: IdRange;
  readonly limit: number;
}

type Select = ReturnType<typeof indexed>;

export function visibleTo(visibility: AuditVisibility, select: Select): Select {
  if (visibility === null) return select;
  const { workspaceIds, userId } = visibility;
  if (workspaceIds.length === 0) return select.where('user_id', '=', userId);
  return select.where(({ or, eb }) => or([eb('user_id', '=', userId), eb('workspace_id', 'in', [...workspaceIds])]));
}
