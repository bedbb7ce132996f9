import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asApiError } from '../../api/call.ts';
import { testProvider } from '../../api/providers.ts';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { ConnectionResult } from './connection-result.tsx';

const say = text.providers;

/** Calls a saved provider, and says what came of it. */
export function TestDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const test = useQuery({
    queryKey: ['provider-test', name],
    queryFn: () => testProvider(name),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog title={say.testTitle(name)} onClose={onClose} size="lg">
      <Stack gap="md">
        <div aria-live="polite" aria-busy={test.isFetching}>
          {test.isFetching && <Testing />}
          {!test.isFetching && test.error !== null && <Notice kind="error">{asApiError(test.error).message}</Notice>}
          {!test.isFetching && test.data !== undefined && <ConnectionResult test={test.data} />}
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={test.isFetching} onClick={() => void test.refetch()}>
            {say.testAgain}
          </Button>
          <Button onClick={onClose}>{text.common.close}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

export function Testing() {
  return (
    <Stack gap="sm" role="status">
      <Text size="sm" c="dimmed">
        {say.testing}
      </Text>
      <Skeleton height={56} />
    </Stack>
  );
}
