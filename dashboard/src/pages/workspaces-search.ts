/** Days before now. */
export const USAGE_DAYS = [7, 30] as const;
export type UsageDays = (typeof USAGE_DAYS)[number];

/** How far back use is counted; a month where the address does not say. */
export interface WorkspacesSearch {
  readonly days?: UsageDays;
}

export function workspacesSearch(search: Readonly<Record<string, unknown>>): WorkspacesSearch {
  return String(search.days) === '7' ? { days: 7 } : {};
}
