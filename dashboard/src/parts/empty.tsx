import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing there yet: says what this place is for and what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <Paper p="xl" className="empty">
      <Stack align="center" gap="xs" ta="center">
        {title !== undefined && <Text fw={600}>{title}</Text>}
        <Text component="div" c="dimmed" size="sm" maw="32rem">
          {children}
        </Text>
        {action}
      </Stack>
    </Paper>
  );
}
