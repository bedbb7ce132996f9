import { useEffect, useRef } from 'react';

/**
 * Whether what asks is still on the page: for what ends after a wait. Whoever did not wait for a dialog's end may have another one open
 * by then, with something typed into it, and that one is not the first one's to close.
 */
export function useStillThere(): () => boolean {
  const there = useRef(false);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return () => there.current;
}
