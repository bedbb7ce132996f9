/** The only file that draws: it brings the chart library along, so it is loaded apart from the page. */
import { BarChart } from '@mantine/charts';
import { formatNumber, formatShort } from '../../format.ts';

export interface Stack {
  readonly name: string;
  readonly label: string;
  /** A colour of the theme with its shade. */
  readonly color: string;
}

/** Pixels for the longest number beside the axis. */
function axisWidth(rows: readonly Readonly<Record<string, number>>[]): number {
  const sums = rows.map((row) => Object.values(row).reduce((sum, count) => sum + count, 0));
  return 14 + 8 * formatShort(Math.max(0, ...sums)).length;
}

/** One bar for each stretch of time, its parts on top of each other. */
export function BarStack({
  stacks,
  rows,
  labels,
  height,
}: {
  readonly stacks: readonly Stack[];
  readonly rows: readonly Readonly<Record<string, number>>[];
  readonly labels: readonly string[];
  /** Pixels. */
  readonly height: number;
}) {
  return (
    <BarChart
      h={height}
      type="stacked"
      data={rows.map((row, index) => ({ ...row, label: labels[index] ?? '' }))}
      dataKey="label"
      series={[...stacks]}
      valueFormatter={formatNumber}
      accessibilityLayer={false}
      gridAxis="x"
      tickLine="none"
      maxBarWidth={28}
      barProps={{ isAnimationActive: false }}
      xAxisProps={{ minTickGap: 32, interval: 'preserveStartEnd' }}
      yAxisProps={{ allowDecimals: false, width: axisWidth(rows), tickFormatter: formatShort }}
      tooltipProps={{ isAnimationActive: false }}
    />
  );
}
