import type { Detector } from './detector.ts';

/** Detectors of secrets: they run whatever the caller asks for. */
export const SECRET_DETECTORS: readonly Detector[] = [];

/** Detectors of personal data that need no model. */
export const PERSONAL_DETECTORS: readonly Detector[] = [];

/** The tagger for names and addresses, which a policy can turn off. */
export const TAGGER_DETECTORS: readonly Detector[] = [];
