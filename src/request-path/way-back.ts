import { GatewayError } from '../errors.ts';
import { type AnswerInspection, createAnswerInspection } from '../firewall/answers/answer-inspection.ts';
import { AnswerBlocked, AnswerUnchecked } from '../firewall/answers/answer-judge.ts';
import { createOwnValues } from '../firewall/answers/answer-own.ts';
import type { DetectionPolicy } from '../firewall/policy.ts';
import { noTally, type RestoreAnswerOptions } from '../firewall/restoring/restore-field.ts';
import type { Inspected } from './inspect.ts';
import type { Inspector } from './inspector.ts';
import type { WayBackReceipt } from './receipt.ts';
import type { ChunkTransform } from './relay-options.ts';
import { policyOf } from './workspace-policy.ts';

/** How one answer comes back: what is read in it, where values may go, and what that took. */
export interface WayBack {
  readonly options: RestoreAnswerOptions;
  /** Runs the steps of a whole answer, with pauses for others where it is large. Throws GatewayError. */
  run(steps: Iterator<undefined, void>, signal: AbortSignal): Promise<void>;
  /** The same for the chunks of a stream: what they take is counted. */
  measure(chunks: ChunkTransform): ChunkTransform;
  /** Anything thrown on the way back, in the gateway's words. */
  errorOf(error: unknown): GatewayError;
  receipt(): WayBackReceipt;
}

/** A turn of the event loop is over after this many milliseconds and the step under way: 10 in all. */
const TURN_MS = 4;

export function startWayBack(after: Inspected, inspector: Inspector): WayBack {
  const { restore } = after.admitted.workspace.settings;
  const tally = noTally();
  let ms = 0;
  /** When the piece that is worked on was begun. */
  let begun = 0;
  const expired = (): boolean => performance.now() - begun > inspector.deadlineMs;
  const inspection = answerInspection(after, inspector, expired);
  const options: RestoreAnswerOptions = {
    jsonContent: after.jsonContent,
    allowedHosts: restore.allowedHosts,
    withoutTools: restore.excludedTools,
    tally,
    expired,
    ...(inspection === undefined ? {} : { inspection }),
  };
  const errorOf = (error: unknown): GatewayError => {
    if (error instanceof GatewayError) return error;
    if (error instanceof AnswerBlocked) return blocked(inspection);
    if (error instanceof AnswerUnchecked)
      return new GatewayError('firewall_unavailable', {
        message: 'The answer could not be checked, so it was not delivered.',
        headers: NO_RETRY,
        cause: error.cause,
      });
    tally.failed = true;
    return new GatewayError('restoration_failed', { headers: NO_RETRY, cause: error });
  };
  return {
    options,
    async run(steps, signal) {
      begun = performance.now();
      let turn = begun;
      try {
        while (steps.next().done !== true) {
          const now = performance.now();
          if (now - turn < TURN_MS) continue;
          ms += now - turn;
          await new Promise(setImmediate);
          if (signal.aborted) throw new GatewayError('internal_error', { message: 'The client left.' });
          turn = performance.now();
        }
      } catch (error) {
        throw errorOf(error);
      } finally {
        ms += performance.now() - turn;
      }
    },
    measure: (chunks) => ({
      transform(chunk) {
        begun = performance.now();
        try {
          return chunks.transform(chunk);
        } finally {
          ms += performance.now() - begun;
        }
      },
      end() {
        begun = performance.now();
        try {
          return chunks.end();
        } finally {
          ms += performance.now() - begun;
        }
      },
    }),
    errorOf,
    receipt: () => ({ tally, inspected: inspection !== undefined, report: inspection?.report(), ms }),
  };
}

/** The same answer would be asked for, and paid for, again. */
const NO_RETRY = { 'x-should-retry': 'false' };

function blocked(inspection: AnswerInspection | undefined): GatewayError {
  const counts = Object.entries(inspection?.report()?.kinds ?? {}).map(([kind, count]) => `${kind} (${count})`);
  return new GatewayError('answer_blocked', {
    message: `The model produced data that this workspace does not let through: ${counts.join(', ')}.`,
  });
}

/** Undefined where the workspace does not want answers to be read. External detectors are asked about requests only. */
function answerInspection(
  { admitted: { workspace }, sealed }: Inspected,
  inspector: Inspector,
  expired: () => boolean,
): AnswerInspection | undefined {
  const { answers } = workspace.settings;
  if (answers.personal === 'off' && answers.secrets === 'off') return undefined;
  const policy: DetectionPolicy = {
    ...policyOf(workspace).full,
    personal: answers.personal !== 'off',
    secrets: answers.secrets !== 'off',
    expired,
  };
  return createAnswerInspection({
    modes: answers,
    find: (text) => inspector.find(text, policy),
    map: sealed.placeholders,
    own: createOwnValues(sealed.body, sealed.placeholders),
    expired,
  });
}
