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
    let last = { y: window.scrollY, height: document.documentElement.scrollHeight };
    const note = (): void => {
      const y = window.scrollY;
      const height = document.documentElement.scrollHeight;
      if (height - window.innerHeight - y < NEAR) following.current = true;
      // Up, and not because the page has become shorter: that was a person.
      else if (y < last.y && height >= last.height) following.current = false;
      last = { y, height };
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
