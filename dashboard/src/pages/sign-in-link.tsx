import { useState } from 'react';
import { ApiError, api, type LinkState } from '../api.ts';
import { Form, filled, TextField, typed } from '../parts/form.tsx';
import { Front } from '../parts/front.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { Notice } from '../parts/notice.tsx';
import { Link, navigate } from '../router.tsx';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';
import { useResource } from '../use-resource.ts';

/** Opened with the token after the `#`, where no server or proxy writes it down. */
export function SignInLink() {
  const [token] = useState(() => location.hash.slice(1));
  const link = useResource(token, async () => {
    if (token === '') throw new ApiError(404, { message: '', code: 'not_found', param: null });
    return api.readLink(token);
  });
  if (link.error?.status === 404) return <UsedUp />;
  const title = link.data?.purpose === 'first-owner' ? text.signInLink.ownerTitle : text.signInLink.title;
  const lead = link.data?.purpose === 'first-owner' ? text.signInLink.ownerLead : text.signInLink.lead;
  return (
    <Front title={title} lead={lead}>
      <Loaded resource={link} rows={6}>
        {(state) => <ChoosePassword token={token} link={state} />}
      </Loaded>
    </Front>
  );
}

function UsedUp() {
  return (
    <Front title={text.signInLink.usedTitle}>
      <div role="alert">
        <Notice kind="error">{text.signInLink.used}</Notice>
      </div>
      <p className="small-print">
        <Link href="/sign-in">{text.signInLink.toSignIn}</Link>
      </p>
    </Front>
  );
}

function ChoosePassword({ token, link }: { readonly token: string; readonly link: LinkState }) {
  const { signedIn } = useSession();
  const [used, setUsed] = useState(false);
  const owner = link.purpose === 'first-owner';
  const submit = async (data: FormData): Promise<void> => {
    const password = typed(data, 'password');
    if (password !== typed(data, 'repeated')) {
      throw new ApiError(400, { message: text.fields.notTheSame, code: 'invalid_value', param: 'repeated' });
    }
    const email = filled(data, 'email');
    const name = filled(data, 'name');
    try {
      const user = await api.consumeLink({
        token,
        password,
        ...(owner && email !== undefined ? { email } : {}),
        ...(owner && name !== undefined ? { name } : {}),
      });
      signedIn(user);
      navigate('/', { replace: true });
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) setUsed(true);
      throw error;
    }
  };
  if (used) {
    return (
      <div role="alert">
        <Notice kind="error">{text.signInLink.used}</Notice>
      </div>
    );
  }
  return (
    <Form submit={owner ? text.signInLink.ownerSubmit : text.signInLink.submit} onSubmit={submit}>
      {owner ? (
        <>
          <TextField
            label={text.fields.email}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            autoFocus
          />
          <TextField label={text.fields.name} name="name" autoComplete="name" required maxLength={200} />
        </>
      ) : (
        <TextField
          label={text.fields.email}
          name="email"
          type="email"
          autoComplete="username"
          value={link.email ?? ''}
          readOnly
        />
      )}
      <NewPassword name="password" />
    </Form>
  );
}
