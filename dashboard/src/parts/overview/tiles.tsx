import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overview } from '../../../../src/contract/overview.ts';
import { formatCost, formatDuration, formatNumber, formatShort } from '../../format.ts';
import { text } from '../../text/en.ts';
import { None } from '../badge.tsx';
import classes from './overview.module.css';

const say = text.overview.tiles;

/** The numbers that are looked at first, each with what it was in the same time before. */
export function Tiles({ overview: { totals, previous } }: { readonly overview: Overview }) {
  const share = (part: number) => (totals.requests === 0 ? undefined : say.share(part / totals.requests));
  const { totalMs, firewallMs } = totals;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} component="section" aria-label={say.label}>
      <Tile
        name={say.requests}
        value={formatNumber(totals.requests)}
        below={change(totals.requests, previous.requests)}
      />
      <Tile
        name={say.findings}
        value={formatNumber(totals.findings)}
        below={change(totals.findings, previous.findings)}
      />
      <Tile name={say.refusals} value={formatNumber(totals.refusals)} below={share(totals.refusals)} />
      <Tile
        name={say.errors}
        value={formatNumber(totals.errors)}
        below={totals.abandoned === 0 ? share(totals.errors) : say.abandoned(totals.abandoned)}
      />
      <Tile
        name={say.tokens}
        value={formatShort(totals.inputTokens + totals.outputTokens)}
        exact={formatNumber(totals.inputTokens + totals.outputTokens)}
        below={say.inAndOut(formatShort(totals.inputTokens), formatShort(totals.outputTokens))}
      />
      <Tile
        name={say.cost}
        value={totals.priced === 0 ? <None /> : formatCost(totals.costMicroUsd)}
        below={totals.priced === 0 ? say.noPrices : change(totals.costMicroUsd, previous.costMicroUsd)}
      />
      <Tile
        name={say.time}
        value={totalMs.p50 === null ? <None /> : formatDuration(totalMs.p50)}
        below={totalMs.p95 === null ? undefined : say.most(formatDuration(totalMs.p95))}
      />
      <Tile
        name={say.firewall}
        value={firewallMs.p50 === null ? <None /> : formatDuration(firewallMs.p50)}
        below={firewallMs.p95 === null ? undefined : say.most(formatDuration(firewallMs.p95))}
      />
    </SimpleGrid>
  );
}

function Tile({
  name,
  value,
  exact,
  below,
}: {
  readonly name: string;
  readonly value: ReactNode;
  /** All digits, where the value is shortened. */
  readonly exact?: string;
  readonly below: string | undefined;
}) {
  return (
    <Paper p="md" className={classes.tile}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text
        lh={1.3}
        fw={620}
        className={`${classes.number} ${classes.large}`}
        {...(exact === undefined ? {} : { title: exact })}
      >
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {below ?? ' '}
      </Text>
    </Paper>
  );
}

function change(now: number, before: number): string {
  if (before === 0) return now === 0 ? say.unchanged : say.newSince;
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? say.unchanged : say.change(percent);
}
