import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { text } from '../text/en.ts';
import { ApiError, isOvertaken } from './call.ts';

/**
 * For a change that somebody else was faster with: what they made of it is loaded, so that the next attempt begins from there, and the
 * form says why it has to be sent again.
 */
export function readAgain(client: QueryClient, queryKey: QueryKey): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!isOvertaken(error)) throw error;
    await client.invalidateQueries({ queryKey });
    throw new ApiError(412, { message: text.errors.overtaken, code: 'changed_meanwhile', param: null });
  };
}
