import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CreatedGatewayKey } from '../../../../src/contract/gateway-key.ts';
import { keyWorkspacesQuery, usedKeyQuery } from '../../api/gateway-keys.ts';
import { snippetsFor } from '../../snippets.ts';
import { text } from '../../text/en.ts';
import { CodeBlock } from '../code-block.tsx';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { SecretValue } from '../secret-value.tsx';

/** The key in the only moment it can be seen, a line to try it with, and whether it has been used. */
export function CreatedKey({
  created,
  onClose,
}: {
  readonly created: CreatedGatewayKey;
  readonly onClose: () => void;
}) {
  const workspaces = useQuery(keyWorkspacesQuery);
  const reached = workspaces.data?.data.find(
    ({ id }) => created.workspaces === null || created.workspaces.includes(id),
  );
  return (
    <Dialog title={text.keys.createdTitle(created.name)} onClose={onClose} mustChoose size="xl">
      <Stack gap="md">
        <Notice kind="warning">{text.keys.once}</Notice>
        <SecretValue value={created.key} testId="new-key" />
        {reached !== undefined && (
          <div>
            <Text size="sm" mb={4}>
              {text.keys.useIt}
            </Text>
            <CodeBlock label={text.keys.curl} code={curlFor(reached.name, created.key)} />
          </div>
        )}
        <UsedYet id={created.id} />
        <Button onClick={onClose}>{text.keys.kept}</Button>
      </Stack>
    </Dialog>
  );
}

/** With the key in it: it is on the screen anyway, and works as it is pasted. */
function curlFor(workspace: string, key: string): string {
  const curl = snippetsFor(location.origin, workspace).find(({ id }) => id === 'curl')?.code ?? '';
  return curl.replace('$ONEFIREWALL_API_KEY', key);
}

function UsedYet({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const { data } = useQuery(usedKeyQuery(id));
  const count = data?.requestCount ?? 0;
  useEffect(() => {
    if (count > 0) void client.invalidateQueries({ queryKey: ['gateway-keys'], exact: true });
  }, [count, client]);
  return (
    <div role="status" data-testid="used-yet">
      {count === 0 ? (
        <Group gap="xs" wrap="nowrap">
          <Loader size="xs" aria-hidden />
          <Text size="sm" c="dimmed">
            {text.keys.waiting}
          </Text>
        </Group>
      ) : (
        <Notice kind="success">{text.keys.usedIt(count)}</Notice>
      )}
    </div>
  );
}
