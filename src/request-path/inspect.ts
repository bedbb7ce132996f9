import type { JsonObject } from '../chat/json.ts';
import { NestingTooDeep } from '../chat/slot-place.ts';
import { GatewayError } from '../errors.ts';
import { InspectionTimeout, inspectText } from '../firewall/inspect-text.ts';
import { type InspectedRequest, sealInspected } from '../firewall/inspected-request.ts';
import { type MaskOutcome, type MaskRefusal, maskRequest } from '../firewall/mask-request.ts';
import type { DetectionPolicy } from '../firewall/policy.ts';
import type { Admitted } from './admit.ts';
import type { RequestRecord } from './record-outcome.ts';
import { policyOf } from './workspace-policy.ts';

const stage: unique symbol = Symbol('inspected');

/** The firewall has read the whole request; what is sealed may leave. */
export interface Inspected {
  readonly [stage]: true;
  readonly admitted: Admitted;
  readonly sealed: InspectedRequest;
  /** `email=2, person=1`: how many of each kind were masked, for the answer's header. */
  readonly summary: string;
  /** Parts that passed without having been read. */
  readonly unread: number;
}

/** Reads and masks the request as the workspace's policy says. Throws 400 for what must not leave and 503 when it cannot be checked. */
export function inspect(admitted: Admitted, record: RequestRecord, deadlineMs: number): Inspected {
  const { request, workspace, pii } = admitted;
  const policy = policyOf(workspace);
  const startedAt = performance.now();
  const timed: DetectionPolicy = {
    ...(pii === 'disabled' ? policy.secretsOnly : policy.full),
    expired: () => performance.now() - startedAt > deadlineMs,
  };
  const body = withSystemPrompt(request.body, request.system ?? workspace.settings.persona);
  const shift = body === request.body ? 0 : 1;
  const outcome = mask(body, (text) => inspectText(text, timed), {
    pii,
    secrets: policy.secretsMode,
    unreadable: pii === 'disabled' ? 'allow' : policy.unreadable,
    unknownParts: pii === 'disabled' ? 'allow' : 'refuse',
    note: workspace.settings.notice,
  });
  const kinds = Object.fromEntries([...outcome.findings].map(([kind, { count }]) => [kind, count]));
  record.inspected({
    verdict: outcome.refusal !== undefined ? 'block' : outcome.changed ? 'mask' : 'allow',
    kinds,
    inspectMs: Math.round((performance.now() - startedAt) * 100) / 100,
  });
  if (outcome.refusal !== undefined) throw refusalError(outcome.refusal, shift);
  return {
    [stage]: true,
    admitted,
    sealed: sealInspected(body, outcome.placeholders),
    summary: Object.entries(kinds)
      .map(([kind, count]) => `${kind.toLowerCase()}=${count}`)
      .join(', '),
    unread: outcome.unread,
  };
}

/** A copy with the call's or the workspace's system prompt in front; the body itself where there is none. */
function withSystemPrompt(body: JsonObject, prompt: string | undefined): JsonObject {
  if (prompt === undefined || prompt === '' || !Array.isArray(body.messages)) return body;
  return { ...body, messages: [{ role: 'system', content: prompt }, ...body.messages] };
}

function mask(...[body, find, options]: Parameters<typeof maskRequest>): MaskOutcome {
  try {
    return maskRequest(body, find, options);
  } catch (error) {
    if (error instanceof NestingTooDeep) {
      throw new GatewayError('invalid_value', {
        message: 'The request is nested deeper than 128 levels.',
        param: error.path,
      });
    }
    if (error instanceof InspectionTimeout) {
      throw new GatewayError('firewall_unavailable', {
        message: 'The request could not be checked in time, so it was not forwarded.',
      });
    }
    throw new GatewayError('firewall_unavailable', { cause: error });
  }
}

const REFUSAL_TEXT: Readonly<Record<MaskRefusal['code'], string>> = {
  pii_detected: 'The request contains personal data',
  secret_detected: 'The request contains a secret',
  unreadable_content: 'This part cannot be inspected, and this workspace refuses what it cannot inspect',
  unknown_content: 'This part is of a type that the firewall does not know, so it cannot be inspected',
};

function refusalError(refusal: MaskRefusal, shift: number): GatewayError {
  const counts = Object.entries(refusal.counts).map(([kind, count]) => `${kind} (${count})`);
  const code = refusal.code === 'unknown_content' ? 'unreadable_content' : refusal.code;
  return new GatewayError(code, {
    param: callerPath(refusal.param, shift),
    message: `${REFUSAL_TEXT[refusal.code]}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}. It was not forwarded.`,
  });
}

/** The path as the caller numbers his messages: a prompt that we put in front is `system`, or the workspace's own. */
function callerPath(path: string, shift: number): string {
  if (shift === 0) return path;
  const found = /^messages\[(\d+)\](.*)$/s.exec(path);
  if (found === null) return path;
  const index = Number(found[1]) - shift;
  return index < 0 ? 'system' : `messages[${index}]${found[2]}`;
}
