/** Something that is loaded when a part appears, and again when its key changes or it is asked to. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './api.ts';
import { text } from './text/en.ts';

export interface Resource<T> {
  /** The last answer; stays while a newer one is on its way. */
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
  reload(): void;
}

/** @param key says which resource it is: `load` runs again when it changes, and an answer for another key is dropped */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ data?: T; error?: ApiError; loading: boolean; key: string }>({
    loading: true,
    key,
  });
  const [count, setCount] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` is there to load again
  useEffect(() => {
    let dropped = false;
    setState((before) => (before.key === key ? { ...before, loading: true } : { loading: true, key }));
    latest.current().then(
      (data) => {
        if (!dropped) setState({ data, loading: false, key });
      },
      (error: unknown) => {
        if (!dropped) setState({ error: asApiError(error), loading: false, key });
      },
    );
    return () => {
      dropped = true;
    };
  }, [key, count]);
  const reload = useCallback(() => setCount((before) => before + 1), []);
  const current = state.key === key;
  return {
    data: current ? state.data : undefined,
    error: current ? state.error : undefined,
    loading: state.loading || !current,
    reload,
  };
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, { message: text.errors.unexpected(0), code: null, param: null });
}
