import type { ReactNode } from 'react';

/** A sentence that stands out. Where it appears later, its place is an aria-live region. */
export function Notice({
  kind = 'info',
  children,
}: {
  readonly kind?: 'info' | 'error' | 'success' | 'warning';
  readonly children: ReactNode;
}) {
  return <div className={`notice ${kind}`}>{children}</div>;
}
