import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ActivityView } from '../../../../src/contract/activity.ts';
import { activityQuery } from '../../api/activity.ts';
import { text } from '../../text/en.ts';
import { None } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Email } from '../email.tsx';
import { Loaded } from '../loaded.tsx';
import { Time } from '../time.tsx';

/** Who changed what, newest first. */
export function ActivityList() {
  const activity = useInfiniteQuery(activityQuery);
  return (
    <Loaded query={activity} rows={4}>
      {({ pages }) => (
        <>
          <DataTable
            label={text.settings.activity}
            columns={COLUMNS}
            rows={pages.flatMap(({ data }) => data)}
            keyOf={({ id }) => id}
            empty={text.activity.none}
          />
          {activity.hasNextPage && (
            <Group mt="sm">
              <Button
                variant="default"
                loading={activity.isFetchingNextPage}
                onClick={() => void activity.fetchNextPage()}
              >
                {text.activity.more}
              </Button>
            </Group>
          )}
        </>
      )}
    </Loaded>
  );
}

const COLUMNS: readonly Column<ActivityView>[] = [
  { title: text.activity.when, cell: ({ at }) => <Time iso={at} /> },
  {
    title: text.activity.who,
    cell: ({ actorEmail }) => (actorEmail === null ? text.activity.gateway : <Email address={actorEmail} />),
  },
  { title: text.activity.what, cell: ({ action }) => text.activity.action(action) },
  { title: text.activity.on, cell: ({ objects }) => <span className="breaks">{namesOf(objects) ?? <None />}</span> },
  {
    title: text.activity.fields,
    cell: ({ fields }) =>
      fields.length === 0 ? (
        <None />
      ) : (
        <span className="muted breaks">{fields.map(text.activity.field).join(', ')}</span>
      ),
  },
];

/** Ids are for machines; they are shown where there is no name. */
function namesOf(objects: ActivityView['objects']): string | undefined {
  const values = Object.entries(objects);
  const names = values.filter(
    ([key]) => key === 'email' || key === 'name' || key === 'workspace' || key === 'provider',
  );
  const shown = names.length === 0 ? values : names;
  return shown.length === 0 ? undefined : shown.map(([, value]) => value).join(', ');
}
