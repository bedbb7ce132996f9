import { Anchor, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Front } from '../front.tsx';
import { notify } from '../notify.ts';
import { TwoFactorSetup } from './two-factor-setup.tsx';

/** The organization asks for a second factor: nothing else until there is one. */
export function MustSetUp() {
  const { signedIn, signOut } = useSession();
  const client = useQueryClient();
  return (
    <Front title={text.twoFactor.mustTitle} lead={text.twoFactor.mustLead}>
      <TwoFactorSetup
        onDone={(user) => {
          signedIn(user);
          // What was refused until now.
          void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
        }}
      />
      <Text size="sm" mt="md">
        <Anchor component="button" type="button" size="sm" onClick={() => void signOut().catch(notify.failed)}>
          {text.nav.signOut}
        </Anchor>
      </Text>
    </Front>
  );
}
