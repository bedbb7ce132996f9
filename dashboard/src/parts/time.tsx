import { formatAgo, formatDay, formatExact, formatRecent } from '../format.ts';

/** A moment in the reader's zone; the exact value with its zone on hover and for screen readers' `datetime`. */
export function Time({ iso, as = 'ago' }: { readonly iso: string; readonly as?: 'ago' | 'recent' | 'day' }) {
  const shown = { ago: formatAgo, recent: formatRecent, day: formatDay }[as](iso);
  return (
    <time dateTime={iso} title={formatExact(iso)} className="nowrap">
      {shown}
    </time>
  );
}
