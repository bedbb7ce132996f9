import { Text } from '@mantine/core';
import { formatNumber } from '../../format.ts';
import type { AuditSearch } from '../../pages/audit-search.ts';
import { text } from '../../text/en.ts';
import { Link } from '../link.tsx';
import { Panel } from '../panel.tsx';
import classes from './overview.module.css';

/** How many of each kind, as bars; each leads to the requests it was found in. */
export function FoundKinds({
  kinds,
  search,
}: {
  readonly kinds: Readonly<Record<string, number>>;
  readonly search: AuditSearch;
}) {
  const found = Object.entries(kinds).sort(([, one], [, other]) => other - one);
  const most = found[0]?.[1] ?? 0;
  return (
    <Panel p="sm">
      {found.length === 0 ? (
        <Text size="sm" c="dimmed" p="xs">
          {text.overview.noKinds}
        </Text>
      ) : (
        <ul className={classes.bars} aria-label={text.overview.kindsLabel}>
          {found.map(([kind, count]) => (
            <li key={kind}>
              <Link to="/audit" search={{ ...search, kind }} underline="never">
                <span
                  className={classes.bar}
                  style={{
                    width: `${(count / most) * 100}%`,
                    background: `var(--mantine-color-${kind === 'SECRET' ? 'red' : 'harbor'}-light)`,
                  }}
                />
                <span>{text.kind(kind)}</span>
                <strong className={classes.number}>{formatNumber(count)}</strong>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
