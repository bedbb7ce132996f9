import type { DetectionSettings } from '../../contract/detection-policy.ts';
import type { Explanation } from '../../contract/explain.ts';
import type { ErrorCode } from '../../errors.ts';
import type { ExternalDetectorName } from '../../external-detectors/external-detector.ts';
import type { ExternalSettings } from '../../external-detectors/external-settings.ts';
import type { ExplainOrder } from '../explain-document.ts';
import type { MaskOrder, MaskReport } from '../mask-document.ts';
import type { ChatHead } from '../receive.ts';

/** What the main thread and an inspection worker say to each other: plain data, and buffers that change hands. */
export type ToWorker =
  | { readonly type: 'configure'; readonly settings: WorkerSettings }
  | {
      readonly type: 'open';
      readonly id: number;
      readonly bytes: Uint8Array;
      /** One number: not 0 once nobody waits for this document any more. */
      readonly cancelled: SharedArrayBuffer;
    }
  | { readonly type: 'mask'; readonly id: number; readonly order: WorkerOrder }
  | { readonly type: 'explain'; readonly id: number; readonly order: ExplainOrder; readonly deadlineAt: number }
  | { readonly type: 'more'; readonly id: number }
  | { readonly type: 'drop'; readonly id: number };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'unusable'; readonly message: string }
  | { readonly type: 'opened'; readonly id: number; readonly head: ChatHead }
  | {
      readonly type: 'masked';
      readonly id: number;
      readonly report: MaskReport;
      readonly sealed: WorkerDocument | undefined;
    }
  | { readonly type: 'explained'; readonly id: number; readonly explanation: Explanation }
  | { readonly type: 'values'; readonly id: number; readonly values: ValuePortion }
  | { readonly type: 'failed'; readonly id: number; readonly error: WorkerError };

export interface WorkerSettings {
  /** Bytes; 0 for no cache. */
  readonly cacheBytes: number;
  readonly external: ExternalSettings;
}

export interface WorkerOrder extends MaskOrder {
  /** Time to be done by, as `performance.timeOrigin + performance.now()` tells it, in milliseconds. */
  readonly deadlineAt: number;
  readonly fingerprint: string;
  /** The detection settings of that fingerprint; undefined where this worker has them. */
  readonly settings: DetectionSettings | undefined;
  /** Everything known of other fingerprints is to be forgotten. */
  readonly forget: boolean;
  readonly external: readonly ExternalDetectorName[];
}

/** A masked request in parts, so that the main thread takes apart only what is small. */
export interface WorkerDocument {
  /** JSON of the small fields a provider's adapter may look at. */
  readonly small: string;
  /** Fields of that sort that are large all the same, each as JSON. */
  readonly large: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[];
  readonly messages: Uint8Array<ArrayBuffer>;
  /** The messages with the role `developer` written as `system`, where there is one. */
  readonly asSystem: Uint8Array<ArrayBuffer> | undefined;
  /** All other fields: `"a":1,"b":2`. */
  readonly rest: Uint8Array<ArrayBuffer> | undefined;
  readonly values: ValuePortion;
}

/** A part of the placeholders, small enough for one turn of the event loop. */
export interface ValuePortion {
  /** Name, value, name, value ... */
  readonly values: readonly string[];
  readonly destinations: readonly string[];
  readonly last: boolean;
}

export interface WorkerError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly param: string | null;
}
