export const SETTINGS_TABS = ['organization', 'sign-in', 'changes', 'security'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** Which part of the settings; the first where the address does not say. */
export interface SettingsSearch {
  readonly tab?: SettingsTab;
}

export function settingsSearch(search: Readonly<Record<string, unknown>>): SettingsSearch {
  const tab = SETTINGS_TABS.find((known) => known === search.tab);
  return tab === undefined || tab === 'organization' ? {} : { tab };
}
