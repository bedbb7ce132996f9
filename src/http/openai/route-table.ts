/** The public routes, under /api/v1 and /v1. */
import type { z } from 'zod';
import { chatAnswerSchema, chatRequestSchema, modelListSchema, modelSchema } from '../../contract/chat.ts';
import type { ErrorCode } from '../../errors.ts';

export interface PublicRouteSpec {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Answers with server-sent events when asked to. */
  readonly streams?: boolean;
  readonly errors: readonly ErrorCode[];
}

export const PUBLIC_ROUTES = {
  createChatCompletion: {
    method: 'POST',
    path: '/chat/completions',
    summary: 'Answer a conversation, inspected on its way',
    body: chatRequestSchema,
    answer: chatAnswerSchema,
    streams: true,
    errors: [
      'invalid_json',
      'invalid_value',
      'missing_required_parameter',
      'unsupported_parameter',
      'pii_detected',
      'secret_detected',
      'firewall_rule_violated',
      'unreadable_content',
      'answer_blocked',
      'invalid_api_key',
      'workspace_forbidden',
      'address_forbidden',
      'outside_schedule',
      'model_not_found',
      'request_too_large',
      'unsupported_content',
      'rate_limit_exceeded',
      'budget_exceeded',
      'upstream_error',
      'firewall_unavailable',
      'restoration_failed',
      'overloaded',
      'audit_unavailable',
      'upstream_timeout',
    ],
  },
  listModels: {
    method: 'GET',
    path: '/models',
    summary: "Every workspace the key's user belongs to",
    answer: modelListSchema,
    errors: ['invalid_api_key', 'address_forbidden'],
  },
  getModel: {
    method: 'GET',
    path: '/models/{workspace}',
    summary: 'One of them; one that does not exist and one the caller may not see read the same',
    answer: modelSchema,
    errors: ['invalid_api_key', 'address_forbidden', 'model_not_found'],
  },
} as const satisfies Record<string, PublicRouteSpec>;
