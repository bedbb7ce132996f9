import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { MeView } from '../../../../src/contract/session.ts';
import type { TwoFactorSetup as Setup } from '../../../../src/contract/two-factor.ts';
import { confirmTwoFactor, startTwoFactor } from '../../api/session.ts';
import { text } from '../../text/en.ts';
import { TextField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';
import { SecretValue } from '../secret-value.tsx';
import { blame, PasswordProof, proofFrom } from './password-proof.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Step =
  | { readonly at: 'prove' }
  | { readonly at: 'scan'; readonly setup: Setup }
  | { readonly at: 'keep'; readonly setup: Setup; readonly user: MeView };

/** The password, the QR code with a first code, the recovery codes. */
export function TwoFactorSetup({
  onDone,
  onCancel,
}: {
  /** The second factor is on, and the codes are kept. */
  readonly onDone: (user: MeView) => void;
  readonly onCancel?: () => void;
}) {
  const [step, setStep] = useState<Step>({ at: 'prove' });
  const cancel = onCancel === undefined ? {} : { onCancel };
  switch (step.at) {
    case 'prove':
      return (
        <Form
          submit={text.twoFactor.next}
          onSubmit={async (data) =>
            setStep({ at: 'scan', setup: await startTwoFactor(proofFrom(data)).catch(blame('password')) })
          }
          {...cancel}
        >
          <PasswordProof lead={text.twoFactor.proveLead} />
        </Form>
      );
    case 'scan':
      return (
        <Stack gap="md">
          <Text size="sm">{text.twoFactor.scan}</Text>
          <QrCode value={step.setup.uri} label={text.twoFactor.qrLabel} />
          <Text size="sm" c="dimmed" mb={-8}>
            {text.twoFactor.secret}
          </Text>
          <SecretValue value={step.setup.secret} testId="totp-secret" />
          <Form
            submit={text.twoFactor.turnOn}
            onSubmit={async (data) => {
              const user = await confirmTwoFactor(typed(data, 'code')).catch(blame('code'));
              setStep({ at: 'keep', setup: step.setup, user });
            }}
            {...cancel}
          >
            <TextField
              label={text.twoFactor.code}
              name="code"
              required
              inputMode="numeric"
              pattern="[0-9]{3} ?[0-9]{3}"
              maxLength={7}
              autoComplete="one-time-code"
              autoFocus
            />
          </Form>
        </Stack>
      );
    case 'keep':
      return <RecoveryCodes codes={step.setup.recoveryCodes} onKept={() => onDone(step.user)} />;
  }
}
