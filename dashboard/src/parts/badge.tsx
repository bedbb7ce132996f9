import { Badge as MantineBadge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditEventView } from '../../../src/contract/audit.ts';
import { text } from '../text/en.ts';

export type Tone = 'neutral' | 'good' | 'accent' | 'bad' | 'warn';

/** Names of Mantine's colours, for charts and bars too: `var(--mantine-color-${color}-light-color)`. */
export const TONE_COLORS: Readonly<Record<Tone, string>> = {
  neutral: 'gray',
  good: 'green',
  accent: 'harbor',
  bad: 'red',
  warn: 'yellow',
};

export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <MantineBadge color={TONE_COLORS[tone]}>{children}</MantineBadge>;
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
  if (verdict === null) return <None />;
  return <Badge tone={VERDICT_TONES[verdict]}>{text.verdicts[verdict]}</Badge>;
}

/** What was found: "E-mail address × 3". */
export function KindBadges({ kinds }: { readonly kinds: AuditEventView['kinds'] }) {
  const found = Object.entries(kinds).sort(([, one], [, other]) => other - one);
  if (found.length === 0) return <None />;
  return (
    <span className="wrap">
      {found.map(([kind, count]) => (
        <Badge key={kind} tone={kind === 'SECRET' ? 'bad' : 'neutral'}>
          {text.audit.kindCount(text.kind(kind), count)}
        </Badge>
      ))}
    </span>
  );
}

/** Nothing there: a dash that is not read out as one. */
export function None() {
  return (
    <span className="muted" data-none>
      {text.common.none}
    </span>
  );
}
