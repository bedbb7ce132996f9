import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { useTitle } from './page.tsx';

/** The card that pages show to somebody who is not signed in. */
export function Front({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  useTitle(title);
  return (
    <main className="front">
      <div className="front-card">
        <Brand />
        <h1>{title}</h1>
        {lead !== undefined && <p className="muted">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
