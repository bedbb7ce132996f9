import type { Price } from '../contract/workspace.ts';

/**
 * What a request cost, in millionths of a US dollar: dollars for a million tokens are as many millionths for one. Null where there
 * is no price, or the provider counted nothing.
 */
export function costOf(price: Price | undefined, input: number | null, output: number | null): number | null {
  if (price === undefined || (input === null && output === null)) return null;
  return Math.round(price.input * (input ?? 0) + price.output * (output ?? 0));
}
