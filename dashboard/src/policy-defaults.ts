/** What holds where a workspace says nothing: equal to the contract's own defaults (test/dashboard/policy-defaults.test.ts). */
import type { DetectionSettings } from '../../src/contract/detection-policy.ts';

export const DETECTION_DEFAULTS: DetectionSettings = {
  kinds: {},
  threshold: 0.5,
  thresholds: {},
  regions: ['US', 'GB', 'DE', 'FR', 'ES', 'IT'],
  recognisers: [],
  allow: [],
  tagger: true,
  external: [],
  unreadable: 'refuse',
  secrets: { mode: 'refuse', allow: [] },
};
