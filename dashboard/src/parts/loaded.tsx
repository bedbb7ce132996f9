import { Box, Button, Group, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asApiError } from '../api/call.ts';
import { text } from '../text/en.ts';
import { Notice } from './notice.tsx';

/** What was loaded; until then a quiet place of about the same height, and what went wrong with a way to try again. */
export function Loaded<T>({
  query,
  rows = 3,
  skeleton,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /** How many lines the place holds until there is something to show. */
  readonly rows?: number;
  /** Instead of lines, for a page with a shape of its own. */
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}) {
  const { data, error, isFetching, refetch } = query;
  // An older answer is worth more than an error about a newer one, which is said beside it.
  if (data !== undefined) {
    return (
      <div aria-busy={isFetching}>
        <div aria-live="polite" className="live">
          {error !== null && <Older isFetching={isFetching} refetch={() => void refetch()} />}
        </div>
        {children(data)}
      </div>
    );
  }
  if (error !== null) {
    return (
      <div role="alert">
        <Notice kind="error">
          <Group justify="space-between" gap="sm">
            <span>{asApiError(error).message}</span>
            <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
              {text.common.tryAgain}
            </Button>
          </Group>
        </Notice>
      </div>
    );
  }
  return <Loading rows={rows} skeleton={skeleton} />;
}

/** The quiet place by itself, where what is shown waits for more than one answer. */
export function Loading({ rows, skeleton }: { readonly rows: number; readonly skeleton?: ReactNode }) {
  return (
    <div role="status" aria-label={text.common.loading}>
      {skeleton ?? (
        <Stack gap="sm">
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
            <Skeleton key={row} height={28} />
          ))}
        </Stack>
      )}
    </div>
  );
}

function Older({ isFetching, refetch }: { readonly isFetching: boolean; readonly refetch: () => void }) {
  return (
    <Box mb="md">
      <Notice kind="warning">
        <Group justify="space-between" gap="sm">
          <span>{text.errors.older}</span>
          <Button size="compact-sm" variant="default" loading={isFetching} onClick={refetch}>
            {text.common.tryAgain}
          </Button>
        </Group>
      </Notice>
    </Box>
  );
}
