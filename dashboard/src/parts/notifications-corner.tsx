import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isCornerWanted, whenCornerIsWanted } from './notify.ts';

const Corner = lazy(async () => {
  const { Notifications } = await import('@mantine/notifications');
  return { default: Notifications };
});

/** Where messages appear; what shows them is loaded with the first. */
export function NotificationsCorner() {
  const wanted = useSyncExternalStore(whenCornerIsWanted, isCornerWanted);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Corner position="bottom-right" autoClose={6000} limit={3} />
    </Suspense>
  );
}
