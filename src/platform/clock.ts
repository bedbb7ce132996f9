/** Times as the database keeps them (epoch seconds) and as the API writes them (ISO 8601, UTC). */

/** Epoch seconds. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

export function fromSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** @param text an ISO 8601 time that was validated at the edge */
export function toSeconds(text: string): number {
  return Math.floor(Date.parse(text) / 1000);
}
