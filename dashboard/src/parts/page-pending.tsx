import { Skeleton, Stack } from '@mantine/core';
import { text } from '../text/en.ts';

/** While a page's script is on its way. */
export function PagePending() {
  return (
    <Stack role="status" aria-label={text.common.loading} gap="md" maw={640}>
      <Skeleton height={28} width="40%" />
      <Skeleton height={16} width="70%" />
      <Skeleton height={120} mt="lg" />
    </Stack>
  );
}
