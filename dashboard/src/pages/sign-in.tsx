import { Anchor, Divider, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeView } from '../../../src/contract/session.ts';
import type { SignInOptions } from '../../../src/contract/sign-in-method.ts';
import { ApiError } from '../api/call.ts';
import { signIn, signInOptionsQuery } from '../api/session.ts';
import { PasswordField, TextField } from '../parts/fields.tsx';
import { Form, typed } from '../parts/form.tsx';
import { Front } from '../parts/front.tsx';
import { Notice } from '../parts/notice.tsx';
import { SecondFactorForm } from '../parts/sign-in/second-factor-form.tsx';
import { SingleSignOn } from '../parts/sign-in/single-sign-on.tsx';
import { ToOverview } from '../parts/to-overview.tsx';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';

/** Stands at whatever path was asked for, so that signing in leads there. */
export function SignIn() {
  const { session, signedIn } = useSession();
  const ended = session.state === 'ended' ? session.user : undefined;
  const here = useLocation({ select: ({ pathname }) => pathname });
  const options = useQuery(signInOptionsQuery);
  const [half, setHalf] = useState(false);
  if (session.state === 'signed-in' && here === '/sign-in') return <ToOverview />;
  if (half) {
    return (
      <Front title={text.signIn.codeTitle} lead={text.signIn.codeLead}>
        <SecondFactorForm onSignedIn={signedIn} onStartOver={() => setHalf(false)} />
      </Front>
    );
  }
  const organization = options.data === undefined ? undefined : text.signIn.to(options.data.organization);
  return (
    <Front title={text.signIn.title} lead={organization}>
      {/* A gateway that cannot say what it offers may still take a password. */}
      {options.isPending ? (
        <Waiting />
      ) : (
        <Stack gap="md">
          {ended !== undefined && <Notice>{text.signIn.ended}</Notice>}
          <Ways options={options.data ?? PASSWORDS_ONLY} ended={ended} onSecondFactor={() => setHalf(true)} />
        </Stack>
      )}
    </Front>
  );
}

const PASSWORDS_ONLY: SignInOptions = { organization: '', passwords: 'everybody', methods: [] };

function Waiting() {
  return (
    <Stack gap="md" role="status" aria-label={text.common.loading}>
      {[58, 58, 36].map((height, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stay where they are
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  );
}

/** Single sign-on first, where there is one: it is how most people come. */
function Ways({
  options,
  ended,
  onSecondFactor,
}: {
  readonly options: SignInOptions;
  /** Whose session has ended under a page. */
  readonly ended: MeView | undefined;
  readonly onSecondFactor: () => void;
}) {
  const { methods, passwords } = options;
  const [open, setOpen] = useState(passwords === 'everybody' || methods.length === 0);
  return (
    <Stack gap="md">
      {methods.length > 0 && <SingleSignOn methods={methods} apart={ended !== undefined} />}
      {methods.length > 0 && open && <Divider label={text.signIn.or} labelPosition="center" />}
      {open ? (
        <Password email={ended?.email} onSecondFactor={onSecondFactor} />
      ) : (
        <Text size="sm" c="dimmed">
          {text.signIn.ownersOnly}{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
            {text.signIn.byPassword}
          </Anchor>
        </Text>
      )}
    </Stack>
  );
}

function Password({
  email,
  onSecondFactor,
}: {
  readonly email: string | undefined;
  readonly onSecondFactor: () => void;
}) {
  const { signedIn } = useSession();
  return (
    <>
      <Form
        submit={text.signIn.submit}
        fullWidth
        onSubmit={async (data) => {
          const credentials = { email: typed(data, 'email').trim(), password: typed(data, 'password') };
          const answer = await signIn(credentials).catch(blamePassword);
          if ('secondFactor' in answer) onSecondFactor();
          else signedIn(answer);
        }}
      >
        <TextField
          label={text.fields.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          {...(email === undefined ? { autoFocus: true } : { defaultValue: email })}
        />
        <PasswordField
          label={text.fields.password}
          name="password"
          autoComplete="current-password"
          required
          maxLength={200}
          autoFocus={email !== undefined}
        />
      </Form>
      <Text size="sm" c="dimmed">
        {text.signIn.forgotten}
      </Text>
    </>
  );
}

/** Which of the two is wrong the gateway does not say; the line below the second is where one looks. */
function blamePassword(error: unknown): never {
  if (!(error instanceof ApiError && error.code === 'invalid_credentials')) throw error;
  throw new ApiError(error.status, { message: error.message, code: error.code, param: 'password' });
}
