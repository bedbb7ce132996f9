import { decayOf, TAGS, TRANSITIONS } from './decode.ts';
import { BUCKET_BITS } from './features.ts';

/** What training/train.ts makes: word list, transition scores and one signed byte per bucket and tag. */
export interface Model {
  /** Open-addressed word list, see lexicon.ts. */
  readonly lexicon: Uint32Array;
  /** exp of the transition weights, 0 where a move is forbidden. */
  readonly moves: Float64Array;
  readonly weights: Int8Array;
  /** Score one weight step counts. */
  readonly unit: number;
}

const MAGIC = 0x3154464f; // "OFT1"
const HEADER = 16 + TRANSITIONS * 4;

/** A model with what reading needs beside it. */
export interface ReadyModel extends Model {
  /** The weights four to a word. */
  readonly rows: Int32Array;
  readonly decay: Float64Array;
}

/** Little-endian: magic, bucket bits, lexicon bits, unit (float), transitions (floats), lexicon cells, weights. */
export function packModel(model: Model): Uint8Array {
  const lexiconBytes = model.lexicon.length * 4;
  const bytes = new Uint8Array(HEADER + lexiconBytes + model.weights.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, BUCKET_BITS, true);
  view.setUint32(8, Math.log2(model.lexicon.length), true);
  view.setFloat32(12, model.unit, true);
  for (let i = 0; i < TRANSITIONS; i++) view.setFloat32(16 + i * 4, model.moves[i] as number, true);
  bytes.set(new Uint8Array(model.lexicon.buffer, model.lexicon.byteOffset, lexiconBytes), HEADER);
  bytes.set(
    new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length),
    HEADER + lexiconBytes,
  );
  return bytes;
}

/** Throws if the bytes are not a model of this program's features: a wrong model must not pass for a quiet one. */
export function unpackModel(bytes: Uint8Array): ReadyModel {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  if (whole.length < HEADER || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== BUCKET_BITS) {
    throw new Error('tagger weights are not of this version');
  }
  const cells = 2 ** view.getUint32(8, true);
  const weightCount = 2 ** BUCKET_BITS * TAGS;
  if (whole.length !== HEADER + cells * 4 + weightCount) throw new Error('tagger weights are cut short');
  const moves = new Float64Array(TRANSITIONS);
  for (let i = 0; i < TRANSITIONS; i++) moves[i] = view.getFloat32(16 + i * 4, true);
  const weightsAt = whole.byteOffset + HEADER + cells * 4;
  const unit = view.getFloat32(12, true);
  return {
    lexicon: new Uint32Array(whole.buffer, whole.byteOffset + HEADER, cells),
    moves,
    weights: new Int8Array(whole.buffer, weightsAt, weightCount),
    unit,
    rows: new Int32Array(whole.buffer, weightsAt, weightCount / 4),
    decay: decayOf(unit),
  };
}
