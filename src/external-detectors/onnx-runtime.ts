import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What we use of onnxruntime-node (onnxruntime.ai/docs/api/js), an optional package. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(path: string, options?: object): Promise<OnnxSession> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Record<string, unknown>): Promise<Record<string, OnnxOutput | undefined>>;
}

export interface OnnxOutput {
  readonly data: ArrayLike<number>;
  readonly dims: readonly number[];
}

/** A name in a variable: the bundler of `bun build` leaves it alone. */
const PACKAGE = 'onnxruntime-node';

/**
 * Loads the package from `folder`, else from beside the program, the working directory or the executable. Throws Error that says what to do where
 * it is not installed.
 */
export async function loadOnnxRuntime(folder: string | undefined): Promise<OnnxRuntime> {
  const places = folder === undefined ? [import.meta.dir, process.cwd(), dirname(process.execPath)] : [folder];
  let cause: unknown;
  for (const place of places) {
    try {
      const found = createRequire(join(place, 'package.json')).resolve(PACKAGE);
      return asRuntime(await import(found));
    } catch (error) {
      cause = error;
    }
  }
  throw new Error(
    `firewall.onnx needs the package ${PACKAGE}, which could not be loaded from ${places.join(', ')}: npm install ${PACKAGE}`,
    { cause },
  );
}

function asRuntime(module: unknown): OnnxRuntime {
  if (typeof module === 'object' && module !== null && 'InferenceSession' in module && 'Tensor' in module) {
    return module as OnnxRuntime;
  }
  throw new Error(`${PACKAGE} has another form than expected`);
}
