import { SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Overview } from '../../../../src/contract/overview.ts';
import { formatBucket, formatNumber } from '../../format.ts';
import { text } from '../../text/en.ts';
import { Panel } from '../panel.tsx';
import type { Stack } from './bar-stack.tsx';
import classes from './overview.module.css';

const BarStack = lazy(async () => ({ default: (await import('./bar-stack.tsx')).BarStack }));

const say = text.overview.charts;
const HEIGHT = 232;

/** Requests and findings over time. The drawing is loaded when there is something to draw. */
export function ChartPanels({ overview }: { readonly overview: Overview }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      <ChartPanel title={say.requests} overview={overview} stacks={REQUESTS} rows={requestRows(overview)} />
      <ChartPanel title={say.findings} overview={overview} {...findings(overview)} />
    </SimpleGrid>
  );
}

const REQUESTS: readonly Stack[] = [
  { name: 'passed', label: say.passed, color: 'harbor.6' },
  { name: 'refused', label: say.refused, color: 'red.6' },
  { name: 'failed', label: say.failed, color: 'yellow.7' },
];

type Row = Readonly<Record<string, number>>;

function requestRows({ series }: Overview): Row[] {
  return series.map(({ requests, refusals, errors }) => ({
    passed: requests - refusals - errors,
    refused: refusals,
    failed: errors,
  }));
}

const COLORS = ['harbor.6', 'teal.6', 'orange.6', 'grape.6', 'cyan.6'] as const;

/** The kinds that were found most, and the rest as one. */
function findings({ kinds, series }: Overview): { readonly stacks: readonly Stack[]; readonly rows: readonly Row[] } {
  const sorted = Object.entries(kinds)
    .sort(([, one], [, other]) => other - one)
    .map(([kind]) => kind);
  const most = sorted.slice(0, sorted.length === COLORS.length + 1 ? COLORS.length + 1 : COLORS.length);
  const shown = most.slice(0, COLORS.length);
  const isRest = sorted.length > shown.length;
  const stacks = shown.map((kind, index) => ({ name: kind, label: text.kind(kind), color: COLORS[index] ?? 'gray.5' }));
  const rows = series.map((point) => {
    const row = Object.fromEntries(shown.map((kind) => [kind, point.kinds[kind] ?? 0]));
    const rest = point.findings - Object.values(row).reduce((all, count) => all + count, 0);
    return isRest ? { ...row, rest } : row;
  });
  return { stacks: isRest ? [...stacks, { name: 'rest', label: say.rest, color: 'gray.5' }] : stacks, rows };
}

function ChartPanel({
  title,
  overview: { series, bucketSeconds },
  stacks,
  rows,
}: {
  readonly title: string;
  readonly overview: Overview;
  readonly stacks: readonly Stack[];
  readonly rows: readonly Row[];
}) {
  const labels = series.map(({ at }) => formatBucket(at, bucketSeconds));
  const total = rows.reduce((all, row) => all + Object.values(row).reduce((sum, count) => sum + count, 0), 0);
  return (
    <Panel component="section" aria-label={title} className={classes.figure}>
      <Title order={2} fz="md" mb={4}>
        {title}
      </Title>
      <Legend stacks={total === 0 ? [] : stacks} />
      {total === 0 ? (
        <Text size="sm" c="dimmed" h={HEIGHT}>
          {say.nothing}
        </Text>
      ) : (
        <>
          <div className={classes.plot} role="img" aria-label={say.describe(title, formatNumber(total))}>
            <Suspense fallback={<Skeleton height={HEIGHT} />}>
              <BarStack stacks={stacks} rows={rows} labels={labels} height={HEIGHT} />
            </Suspense>
          </div>
          <Numbers title={title} stacks={stacks} rows={rows} labels={labels} />
        </>
      )}
    </Panel>
  );
}

function Legend({ stacks }: { readonly stacks: readonly Stack[] }) {
  return (
    <ul className={classes.legend}>
      {stacks.map(({ name, label, color }) => (
        <li key={name}>
          <span
            className={`${classes.dot} drawn`}
            style={{ background: `var(--mantine-color-${color.replace('.', '-')})` }}
          />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** What the picture shows, for those who read it or want to copy it. Without the times at which nothing happened. */
function Numbers({
  title,
  stacks,
  rows,
  labels,
}: {
  readonly title: string;
  readonly stacks: readonly Stack[];
  readonly rows: readonly Row[];
  readonly labels: readonly string[];
}): ReactNode {
  return (
    <details className={classes.numbers}>
      <summary>{say.numbers}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={classes.scroll} tabIndex={0} aria-label={title}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say.time}</th>
              {stacks.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) =>
              Object.values(row).every((count) => count === 0) ? null : (
                <tr key={labels[index]}>
                  <th scope="row">{labels[index]}</th>
                  {stacks.map(({ name }) => (
                    <td key={name}>{formatNumber(row[name] ?? 0)}</td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}
