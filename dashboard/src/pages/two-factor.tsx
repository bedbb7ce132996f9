import { useNavigate } from '@tanstack/react-router';
import { Front } from '../parts/front.tsx';
import { SecondFactorForm } from '../parts/sign-in/second-factor-form.tsx';
import { ToOverview } from '../parts/to-overview.tsx';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';

/** The second step of signing in, after a one-time link or a page that was loaded anew. */
export function TwoFactor() {
  const { session, signedIn } = useSession();
  const navigate = useNavigate();
  if (session.state === 'signed-in') return <ToOverview />;
  return (
    <Front title={text.signIn.codeTitle} lead={text.signIn.codeLead}>
      <SecondFactorForm onSignedIn={signedIn} onStartOver={() => void navigate({ to: '/sign-in' })} />
    </Front>
  );
}
