import { useCallback, useEffect, useRef } from 'react';

/** Who is this near to the end of the page reads what arrives there (CSS pixels). */
const NEAR = 80;

/**
 * Keeps the end of the page in view while it grows, for who is there; who has scrolled up is left in peace.
 * Returns what goes to the end and stays there.
 */
export function useFollowedEnd(content: unknown): () => void {
  const following = useRef(false);
  useEffect(() => {
    const note = (): void => {
      const { scrollHeight } = document.documentElement;
      following.current = scrollHeight - window.innerHeight - window.scrollY < NEAR;
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes may have made the page longer
  useEffect(() => {
    if (following.current) window.scrollTo(0, document.documentElement.scrollHeight);
  }, [content]);
  return useCallback(() => {
    following.current = true;
  }, []);
}
