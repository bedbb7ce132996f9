import type { ReactNode } from 'react';
import { text } from '../text/en.ts';
import type { Resource } from '../use-resource.ts';
import { Notice } from './notice.tsx';

/** What was loaded; until then a quiet place of about the same height, and what went wrong with a way to try again. */
export function Loaded<T>({
  resource,
  rows = 3,
  children,
}: {
  readonly resource: Resource<T>;
  /** How many lines the place holds until there is something to show. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { data, error, loading, reload } = resource;
  if (data !== undefined) return <div aria-busy={loading}>{children(data)}</div>;
  if (error !== undefined) {
    return (
      <div role="alert">
        <Notice kind="error">
          {error.message}{' '}
          <button type="button" className="link" onClick={reload}>
            {text.common.tryAgain}
          </button>
        </Notice>
      </div>
    );
  }
  return (
    <div className="skeleton" role="status" aria-label={text.common.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <div key={row} />
      ))}
    </div>
  );
}
