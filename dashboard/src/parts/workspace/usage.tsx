import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Overview } from '../../../../src/contract/overview.ts';
import { workspaceUsageQuery } from '../../api/workspaces.ts';
import { formatCost, formatDuration, formatNumber } from '../../format.ts';
import { text } from '../../text/en.ts';
import { KindBadges } from '../badge.tsx';
import { Empty } from '../empty.tsx';
import { Link } from '../link.tsx';
import { Loaded } from '../loaded.tsx';
import classes from './usage.module.css';

const say = text.workspaces;
const DAYS = 30;

/** What went through the workspace. */
export function Usage({ workspace }: { readonly workspace: string }) {
  const usage = useQuery(workspaceUsageQuery(workspace, DAYS));
  return (
    <Loaded query={usage} rows={3}>
      {(overview) =>
        overview.totals.requests === 0 ? (
          <Empty>{say.usageNone}</Empty>
        ) : (
          <Tiles overview={overview} workspace={workspace} />
        )
      }
    </Loaded>
  );
}

function Tiles({
  overview: { totals, kinds, sees },
  workspace,
}: {
  readonly overview: Overview;
  readonly workspace: string;
}) {
  const tiles: readonly (readonly [string, string])[] = [
    [say.usageTiles.requests, formatNumber(totals.requests)],
    [say.usageTiles.refusals, formatNumber(totals.refusals)],
    [say.usageTiles.findings, formatNumber(totals.findings)],
    [say.usageTiles.tokens, `${formatNumber(totals.inputTokens)} / ${formatNumber(totals.outputTokens)}`],
    [say.usageTiles.cost, totals.priced === 0 ? text.common.none : formatCost(totals.costMicroUsd)],
    [say.usageTiles.typical, totals.totalMs.p50 === null ? text.common.none : formatDuration(totals.totalMs.p50)],
  ];
  return (
    <div className={classes.usage}>
      <dl className={classes.tiles}>
        {tiles.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <KindBadges kinds={kinds} />
      <Text size="sm" c="dimmed">
        {sees === 'part' && `${say.usageHidden} `}
        <Link to="/audit" search={{ workspace }}>
          {say.usageLog}
        </Link>
      </Text>
    </div>
  );
}
