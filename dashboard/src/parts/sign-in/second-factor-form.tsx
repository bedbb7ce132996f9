import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { MeView } from '../../../../src/contract/session.ts';
import { ApiError } from '../../api/call.ts';
import { signInSecondFactor } from '../../api/session.ts';
import { text } from '../../text/en.ts';
import { TextField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';

/** The second step of signing in. The first has left a cookie that says whose it is. */
export function SecondFactorForm({
  onSignedIn,
  onStartOver,
}: {
  readonly onSignedIn: (user: MeView) => void;
  readonly onStartOver: () => void;
}) {
  const [recovery, setRecovery] = useState(false);
  const name = recovery ? 'recoveryCode' : 'code';
  const submit = async (data: FormData): Promise<void> => {
    const value = typed(data, name).trim();
    const proof = recovery ? { recoveryCode: value } : { code: value };
    onSignedIn(await signInSecondFactor(proof).catch(blame(name)));
  };
  return (
    <Stack gap="md">
      <Form key={name} submit={text.signIn.codeSubmit} fullWidth onSubmit={submit}>
        {recovery ? (
          <TextField
            label={text.signIn.recovery}
            hint={text.signIn.recoveryLead}
            name={name}
            required
            minLength={5}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
          />
        ) : (
          <TextField
            label={text.signIn.code}
            name={name}
            required
            inputMode="numeric"
            pattern="[0-9]{3} ?[0-9]{3}"
            maxLength={7}
            autoComplete="one-time-code"
            autoFocus
          />
        )}
      </Form>
      <Text size="sm" className="wrap" component="div">
        <Anchor component="button" type="button" size="sm" onClick={() => setRecovery(!recovery)}>
          {recovery ? text.signIn.useCode : text.signIn.useRecovery}
        </Anchor>
        <span aria-hidden>·</span>
        <Anchor component="button" type="button" size="sm" onClick={onStartOver}>
          {text.signIn.startOver}
        </Anchor>
      </Text>
      <Text size="sm" c="dimmed">
        {text.signIn.lost}
      </Text>
    </Stack>
  );
}

/** The only field is the one that is wrong. */
function blame(param: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'not_signed_in') throw new ApiError(401, { message: text.signIn.tooLate, code: null, param });
    if (error.code !== 'invalid_credentials') throw error;
    throw new ApiError(error.status, { message: error.message, code: error.code, param });
  };
}
