import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { useTitle } from './page.tsx';

/** The card that pages show to somebody who is not signed in. */
export function Front({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  useTitle(title);
  return (
    <main className="front">
      <Stack className="front-column" gap="lg">
        <Brand />
        <Paper p="xl" shadow="sm">
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" mt={4}>
              {lead}
            </Text>
          )}
          <div className="front-body">{children}</div>
        </Paper>
      </Stack>
    </main>
  );
}
