import { isObject, type JsonObject } from '../chat/json.ts';
import { NestingTooDeep } from '../chat/slot-place.ts';
import type { PiiMode } from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';
import type { Find } from '../firewall/finding.ts';
import { InspectionTimeout } from '../firewall/inspect-text.ts';
import { type MaskRefusal, maskRequest } from '../firewall/masking/mask-request.ts';
import type { PlaceholderMap } from '../firewall/placeholder.ts';

/** What is done with one request. Plain data: it also goes to a worker. */
export interface MaskOrder {
  readonly pii: PiiMode;
  /** The workspace's own system prompt, for calls that bring none. */
  readonly persona: string | undefined;
  readonly secrets: 'refuse' | 'mask';
  readonly unreadable: 'allow' | 'refuse';
  readonly notice: boolean;
}

/** What inspection says of a request, wherever it ran. Never a value. */
export interface MaskReport {
  readonly kinds: Readonly<Record<string, number>>;
  readonly changed: boolean;
  /** Parts that passed without having been read. */
  readonly unread: number;
  readonly refusal: MaskRefusal | undefined;
  /** How many messages were put in front of the caller's: 0 or 1. */
  readonly shift: number;
  /** The caller asked for JSON as the answer's content. */
  readonly jsonContent: boolean;
}

/** A request that was read and, where nothing speaks against it, masked. */
export interface MaskedDocument {
  readonly report: MaskReport;
  readonly body: JsonObject;
  readonly placeholders: PlaceholderMap;
}

/** The request as it will be inspected: with the call's or the workspace's system prompt in front. */
export function prepareDocument(
  request: { readonly body: JsonObject; readonly system: string | undefined },
  persona: string | undefined,
): JsonObject {
  const prompt = request.system ?? persona;
  const { body } = request;
  if (prompt === undefined || prompt === '' || !Array.isArray(body.messages)) return body;
  return { ...body, messages: [{ role: 'system', content: prompt }, ...body.messages] };
}

/** How a document is read. */
export interface Reading {
  readonly find: Find;
  /** Asked between steps; true ends the work with `firewall_unavailable`, as for a policy's `expired`. */
  readonly expired?: (() => boolean) | undefined;
}

/** Reads and masks a document of `prepareDocument`, in place. Throws GatewayError where it cannot be checked. */
export function maskDocument(
  body: JsonObject,
  shift: number,
  order: MaskOrder,
  { find, expired }: Reading,
): MaskedDocument {
  const off = order.pii === 'disabled';
  try {
    const outcome = maskRequest(body, find, {
      pii: order.pii,
      secrets: order.secrets,
      unreadable: off ? 'allow' : order.unreadable,
      unknownParts: off ? 'allow' : 'refuse',
      note: order.notice,
      expired,
    });
    const kinds: Record<string, number> = {};
    for (const [kind, count] of outcome.findings) kinds[kind] = count;
    const { changed, unread, refusal, placeholders } = outcome;
    return {
      report: { kinds, changed, unread, refusal, shift, jsonContent: wantsJson(body) },
      body,
      placeholders,
    };
  } catch (error) {
    throw inspectionError(error);
  }
}

/** Whatever goes wrong while a request is read, in the gateway's words: it is not forwarded. */
export function inspectionError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof NestingTooDeep) {
    return new GatewayError('invalid_value', {
      message: 'The request is nested deeper than 128 levels.',
      param: error.path,
    });
  }
  if (error instanceof InspectionTimeout) return tooSlow();
  return new GatewayError('firewall_unavailable', { cause: error });
}

export const tooSlow = (): GatewayError =>
  new GatewayError('firewall_unavailable', {
    message: 'The request could not be checked in time, so it was not forwarded.',
  });

const wantsJson = (body: Readonly<JsonObject>): boolean =>
  isObject(body.response_format) &&
  (body.response_format.type === 'json_object' || body.response_format.type === 'json_schema');
