import { ApiError, api } from '../api.ts';
import { Form, TextField, typed } from '../parts/form.tsx';
import { Front } from '../parts/front.tsx';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';

/** Stands at whatever path was asked for, so that signing in leads there. */
export function SignIn() {
  const { signedIn } = useSession();
  return (
    <Front title={text.signIn.title}>
      <Form
        submit={text.signIn.submit}
        onSubmit={async (data) => {
          const credentials = { email: typed(data, 'email').trim(), password: typed(data, 'password') };
          signedIn(await api.signIn(credentials).catch(blamePassword));
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
        <TextField
          label={text.fields.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
      </Form>
      <p className="muted small-print">{text.signIn.forgotten}</p>
    </Front>
  );
}

/** Which of the two is wrong the gateway does not say; the line below the second is where one looks. */
function blamePassword(error: unknown): never {
  if (!(error instanceof ApiError && error.code === 'invalid_credentials')) throw error;
  throw new ApiError(error.status, { message: error.message, code: error.code, param: 'password' });
}
