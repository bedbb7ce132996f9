import type { Config } from '../configuration/config-schema.ts';
import { type DetectionSettings, detectionPolicySchema } from '../contract/detection-policy.ts';
import { PII_MODES, type PiiMode } from '../contract/workspace.ts';
import { createExplainer } from '../firewall/explaining/explain.ts';
import { explainTexts } from '../firewall/explaining/explain-texts.ts';
import { inspectText } from '../firewall/inspect-text.ts';
import { maskRequest } from '../firewall/masking/mask-request.ts';
import {
  compileDetectionPolicy,
  type DetectionPolicy,
  defaultDetectionPolicy,
  secretsOnly,
} from '../firewall/policy.ts';

/** By what a text is read. */
export interface InspectPolicy {
  readonly policy: DetectionPolicy;
  readonly settings: DetectionSettings;
  readonly pii: PiiMode;
}

/** Everything that is on by default, and personal data masked. */
export const DEFAULT_INSPECTION: InspectPolicy = {
  policy: defaultDetectionPolicy,
  settings: detectionPolicySchema.parse({}),
  pii: 'obfuscate',
};

/** As a declared workspace reads a request that asks for `pii`: its floor holds. Throws Error for a name that is not declared. */
export function inspectionOf({ workspaces }: Config, name: string, pii: PiiMode): InspectPolicy {
  const workspace = workspaces.find((each) => each.name === name);
  if (workspace === undefined)
    throw new Error(`the configuration declares no workspace called ${JSON.stringify(name)}`);
  const settings = detectionPolicySchema.parse(workspace.detection ?? {});
  return { policy: compileDetectionPolicy(settings), settings, pii: stricter(pii, workspace.pii.floor) };
}

const stricter = (one: PiiMode, other: PiiMode): PiiMode =>
  PII_MODES.indexOf(one) >= PII_MODES.indexOf(other) ? one : other;

/** `{"findings":[...]}`: what is found, whatever is done about it. */
export const findingsLine = (text: string, { policy }: InspectPolicy): string =>
  `${JSON.stringify({ findings: inspectText(text, policy) })}\n`;

/** The text as the message of a user: what would be found, why, and what comes of it. */
export function explainLine(text: string, { policy, settings, pii }: InspectPolicy): string {
  const off = pii === 'disabled';
  const explainer = createExplainer(off ? secretsOnly(policy) : policy, {
    settings,
    passing: off ? policy : undefined,
  });
  const request = () => ({ messages: [{ role: 'user', content: text }] });
  const body = request();
  const { find } = explainer;
  const { refusal, placeholders } = maskRequest(body, find, { pii, secrets: settings.secrets.mode, note: false });
  const after = refusal === undefined ? body : undefined;
  const [explained] = explainTexts(request(), after, { explainer, find, placeholders });
  const { findings, notCounted, masked, restored, restoredEqual } = explained ?? NOTHING_TO_SAY;
  const line = { pii, findings, notCounted, masked, restored, restoredEqual, refusal: refusal?.code ?? null };
  return `${JSON.stringify(line)}\n`;
}

const NOTHING_TO_SAY = { findings: [], notCounted: [], masked: '', restored: '', restoredEqual: true };
