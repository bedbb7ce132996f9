/**
 * Keccak-256 with the padding of the original submission, as Ethereum uses it; FIPS 202 pads otherwise, so the platform's
 * SHA3-256 gives other bytes. One block of at most 135 bytes: an address has 40. Lanes are pairs of 32-bit words, low first:
 * a hundred times faster here than 64-bit integers.
 */
export function keccak256(message: Uint8Array): Uint8Array {
  if (message.length >= RATE) throw new RangeError('keccak256 takes one block, at most 135 bytes');
  const state = new Int32Array(50);
  const bytes = new Uint8Array(state.buffer);
  bytes.set(message);
  bytes[message.length] = 1;
  bytes[RATE - 1] = (bytes[RATE - 1] ?? 0) | 0x80;
  permute(state);
  return bytes.slice(0, 32);
}

const RATE = 136;

/** Keccak-f[1600]: 24 rounds of theta, rho, pi, chi and iota. FIPS 202 section 3.2. */
function permute(state: Int32Array): void {
  const parity = new Int32Array(10);
  const moved = new Int32Array(50);
  const word = (from: Int32Array, index: number) => from[index] ?? 0;
  for (let round = 0; round < 24; round++) {
    for (let x = 0; x < 10; x++) {
      parity[x] =
        word(state, x) ^ word(state, x + 10) ^ word(state, x + 20) ^ word(state, x + 30) ^ word(state, x + 40);
    }
    for (let x = 0; x < 5; x++) {
      const left = ((x + 4) % 5) * 2;
      const right = ((x + 1) % 5) * 2;
      const low = word(parity, right);
      const high = word(parity, right + 1);
      const effectLow = word(parity, left) ^ ((low << 1) | (high >>> 31));
      const effectHigh = word(parity, left + 1) ^ ((high << 1) | (low >>> 31));
      for (let y = 0; y < 5; y++) {
        const from = (x + 5 * y) * 2;
        const to = (y + 5 * ((2 * x + 3 * y) % 5)) * 2;
        rotateInto(
          moved,
          to,
          word(state, from) ^ effectLow,
          word(state, from + 1) ^ effectHigh,
          OFFSETS[x + 5 * y] ?? 0,
        );
      }
    }
    for (let y = 0; y < 50; y += 10) {
      for (let x = 0; x < 10; x++) {
        state[y + x] = word(moved, y + x) ^ (~word(moved, y + ((x + 2) % 10)) & word(moved, y + ((x + 4) % 10)));
      }
    }
    state[0] = word(state, 0) ^ (ROUND_CONSTANTS[round * 2] ?? 0);
    state[1] = word(state, 1) ^ (ROUND_CONSTANTS[round * 2 + 1] ?? 0);
  }
}

/** Stores the lane (low, high) turned left by `by` bits, 0 to 63. */
function rotateInto(lanes: Int32Array, to: number, low: number, high: number, by: number): void {
  const swap = by >= 32;
  const first = swap ? high : low;
  const second = swap ? low : high;
  const bits = by & 31;
  lanes[to] = bits === 0 ? first : (first << bits) | (second >>> (32 - bits));
  lanes[to + 1] = bits === 0 ? second : (second << bits) | (first >>> (32 - bits));
}

/** Rotation of each lane, by FIPS 202's walk over the plane. */
const OFFSETS: readonly number[] = rotationOffsets();

function rotationOffsets(): number[] {
  const offsets = new Array<number>(25).fill(0);
  let x = 1;
  let y = 0;
  for (let step = 0; step < 24; step++) {
    offsets[x + 5 * y] = (((step + 1) * (step + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return offsets;
}

/** Round constants, low word first, from the linear feedback shift register x^8 + x^6 + x^5 + x^4 + 1. */
const ROUND_CONSTANTS: readonly number[] = roundConstants();

function roundConstants(): number[] {
  const constants: number[] = [];
  let register = 1;
  for (let round = 0; round < 24; round++) {
    const halves = [0, 0];
    for (let bit = 0; bit < 7; bit++) {
      const place = (1 << bit) - 1;
      if (register & 1) halves[place >> 5] = (halves[place >> 5] ?? 0) | (1 << (place & 31));
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    }
    constants.push(...halves);
  }
  return constants;
}
