import { Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Overview as OverviewView } from '../../../src/contract/overview.ts';
import { auditQuery } from '../api/audit.ts';
import { overviewQuery } from '../api/overview.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { formatTime } from '../format.ts';
import { KindBadges } from '../parts/badge.tsx';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ChartPanels } from '../parts/overview/chart-panels.tsx';
import { FirstRequest } from '../parts/overview/first-request.tsx';
import { FoundKinds } from '../parts/overview/found-kinds.tsx';
import { LatestRefusals } from '../parts/overview/latest-refusals.tsx';
import { OverviewSkeleton } from '../parts/overview/overview-skeleton.tsx';
import { TopModels, WorkspaceShares } from '../parts/overview/shares.tsx';
import { Tiles } from '../parts/overview/tiles.tsx';
import { VerdictLinks } from '../parts/overview/verdict-links.tsx';
import { Page, Section } from '../parts/page.tsx';
import { text } from '../text/en.ts';
import {
  DEFAULT_RANGE,
  type OverviewSearch,
  overviewSearch,
  RANGES,
  type Range,
  rangeFrom,
} from './overview-search.ts';

const say = text.overview;

/** While nobody has sent anything, whether somebody has: in milliseconds. */
const WATCH_EVERY = 3000;

export function Overview() {
  const first = useQuery({
    ...auditQuery({ limit: 1 }),
    refetchInterval: ({ state }) => (state.data?.data.length === 0 ? WATCH_EVERY : false),
  });
  if (first.data === undefined) {
    return (
      <Page title={say.title}>
        <Loaded query={first} skeleton={<OverviewSkeleton />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return <Loaded query={first}>{({ data }) => (data.length === 0 ? <FirstRequest /> : <Numbers />)}</Loaded>;
}

function Numbers() {
  const search = useSearch({ from: '/signed-in/' });
  const range = search.range ?? DEFAULT_RANGE;
  const overview = useQuery(overviewQuery({ seconds: RANGES[range], workspace: search.workspace }));
  return (
    <Page title={say.title} lead={leadOf(overview.data)} actions={<Choices search={search} range={range} />}>
      <Loaded query={overview} skeleton={<OverviewSkeleton />}>
        {(numbers) => <AllNumbers overview={numbers} search={search} />}
      </Loaded>
    </Page>
  );
}

function AllNumbers({ overview, search }: { readonly overview: OverviewView; readonly search: OverviewSearch }) {
  const { from, to, totals, workspaces, models, latestRefusals } = overview;
  return (
    <Stack gap="xl">
      <Text size="sm" className="on-paper">
        {say.fromTo(formatTime(from), formatTime(to))}
      </Text>
      <Tiles overview={overview} />
      {totals.requests === 0 ? (
        <Empty title={say.quietTitle}>{say.quiet}</Empty>
      ) : (
        <>
          <VerdictLinks overview={overview} workspace={search.workspace} />
          <ChartPanels overview={overview} />
          <div className="columns wide-gap">
            <Section title={say.found} lead={say.foundLead}>
              <Stack gap="sm">
                <FoundKinds
                  kinds={overview.kinds}
                  search={{ from, ...(search.workspace ? { workspace: search.workspace } : {}) }}
                />
                {Object.keys(overview.answerKinds).length > 0 && (
                  <Group gap="xs">
                    <Text size="sm" c="dimmed">
                      {say.inAnswers}
                    </Text>
                    <KindBadges kinds={overview.answerKinds} />
                  </Group>
                )}
              </Stack>
            </Section>
            <Section title={say.refusals} lead={say.refusalsLead}>
              <LatestRefusals events={latestRefusals} />
            </Section>
          </div>
          {workspaces.length > 1 && (
            <Section title={say.byWorkspace}>
              <WorkspaceShares workspaces={workspaces} range={search.range} />
            </Section>
          )}
          {models.length > 0 && (
            <Section title={say.models} lead={say.modelsLead}>
              <TopModels models={models} />
            </Section>
          )}
        </>
      )}
    </Stack>
  );
}

/** Who does not see everything is told so. */
function leadOf(overview: OverviewView | undefined): string {
  return overview?.sees === 'part' ? say.leadPart : say.lead;
}

function Choices({ search, range }: { readonly search: OverviewSearch; readonly range: Range }) {
  const navigate = useNavigate({ from: '/' });
  const workspaces = useQuery(workspacesQuery);
  const go = (change: OverviewSearch): void => {
    // From the address as it is by then: two quick choices both count.
    void navigate({ search: (now) => overviewSearch({ ...now, ...change }), replace: true });
  };
  const ranges = (Object.keys(RANGES) as Range[]).map((value) => ({ value, label: say.ranges[value] }));
  const names = new Set((workspaces.data?.data ?? []).map(({ name }) => name));
  if (search.workspace !== undefined) names.add(search.workspace);
  return (
    <Group gap="sm">
      {names.size > 1 && (
        <NativeSelect
          aria-label={say.workspace}
          value={search.workspace ?? ''}
          data={[{ value: '', label: say.allWorkspaces }, ...names]}
          onChange={(event) => go({ workspace: event.target.value })}
        />
      )}
      <NativeSelect
        hiddenFrom="sm"
        aria-label={say.range}
        value={range}
        data={ranges}
        onChange={(event) => go({ range: rangeFrom(event.target.value) ?? DEFAULT_RANGE })}
      />
      <SegmentedControl
        visibleFrom="sm"
        transitionDuration={0}
        aria-label={say.range}
        value={range}
        data={ranges}
        onChange={(value) => go({ range: rangeFrom(value) ?? DEFAULT_RANGE })}
      />
    </Group>
  );
}
