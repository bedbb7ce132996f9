import { ToOverview } from '../parts/to-overview.tsx';
import { useSession } from '../session.tsx';
import { SignIn } from './sign-in.tsx';

/** The second step of signing in; without a first one there is nothing to do here. */
export function TwoFactor() {
  const { session } = useSession();
  return session.state === 'signed-in' ? <ToOverview /> : <SignIn />;
}
