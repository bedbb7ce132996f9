import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ProviderView } from '../../../../src/contract/provider.ts';
import { setCredential } from '../../api/providers.ts';
import { readAgain } from '../../api/read-again.ts';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { PasswordField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';
import { notify } from '../notify.ts';
import { useStillThere } from '../use-still-there.ts';

const say = text.providers;

/** A new credential in the place of the old one, which nobody can read here either. */
export function CredentialDialog({
  provider,
  onClose,
}: {
  readonly provider: ProviderView;
  readonly onClose: () => void;
}) {
  const { name, hasCredential } = provider;
  const client = useQueryClient();
  const isThere = useStillThere();
  const replace = async (apiKey: string | null): Promise<void> => {
    await setCredential(provider, apiKey).catch(readAgain(client, ['providers']));
    await client.invalidateQueries({ queryKey: ['providers'] });
    notify.done(apiKey === null ? say.removed : say.rotated);
    if (isThere()) onClose();
  };
  return (
    <Dialog title={say.rotateTitle(name)} onClose={onClose}>
      <Text size="sm" c="dimmed" mb="md">
        {say.rotateLead}
      </Text>
      <Form submit={say.rotateSubmit} onSubmit={(data) => replace(typed(data, 'apiKey').trim())} onCancel={onClose}>
        <PasswordField
          label={say.credential}
          hint={say.credentialHint}
          name="apiKey"
          required
          maxLength={10_000}
          autoComplete="off"
          data-autofocus
        />
      </Form>
      {hasCredential && (
        <Group mt="md">
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            c="var(--mantine-color-error)"
            onClick={() => void replace(null).catch(notify.failed)}
          >
            {say.rotateRemove}
          </Button>
        </Group>
      )}
    </Dialog>
  );
}
