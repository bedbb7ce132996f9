/**
 * Keccak-256 with the padding of the original submission, as Ethereum uses it; FIPS 202 pads otherwise, so the platform's
 * SHA3-256 gives other bytes. One block of at most 135 bytes: an address has 40.
 */
export function keccak256(message: Uint8Array): Uint8Array {
  if (message.length >= RATE) throw new RangeError('keccak256 takes one block, at most 135 bytes');
  const block = new Uint8Array(RATE);
  block.set(message);
  block[message.length] = 1;
  block[RATE - 1] = (block[RATE - 1] ?? 0) | 0x80;
  const state = new BigUint64Array(25);
  const view = new DataView(block.buffer);
  for (let lane = 0; lane < RATE / 8; lane++) state[lane] = view.getBigUint64(lane * 8, true);
  permute(state);
  const hash = new DataView(new ArrayBuffer(32));
  for (let lane = 0; lane < 4; lane++) hash.setBigUint64(lane * 8, state[lane] ?? 0n, true);
  return new Uint8Array(hash.buffer);
}

const RATE = 136;
const MASK = 0xffffffffffffffffn;

function rotate(value: bigint, by: number): bigint {
  return by === 0 ? value : ((value << BigInt(by)) | (value >> BigInt(64 - by))) & MASK;
}

/** Keccak-f[1600]: 24 rounds of theta, rho, pi, chi and iota. FIPS 202 section 3.2. */
function permute(state: BigUint64Array): void {
  const lane = (x: number, y: number) => state[(x % 5) + 5 * (y % 5)] ?? 0n;
  for (let round = 0; round < 24; round++) {
    const parity = [0, 1, 2, 3, 4].map((x) => lane(x, 0) ^ lane(x, 1) ^ lane(x, 2) ^ lane(x, 3) ^ lane(x, 4));
    const moved = new BigUint64Array(25);
    for (let x = 0; x < 5; x++) {
      const effect = (parity[(x + 4) % 5] ?? 0n) ^ rotate(parity[(x + 1) % 5] ?? 0n, 1);
      for (let y = 0; y < 5; y++) {
        const place = y + 5 * ((2 * x + 3 * y) % 5);
        moved[place] = rotate(lane(x, y) ^ effect, OFFSETS[x + 5 * y] ?? 0);
      }
    }
    for (let y = 0; y < 5; y++) {
      for (let x = 0; x < 5; x++) {
        const at = (column: number) => moved[(column % 5) + 5 * y] ?? 0n;
        state[x + 5 * y] = at(x) ^ (~at(x + 1) & MASK & at(x + 2));
      }
    }
    state[0] = lane(0, 0) ^ (ROUND_CONSTANTS[round] ?? 0n);
  }
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

/** Round constants from the linear feedback shift register x^8 + x^6 + x^5 + x^4 + 1. */
const ROUND_CONSTANTS: readonly bigint[] = roundConstants();

function roundConstants(): bigint[] {
  const constants: bigint[] = [];
  let register = 1;
  for (let round = 0; round < 24; round++) {
    let constant = 0n;
    for (let bit = 0; bit < 7; bit++) {
      if (register & 1) constant |= 1n << BigInt((1 << bit) - 1);
      register = register & 0x80 ? ((register << 1) ^ 0x71) & 0xff : register << 1;
    }
    constants.push(constant);
  }
  return constants;
}
