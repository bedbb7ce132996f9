import { infiniteQueryOptions } from '@tanstack/react-query';
import type { SecurityEventPage } from '../../../src/contract/security-event.ts';
import { call, queryString } from './call.ts';

/** `own`: what happened to one's own account; `all`: to every account. */
export const securityEventsQuery = (of: 'own' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['security-events', of],
    queryFn: ({ pageParam }) => {
      const path = of === 'own' ? '/session/security-events' : '/security-events';
      return call<SecurityEventPage>('GET', path + queryString({ limit: 10, before: pageParam }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
