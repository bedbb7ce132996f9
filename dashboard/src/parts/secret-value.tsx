import { Group } from '@mantine/core';
import { CopyButton } from './copy-button.tsx';

/** A key or a one-time link, in the only moment it can be seen. */
export function SecretValue({ value, testId }: { readonly value: string; readonly testId?: string }) {
  return (
    <Group className="secret" wrap="nowrap" gap="sm" justify="space-between">
      <code data-testid={testId}>{value}</code>
      <CopyButton value={value} />
    </Group>
  );
}
