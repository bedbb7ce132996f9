/** Values a workspace lets through, ready to ask. */
export interface CompiledAllowList {
  readonly empty: boolean;
  allows(kind: string, value: string): boolean;
}

export const EMPTY_ALLOW_LIST: CompiledAllowList = { empty: true, allows: () => false };
