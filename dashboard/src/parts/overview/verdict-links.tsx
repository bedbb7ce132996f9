import { Group } from '@mantine/core';
import type { Overview } from '../../../../src/contract/overview.ts';
import { formatNumber } from '../../format.ts';
import { VERDICTS } from '../../pages/audit-search.ts';
import { text } from '../../text/en.ts';
import { TONE_COLORS, VERDICT_TONES } from '../badge.tsx';
import { Link } from '../link.tsx';
import classes from './overview.module.css';

/** What became of the requests, each a way into the audit log. */
export function VerdictLinks({
  overview: { verdicts, from },
  workspace,
}: {
  readonly overview: Overview;
  readonly workspace: string | undefined;
}) {
  return (
    <Group gap="sm" component="nav" aria-label={text.overview.verdicts}>
      {VERDICTS.map((verdict) => (
        <Link
          key={verdict}
          to="/audit"
          search={{ verdict, from, ...(workspace === undefined ? {} : { workspace }) }}
          underline="never"
          className={classes.verdict}
        >
          <span
            className={`${classes.dot} drawn`}
            style={{
              background: `var(--mantine-color-${TONE_COLORS[VERDICT_TONES[verdict]]}-${verdict === 'error' ? 7 : 6})`,
            }}
          />
          <strong>{formatNumber(verdicts[verdict])}</strong> <span className="muted">{text.verdicts[verdict]}</span>
        </Link>
      ))}
    </Group>
  );
}
