import { resolve } from 'node:path';
import type { AnalyzerSettings } from './analyzer-client.ts';
import type { OnnxSettings } from './onnx-classifier.ts';

/** Plain data: it goes to workers. */
export interface ExternalSettings {
  readonly onnx: OnnxSettings | undefined;
  readonly analyzer: AnalyzerSettings | undefined;
}

/** What the configuration says, with paths that do not depend on the working directory: they start at `folder`, the configuration file's. */
export function externalSettings(
  { onnx, analyzer }: { readonly onnx?: OnnxSettings | undefined; readonly analyzer?: AnalyzerSettings | undefined },
  folder: string,
): ExternalSettings {
  const from = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(folder, path);
  return {
    onnx: onnx && {
      ...onnx,
      modelPath: resolve(folder, onnx.modelPath),
      tokenizerPath: from(onnx.tokenizerPath),
      runtimePath: from(onnx.runtimePath),
    },
    analyzer,
  };
}
