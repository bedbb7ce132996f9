import { SimpleGrid, Skeleton, Stack } from '@mantine/core';

/** A quiet place of the overview's height, so that nothing jumps when the numbers come. */
export function OverviewSkeleton() {
  return (
    <Stack gap="xl">
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        {['requests', 'found', 'refused', 'failed', 'tokens', 'cost', 'time', 'firewall'].map((tile) => (
          <Skeleton key={tile} height={104} />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Skeleton height={320} />
        <Skeleton height={320} />
      </SimpleGrid>
    </Stack>
  );
}
