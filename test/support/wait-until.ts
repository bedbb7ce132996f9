/** So long that only what never comes about is given up, in milliseconds. No measurement. */
const PATIENCE_MS = 60_000;

/** Waits for something that comes about by itself, however busy the machine is. @param what names it in the error, where it never does */
export async function waitUntil(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await condition())) {
    if (performance.now() - started > PATIENCE_MS) throw new Error(`waited in vain: ${what}`);
    await Bun.sleep(5);
  }
}
