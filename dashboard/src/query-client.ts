/** What was loaded, kept for all pages; one place says how old it may be and when it is asked for again. */
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/call.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 5 * 60_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: (failures) => 400 * 2 ** failures,
      // The gateway is often on this machine: what the browser thinks of the network says little about it.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** No answer at all, or a gateway that says it is busy: everything else stays as it is. */
function mayPass(error: Error): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 503);
}
