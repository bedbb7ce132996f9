import { expect, test } from 'bun:test';
import { ANSWER_MODES, PII_MODES, PROVIDER_KINDS } from '../../dashboard/src/choices.ts';
import { DETECTION_DEFAULTS } from '../../dashboard/src/policy-defaults.ts';
import { REGIONS } from '../../dashboard/src/regions.ts';
import { detectionPolicySchema } from '../../src/contract/detection-policy.ts';
import * as provider from '../../src/contract/provider.ts';
import * as workspace from '../../src/contract/workspace.ts';

test("what the dashboard shows where a workspace says nothing are the contract's defaults", () => {
  expect(DETECTION_DEFAULTS).toEqual(detectionPolicySchema.parse({}));
});

test("the dashboard's lists are the contract's, in the same order", () => {
  expect<readonly string[]>(PII_MODES).toEqual(workspace.PII_MODES);
  expect<readonly string[]>(ANSWER_MODES).toEqual(workspace.ANSWER_MODES);
  expect<readonly string[]>(PROVIDER_KINDS).toEqual(provider.PROVIDER_KINDS);
});

test('every region that can be chosen is one the contract takes, and the defaults are among them', () => {
  const codes = REGIONS.map(({ value }) => value);
  expect(new Set(codes).size).toBe(249);
  expect(detectionPolicySchema.parse({ regions: codes.slice(0, 40) }).regions).toHaveLength(40);
  for (const region of DETECTION_DEFAULTS.regions) expect(codes).toContain(region);
});
