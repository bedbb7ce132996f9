/** Two people's changes to one workspace's settings, brought together. */
import type { WorkspaceSettings } from '../../../../src/contract/workspace.ts';

export interface Versions {
  /** What both began from. */
  readonly from: WorkspaceSettings;
  readonly mine: WorkspaceSettings;
  readonly theirs: WorkspaceSettings;
}

export type SettingName = keyof WorkspaceSettings;

/** Theirs with what I changed: setting by setting, lists as a whole. Where both changed the same, mine stays. */
export function mergeSettings({ from, mine, theirs }: Versions): WorkspaceSettings {
  return merge(from, mine, theirs) as WorkspaceSettings;
}

/** The settings that differ, by their names. */
export function differingSettings(one: WorkspaceSettings, other: WorkspaceSettings): SettingName[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)] as SettingName[]);
  return [...names].filter((name) => !isSame(one[name], other[name]));
}

/** Settings are plain JSON, and the order of their keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function merge(from: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(from, mine)) return theirs;
  if (!isObject(mine) || !isObject(theirs)) return mine;
  const before = isObject(from) ? from : {};
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const merged = [...names].map((name) => [name, merge(before[name], mine[name], theirs[name])] as const);
  // A setting that was taken out is not there.
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
