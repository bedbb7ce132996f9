import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { text } from '../text/en.ts';
import { VisibleText, withoutHidden } from './visible-text.tsx';

export function Page({
  title,
  lead,
  above,
  actions,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The way back up, where the page lies below another. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useTitle(title);
  return (
    <Stack gap="xl">
      <Group component="header" justify="space-between" align="flex-start" gap="md">
        <div className="grow">
          {above !== undefined && (
            <Text size="sm" c="dimmed" mb={4}>
              {above}
            </Text>
          )}
          <Title order={1} className="breaks">
            <VisibleText text={title} />
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={4} maw="44rem">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

export function Section({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
        <div className="grow">
          <Title order={2}>{title}</Title>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" maw="44rem">
              {lead}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </section>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${withoutHidden(title)} · ${text.product}`;
  }, [title]);
}
