import { Navigate } from '@tanstack/react-router';

/** At a path that is for those who are not signed in yet. */
export function ToOverview() {
  return <Navigate to="/" replace />;
}
