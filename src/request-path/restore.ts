import { isObject, type JsonObject, numberOf } from '../chat/json.ts';
import { restoreAnswer } from '../firewall/restore.ts';
import type { RestoreAnswerOptions } from '../firewall/restore-field.ts';
import { createAnswerStream } from '../firewall/restore-stream.ts';
import { errorEnvelope } from '../providers/openai-compatible/error-envelope.ts';
import type { ChatReply } from './chat-reply.ts';
import type { RequestRecord } from './record-outcome.ts';
import { relayStream } from './relay-stream.ts';
import type { Sent } from './send.ts';

/** What the caller gets: the provider's answer with real values, under the workspace's name. Completes the record, for a stream at its end. */
export async function restore(sent: Sent, record: RequestRecord): Promise<ChatReply> {
  const { reply, target, after } = sent;
  const { request } = after.admitted;
  const { placeholders } = after.sealed;
  const options: RestoreAnswerOptions = { jsonContent: after.jsonContent };
  const headers = replyHeaders(sent);
  switch (reply.kind) {
    case 'error':
      await record.complete({
        status: reply.status,
        errorCode: reply.body.error.code ?? 'upstream_error',
        target,
        verdict: 'error',
      });
      return { status: reply.status, headers, body: JSON.stringify(reply.body) };
    case 'answer': {
      const answer = restoreAnswer(reply.body, placeholders, options);
      if (typeof answer.model === 'string' && isHeaderText(answer.model)) headers['x-onefirewall-model'] = answer.model;
      answer.model = request.model;
      await record.complete({ status: 200, errorCode: null, target, ...tokensOf(answer) });
      if (!request.stream) return { status: 200, headers, body: JSON.stringify(answer) };
      return { status: 200, headers, body: asStream(answer, request.includeUsage) };
    }
    case 'stream':
      return {
        status: 200,
        headers,
        body: relayStream({
          upstream: reply.body,
          model: request.model,
          includeUsage: request.includeUsage,
          chunks: createAnswerStream(placeholders, options),
          timeouts: sent.timeouts,
          abort: sent.abort,
          readError: (event) => errorEnvelope(502, JSON.stringify(event), target.provider.apiKey()),
          onEnd: (outcome) => {
            const status = outcome.ended === 'client_left' ? 499 : 200;
            void record.complete({
              status,
              errorCode: outcome.ended === 'client_left' ? 'client_left' : outcome.code,
              target,
              inputTokens: outcome.inputTokens,
              outputTokens: outcome.outputTokens,
              ...(outcome.ended === 'error' ? { verdict: 'error' as const } : {}),
            });
          },
        }),
      };
  }
}

function replyHeaders({ reply, target, after }: Sent): Record<string, string> {
  const { pii, workspace } = after.admitted;
  const headers: Record<string, string> = {
    'x-onefirewall-workspace': workspace.name,
    'x-onefirewall-model': isHeaderText(target.model) ? target.model : '',
    'x-onefirewall-pii': after.summary === '' ? pii : `${pii}; ${after.summary}`,
  };
  if (after.unread > 0) headers['x-onefirewall-unread'] = String(after.unread);
  reply.headers.forEach((value, name) => {
    if (PASSED_HEADERS.has(name)) headers[name] = value;
  });
  return Object.assign(headers, after.admitted.admission.headers);
}

/** What a provider's answer may tell the caller beside its body; everything else (cookies, CORS, server) stays here. */
const PASSED_HEADERS: ReadonlySet<string> = new Set([
  'retry-after',
  'retry-after-ms',
  'x-should-retry',
  'x-ratelimit-limit-requests',
  'x-ratelimit-limit-tokens',
  'x-ratelimit-remaining-requests',
  'x-ratelimit-remaining-tokens',
  'x-ratelimit-reset-requests',
  'x-ratelimit-reset-tokens',
]);

/** A field value of RFC 9110 section 5.5, visible ASCII only. */
const isHeaderText = (text: string): boolean => /^[\x21-\x7e]{1,200}$/.test(text);

function tokensOf(answer: JsonObject): { inputTokens: number | undefined; outputTokens: number | undefined } {
  const usage = isObject(answer.usage) ? answer.usage : {};
  return { inputTokens: numberOf(usage.prompt_tokens), outputTokens: numberOf(usage.completion_tokens) };
}

/** A provider that was asked for a stream and gave a whole answer: the client gets events all the same. */
function asStream(answer: JsonObject, includeUsage: boolean): ReadableStream<Uint8Array> {
  const { choices, usage, ...rest } = answer;
  const head = { ...rest, object: 'chat.completion.chunk' };
  const deltas = (Array.isArray(choices) ? choices : []).filter(isObject).flatMap((choice) => {
    const { message, finish_reason: finish, index = 0, logprobs = null } = choice;
    return [
      { ...head, choices: [{ index, delta: withToolIndexes(message), logprobs, finish_reason: null }] },
      { ...head, choices: [{ index, delta: {}, logprobs: null, finish_reason: finish ?? 'stop' }] },
    ];
  });
  const events: JsonObject[] = [...deltas];
  if (includeUsage && isObject(usage)) events.push({ ...head, choices: [], usage });
  const text = `: connected\n\n${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`;
  return new Blob([text]).stream();
}

/** Deltas number their tool calls, whole messages do not. */
function withToolIndexes(message: JsonObject[string]): JsonObject {
  if (!isObject(message)) return {};
  if (!Array.isArray(message.tool_calls)) return message;
  return {
    ...message,
    tool_calls: message.tool_calls.map((call, index) => (isObject(call) ? { index, ...call } : call)),
  };
}
