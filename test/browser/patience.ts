/** How long the browser tests wait. Whoever passes does not wait; a machine that does a lot besides takes many times as long as a quiet one. */

/** For one test with everything it does. Milliseconds. */
export const WAIT = 180_000;

/** For one thing to be there. Milliseconds. */
export const SOON = 60_000;

/**
 * Checks again until nothing is thrown: for what Playwright has no `waitFor` of. A page comes to say things in pieces, so whatever is
 * read right after a click or a heading is read in here.
 * @throws what the last check threw, once {@link SOON} is over
 */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  const until = performance.now() + SOON;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await Bun.sleep(50);
  }
}
