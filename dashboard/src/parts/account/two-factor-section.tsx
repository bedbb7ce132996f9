import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TwoFactorState } from '../../../../src/contract/two-factor.ts';
import { makeRecoveryCodes, stopTwoFactor, twoFactorQuery } from '../../api/session.ts';
import { useSession } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Badge } from '../badge.tsx';
import { Dialog } from '../dialog.tsx';
import { Form } from '../form.tsx';
import { Loaded } from '../loaded.tsx';
import { notify } from '../notify.ts';
import { Section } from '../page.tsx';
import { Panel } from '../panel.tsx';
import { blame, PasswordProof, proofFrom } from './password-proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TwoFactorSetup } from './two-factor-setup.tsx';

type Open =
  | { readonly dialog: 'none' | 'set-up' | 'codes' | 'stop' }
  | { readonly dialog: 'new-codes'; readonly codes: readonly string[] };

/** Whether there is a second factor, and what can be done about it. */
export function TwoFactorSection() {
  const { signedIn } = useSession();
  const state = useQuery(twoFactorQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  const done = (message: string): void => {
    close();
    void state.refetch();
    notify.done(message);
  };
  return (
    <Section title={text.twoFactor.title} lead={text.twoFactor.lead}>
      <Panel>
        <Loaded query={state} rows={1}>
          {(data) => <State state={data} onOpen={(dialog) => setOpen({ dialog })} />}
        </Loaded>
      </Panel>
      {open.dialog === 'set-up' && (
        <Dialog title={text.twoFactor.setUpTitle} onClose={close} mustChoose>
          <TwoFactorSetup
            onCancel={close}
            onDone={(user) => {
              signedIn(user);
              done(text.twoFactor.turnedOn);
            }}
          />
        </Dialog>
      )}
      {open.dialog === 'codes' && (
        <Dialog title={text.twoFactor.newCodes} onClose={close}>
          <Form
            submit={text.twoFactor.newCodesSubmit}
            onCancel={close}
            onSubmit={async (data) => {
              const { recoveryCodes } = await makeRecoveryCodes(proofFrom(data)).catch(blame('password'));
              setOpen({ dialog: 'new-codes', codes: recoveryCodes });
            }}
          >
            <Text size="sm">{text.twoFactor.newCodesQuestion}</Text>
            <PasswordProof lead={text.twoFactor.proveLead} />
          </Form>
        </Dialog>
      )}
      {open.dialog === 'new-codes' && (
        <Dialog title={text.twoFactor.codesTitle} onClose={close} mustChoose>
          <RecoveryCodes
            codes={open.codes}
            onKept={() => {
              close();
              void state.refetch();
            }}
          />
        </Dialog>
      )}
      {open.dialog === 'stop' && (
        <Dialog title={text.twoFactor.turnOffTitle} onClose={close}>
          <Form
            submit={text.twoFactor.turnOff}
            onCancel={close}
            onSubmit={async (data) => {
              signedIn(await stopTwoFactor(proofFrom(data)).catch(blame('password')));
              done(text.twoFactor.turnedOff);
            }}
          >
            <Text size="sm">{text.twoFactor.turnOffQuestion}</Text>
            <PasswordProof lead={text.twoFactor.proveLead} />
          </Form>
        </Dialog>
      )}
    </Section>
  );
}

function State({
  state,
  onOpen,
}: {
  readonly state: TwoFactorState;
  readonly onOpen: (dialog: 'set-up' | 'codes' | 'stop') => void;
}) {
  if (!state.enabled) {
    return (
      <Group justify="space-between" gap="sm">
        <Badge>{text.twoFactor.off}</Badge>
        <Button onClick={() => onOpen('set-up')}>{text.twoFactor.setUp}</Button>
      </Group>
    );
  }
  return (
    <>
      <Group justify="space-between" gap="sm">
        <span className="wrap">
          <Badge tone="good">{text.twoFactor.on}</Badge>
          <Text size="sm" c={state.recoveryCodesLeft < 3 ? 'var(--ofw-warn)' : 'dimmed'}>
            {text.twoFactor.codesLeft(state.recoveryCodesLeft)}
          </Text>
        </span>
        <Group gap="sm">
          <Button variant="default" onClick={() => onOpen('codes')}>
            {text.twoFactor.newCodes}
          </Button>
          {!state.required && (
            <Button variant="default" onClick={() => onOpen('stop')}>
              {text.twoFactor.turnOff}
            </Button>
          )}
        </Group>
      </Group>
      {state.required && (
        <Text size="sm" c="dimmed" mt="sm">
          {text.twoFactor.required}
        </Text>
      )}
    </>
  );
}
