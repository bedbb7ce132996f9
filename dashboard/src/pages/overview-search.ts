/** Seconds before now. */
export const RANGES = { '1h': 3_600, '24h': 86_400, '7d': 604_800, '30d': 2_592_000, '90d': 7_776_000 } as const;
export type Range = keyof typeof RANGES;

export const DEFAULT_RANGE: Range = '24h';

/** Range and workspace stand in the address, so that a view can be sent to somebody. */
export interface OverviewSearch {
  readonly range?: Range;
  readonly workspace?: string;
}

export function overviewSearch(search: Readonly<Record<string, unknown>>): OverviewSearch {
  const range = rangeFrom(search.range);
  return {
    ...(range === undefined || range === DEFAULT_RANGE ? {} : { range }),
    ...(typeof search.workspace === 'string' && search.workspace !== '' ? { workspace: search.workspace } : {}),
  };
}

export function rangeFrom(value: unknown): Range | undefined {
  return (Object.keys(RANGES) as Range[]).find((known) => known === value);
}
