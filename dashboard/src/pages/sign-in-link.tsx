import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, asApiError } from '../api/call.ts';
import { consumeLink, type LinkState, linkQuery } from '../api/session.ts';
import { TextField } from '../parts/fields.tsx';
import { Form, filled, typed } from '../parts/form.tsx';
import { Front } from '../parts/front.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';

/** Opened with the token after the `#`, where no server or proxy writes it down. */
export function SignInLink() {
  const [token] = useState(() => location.hash.slice(1));
  const link = useQuery(linkQuery(token));
  if (link.error !== null && asApiError(link.error).status === 404) return <UsedUp />;
  const { title, lead } = wordsFor(link.data);
  return (
    <Front title={title} lead={lead}>
      <Loaded query={link} rows={6}>
        {(state) => <ChoosePassword token={token} link={state} />}
      </Loaded>
    </Front>
  );
}

/** The first owner, somebody who was invited, and somebody who has a password already are told different things. */
function wordsFor(link: LinkState | undefined): Readonly<Record<'title' | 'lead' | 'submit', string>> {
  const { ownerTitle, ownerLead, ownerSubmit, invitedTitle, invitedLead, invitedSubmit, ...again } = text.signInLink;
  if (link?.purpose === 'first-owner') return { title: ownerTitle, lead: ownerLead, submit: ownerSubmit };
  if (link?.hasPassword === false) return { title: invitedTitle, lead: invitedLead, submit: invitedSubmit };
  return again;
}

function UsedUp() {
  return (
    <Front title={text.signInLink.usedTitle}>
      <div role="alert">
        <Notice kind="error">{text.signInLink.used}</Notice>
      </div>
      <Text size="sm" mt="md">
        <Link to="/sign-in">{text.signInLink.toSignIn}</Link>
      </Text>
    </Front>
  );
}

function ChoosePassword({ token, link }: { readonly token: string; readonly link: LinkState }) {
  const { signedIn } = useSession();
  const navigate = useNavigate();
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
      const answer = await consumeLink({
        token,
        password,
        ...(owner && email !== undefined ? { email } : {}),
        ...(name === undefined ? {} : { name }),
      });
      if ('secondFactor' in answer) {
        await navigate({ to: '/two-factor', hash: '', replace: true });
        return;
      }
      signedIn(answer);
      await navigate({ to: '/', hash: '', replace: true });
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
    <Form submit={wordsFor(link).submit} fullWidth onSubmit={submit}>
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
        <>
          <TextField
            label={text.fields.email}
            name="email"
            type="email"
            autoComplete="username"
            value={link.email ?? ''}
            readOnly
          />
          {!link.hasPassword && <TextField label={text.fields.name} name="name" autoComplete="name" maxLength={200} />}
        </>
      )}
      <NewPassword name="password" />
    </Form>
  );
}
