/** Values that tests share. */
import type { MasterKey } from '../../src/platform/crypto.ts';

/** 32 bytes that are no one's key. */
export const testMasterKey = Buffer.alloc(32, 7) as MasterKey;

let callers = 0;

/** Somebody at an address nobody else in this run has: limits by address do not spill from test to test. */
export function caller(): { readonly clientAddress: string; readonly userAgent: string | null } {
  callers += 1;
  return { clientAddress: `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`, userAgent: 'test' };
}
