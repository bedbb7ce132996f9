import type { ReactNode } from 'react';
import type { AuditEventView } from '../../../src/contract/audit.ts';
import { text } from '../text/en.ts';

export type Tone = 'neutral' | 'good' | 'accent' | 'bad' | 'warn';

export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** Declared in the configuration file: shown, not changed here. */
export function FileBadge({ managedBy }: { readonly managedBy: 'file' | null }) {
  return managedBy === null ? null : <Badge>{text.common.fromFile}</Badge>;
}

export type VerdictName = NonNullable<AuditEventView['verdict']>;

export const VERDICT_TONES: Readonly<Record<VerdictName, Tone>> = {
  allow: 'good',
  mask: 'accent',
  block: 'bad',
  error: 'warn',
};

export function VerdictBadge({ verdict }: { readonly verdict: VerdictName | null }) {
  if (verdict === null) return <span className="muted">{text.common.none}</span>;
  return <Badge tone={VERDICT_TONES[verdict]}>{text.verdicts[verdict]}</Badge>;
}
