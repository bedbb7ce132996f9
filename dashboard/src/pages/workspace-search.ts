export const WORKSPACE_TABS = ['overview', 'policy', 'targets', 'members'] as const;
export type WorkspaceTab = (typeof WORKSPACE_TABS)[number];

/** Which view of the workspace; the first where the address does not say. */
export interface WorkspaceSearch {
  readonly tab?: WorkspaceTab;
}

export function workspaceSearch(search: Readonly<Record<string, unknown>>): WorkspaceSearch {
  const tab = WORKSPACE_TABS.find((known) => known === search.tab);
  return tab === undefined || tab === 'overview' ? {} : { tab };
}
