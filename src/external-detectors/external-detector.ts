import type { Finding } from '../firewall/finding.ts';

/** The third tier: detectors that are not ours. Off unless the gateway configures them and a workspace asks for them. */
export interface ExternalDetector {
  readonly name: ExternalDetectorName;
  /** Most time for one request, in milliseconds. */
  readonly deadlineMs: number;
  /**
   * Findings of each text, in its own UTF-16 offsets, tier `T2`, from the detector's threshold on; in the order of the texts. Throws
   * `ExternalDetectorFailure`; whoever asks refuses the request.
   */
  detect(texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly Finding[])[]>;
}

export type ExternalDetectorName = 'onnx' | 'analyzer';

/** The detector could not say what is in a text. The message names no text and no value. */
export class ExternalDetectorFailure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ExternalDetectorFailure';
  }
}
