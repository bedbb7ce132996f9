import { Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { ApiError } from '../api/call.ts';
import { signIn } from '../api/session.ts';
import { PasswordField, TextField } from '../parts/fields.tsx';
import { Form, typed } from '../parts/form.tsx';
import { Front } from '../parts/front.tsx';
import { ToOverview } from '../parts/to-overview.tsx';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';

/** Stands at whatever path was asked for, so that signing in leads there. */
export function SignIn() {
  const { session, signedIn } = useSession();
  const here = useLocation({ select: ({ pathname }) => pathname });
  if (session.state === 'signed-in' && here === '/sign-in') return <ToOverview />;
  return (
    <Front title={text.signIn.title}>
      <Form
        submit={text.signIn.submit}
        fullWidth
        onSubmit={async (data) => {
          const credentials = { email: typed(data, 'email').trim(), password: typed(data, 'password') };
          signedIn(await signIn(credentials).catch(blamePassword));
        }}
      >
        <TextField
          label={text.fields.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          autoFocus
        />
        <PasswordField
          label={text.fields.password}
          name="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </Form>
      <Text size="sm" c="dimmed" mt="md">
        {text.signIn.forgotten}
      </Text>
    </Front>
  );
}

/** Which of the two is wrong the gateway does not say; the line below the second is where one looks. */
function blamePassword(error: unknown): never {
  if (!(error instanceof ApiError && error.code === 'invalid_credentials')) throw error;
  throw new ApiError(error.status, { message: error.message, code: error.code, param: 'password' });
}
