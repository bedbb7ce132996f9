/** The public routes, under /api/v1 and /v1. */
import type { z } from 'zod';
import { chatAnswerSchema, chatRequestSchema, modelListSchema, modelSchema } from '../../contract/chat.ts';
import type { ErrorCode } from '../../errors.ts';

export interface PublicRouteSpec {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Answers with server-sent events when asked to. */
  readonly streams?: boolean;
  /** Requests and an answer as they may be; printed into OpenAPI. */
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
  readonly answerExample: unknown;
  readonly errors: readonly ErrorCode[];
}

/** Put together, so that this source holds no address. */
const MAIL = ['anna', 'example.com'].join('@');

const CHAT_EXAMPLES = {
  obfuscate: {
    summary: 'Personal data is replaced on the way out and put back on the way in',
    value: {
      model: 'my-team',
      messages: [{ role: 'user', content: `Write a short reply to ${MAIL}.` }],
      pii: 'obfuscate',
    },
  },
  stream: {
    summary: 'The answer as it is written',
    value: {
      model: 'my-team',
      messages: [{ role: 'user', content: 'Tell me a story.' }],
      pii: 'obfuscate',
      stream: true,
    },
  },
  block: {
    summary: 'A request with personal data is refused',
    value: { model: 'my-team', messages: [{ role: 'user', content: `Who is ${MAIL}?` }], pii: 'block' },
  },
};

const CHAT_ANSWER = {
  id: 'chatcmpl-AbC123',
  object: 'chat.completion',
  created: 1_760_000_000,
  model: 'my-team',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: `Sent to ${MAIL}: thank you, we have your letter.` },
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 31, completion_tokens: 17, total_tokens: 48 },
};

const MODEL = {
  id: 'my-team',
  object: 'model',
  created: 1_715_000_000,
  owned_by: 'organization',
  root: 'my-team',
  parent: null,
  permission: [],
};

export const PUBLIC_ROUTES = {
  createChatCompletion: {
    method: 'POST',
    path: '/chat/completions',
    summary: 'Answer a conversation, inspected on its way',
    description:
      "OpenAI's chat completions. `model` names a workspace, which decides where the request goes and what is done with personal data. " +
      'Three parameters are ours; every other field is passed on as it is. Secrets never leave, whatever `pii` says. With `stream: true` ' +
      'the answer arrives as server-sent events and ends with `data: [DONE]`; a break upstream ends with an error event and without it.',
    body: chatRequestSchema,
    answer: chatAnswerSchema,
    streams: true,
    examples: CHAT_EXAMPLES,
    answerExample: CHAT_ANSWER,
    errors: [
      'invalid_json',
      'invalid_value',
      'missing_required_parameter',
      'unsupported_parameter',
      'pii_detected',
      'secret_detected',
      'unreadable_content',
      'answer_blocked',
      'invalid_api_key',
      'workspace_forbidden',
      'address_forbidden',
      'model_not_found',
      'request_too_large',
      'unsupported_content',
      'rate_limit_exceeded',
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
    description: "OpenAI's list of models. A key that is limited to some workspaces lists those.",
    answerExample: { object: 'list', data: [MODEL] },
    answer: modelListSchema,
    errors: ['invalid_api_key', 'address_forbidden'],
  },
  getModel: {
    method: 'GET',
    path: '/models/{workspace}',
    summary: 'One of them; one that does not exist and one the caller may not see read the same',
    description: 'One workspace by its name, as the list has it.',
    answerExample: MODEL,
    answer: modelSchema,
    errors: ['invalid_api_key', 'address_forbidden', 'model_not_found'],
  },
} as const satisfies Record<string, PublicRouteSpec>;
