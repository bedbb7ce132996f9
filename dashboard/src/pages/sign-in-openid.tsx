import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { asApiError } from '../api/call.ts';
import { finishOpenId } from '../api/session.ts';
import { Front } from '../parts/front.tsx';
import { Link } from '../parts/link.tsx';
import { Notice } from '../parts/notice.tsx';
import { takeReturn } from '../parts/sign-in/return-path.ts';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';

/** Where an issuer sends the browser back to: what it says is passed on once, and taken out of the address. */
export function SignInOpenId() {
  const { signedIn } = useSession();
  const navigate = useNavigate();
  const begun = useRef(false);
  const finish = useMutation({
    mutationFn: finishOpenId,
    async onSuccess(user) {
      signedIn(user);
      await navigate({ href: takeReturn(), replace: true });
    },
  });
  const { mutate } = finish;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const query = new URLSearchParams(location.search);
    history.replaceState(history.state, '', location.pathname);
    const given = (name: string) => query.get(name) ?? undefined;
    const [code, iss, error] = ['code', 'iss', 'error'].map(given);
    mutate({
      // An answer without a state is nobody's; the gateway says so.
      state: given('state') ?? '-',
      ...(code === undefined ? {} : { code }),
      ...(iss === undefined ? {} : { iss }),
      ...(error === undefined ? {} : { error }),
    });
  }, [mutate]);
  if (finish.error !== null) {
    return (
      <Front title={text.signIn.returnFailed}>
        <div role="alert">
          <Notice kind="error">{asApiError(finish.error).message}</Notice>
        </div>
        <Text size="sm" mt="md">
          <Link to="/sign-in">{text.signIn.toSignIn}</Link>
        </Text>
      </Front>
    );
  }
  return (
    <Front title={text.signIn.returning}>
      <Text role="status" c="dimmed" size="sm">
        {text.common.working}
      </Text>
    </Front>
  );
}
