import { createHttpClient } from '../platform/http-client.ts';
import { createAnalyzerClient } from './analyzer-client.ts';
import type { ExternalDetector } from './external-detector.ts';
import type { ExternalSettings } from './external-settings.ts';
import { rememberFindings } from './remember-findings.ts';

/** The detectors the gateway's configuration names. Throws Error with the reason where one cannot work. */
export async function openExternalDetectors(settings: ExternalSettings): Promise<readonly ExternalDetector[]> {
  const detectors: ExternalDetector[] = [];
  if (settings.onnx !== undefined) {
    // Loaded only where it is wanted: nobody else pays for it.
    const { openOnnxClassifier } = await import('./onnx-classifier.ts');
    detectors.push(await openOnnxClassifier(settings.onnx));
  }
  if (settings.analyzer !== undefined) detectors.push(createAnalyzerClient(settings.analyzer, createHttpClient()));
  return detectors.map((detector) => rememberFindings(detector));
}
