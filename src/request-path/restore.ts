import { isObject, type JsonObject, numberOf } from '../chat/json.ts';
import { GatewayError } from '../errors.ts';
import { restoreSteps } from '../firewall/restoring/restore.ts';
import { createAnswerStream } from '../firewall/restoring/restore-stream.ts';
import { errorEnvelope } from '../providers/openai-compatible/error-envelope.ts';
import type { UpstreamReply } from '../providers/provider.ts';
import { asStream } from './answer-as-stream.ts';
import type { ChatReply, StreamedBody } from './chat-reply.ts';
import type { Inspector } from './inspector.ts';
import { type Receipt, receiptComment, receiptHeaders, wayBackDetails } from './receipt.ts';
import type { ExchangeOutcome, RequestRecord } from './record-outcome.ts';
import type { StreamOutcome } from './relay-options.ts';
import { relayStream } from './relay-stream.ts';
import type { Sent } from './send.ts';
import { startWayBack, type WayBack } from './way-back.ts';

/**
 * What the caller gets: the provider's answer, inspected, with real values, under the workspace's name. Completes the record, for a
 * stream at its end. Throws GatewayError for an answer that must not pass.
 */
export async function restore(sent: Sent, record: RequestRecord, inspector: Inspector): Promise<ChatReply> {
  const receipt = receiptOf(record);
  const { reply, target } = sent;
  switch (reply.kind) {
    case 'error':
      await record.complete({
        status: reply.status,
        errorCode: reply.body.error.code ?? 'upstream_error',
        target,
        verdict: 'error',
      });
      return {
        status: reply.status,
        headers: replyHeaders(sent, receiptHeaders(receipt)),
        body: JSON.stringify(reply.body),
      };
    case 'answer':
      return restoreWhole(sent, reply.body, { record, receipt, back: startWayBack(sent.after, inspector) });
    case 'stream':
      return {
        status: 200,
        headers: replyHeaders(sent, receiptHeaders(receipt)),
        body: restoreStream(sent, reply, { record, receipt, back: startWayBack(sent.after, inspector) }),
      };
  }
}

interface Returning {
  readonly record: RequestRecord;
  readonly receipt: Receipt;
  readonly back: WayBack;
}

async function restoreWhole(sent: Sent, answer: JsonObject, { record, receipt, back }: Returning): Promise<ChatReply> {
  const { target, after } = sent;
  const { request, by } = after.admitted;
  const tokens = tokensOf(answer);
  try {
    await back.run(restoreSteps(answer, after.sealed.placeholders, back.options), by.call.signal);
  } catch (error) {
    const known = back.errorOf(error);
    const { code, message, status } = known;
    const done = back.receipt();
    const verdict = code === 'answer_blocked' ? 'block' : 'error';
    const left = by.call.signal.aborted ? { status: 499, errorCode: 'client_left' } : { status, errorCode: code };
    await record.complete({ ...left, target, verdict, ...tokens, details: wayBackDetails(done) });
    const headers = { ...receiptHeaders(receipt, done), ...known.headers };
    throw new GatewayError(code, { message, headers, cause: known.cause });
  }
  const done = back.receipt();
  const headers = replyHeaders(sent, receiptHeaders(receipt, done));
  if (typeof answer.model === 'string' && isHeaderText(answer.model)) headers['x-onefirewall-model'] = answer.model;
  answer.model = request.model;
  await record.complete({
    status: 200,
    errorCode: null,
    target,
    ...tokens,
    ...verdictOf(back),
    details: wayBackDetails(done),
  });
  if (!request.stream) return { status: 200, headers, body: JSON.stringify(answer) };
  const body = asStream(answer, { includeUsage: request.includeUsage, comment: receiptComment(receipt, done) });
  return { status: 200, headers, body };
}

type StreamedReply = Extract<UpstreamReply, { readonly kind: 'stream' }>;

function restoreStream(
  sent: Sent,
  { body: upstream, abort }: StreamedReply,
  { record, receipt, back }: Returning,
): StreamedBody {
  const { target, after } = sent;
  const { request } = after.admitted;
  const { placeholders } = after.sealed;
  const chunks = createAnswerStream(placeholders, back.options);
  const isQuiet = placeholders.values.size === 0 && back.options.inspection === undefined;
  return relayStream({
    upstream,
    model: request.model,
    includeUsage: request.includeUsage,
    chunks: isQuiet ? chunks : back.measure(chunks),
    timeouts: sent.timeouts,
    abort,
    readError: (event) => errorEnvelope(502, JSON.stringify(event), target.provider.apiKey()),
    onFailure: (error) => back.errorOf(error).body(),
    receipt: () => receiptComment(receipt, back.receipt()),
    onEnd: (outcome) => void record.complete({ ...streamOutcome(outcome, back), target }),
  });
}

function streamOutcome({ ended, code, inputTokens, outputTokens }: StreamOutcome, back: WayBack): ExchangeOutcome {
  const details = wayBackDetails(back.receipt());
  const common = { inputTokens, outputTokens, details };
  if (ended === 'client_left') return { status: 499, errorCode: 'client_left', ...common };
  if (ended === 'complete') return { status: 200, errorCode: code, ...common, ...verdictOf(back) };
  return { status: 200, errorCode: code, ...common, verdict: code === 'answer_blocked' ? 'block' : 'error' };
}

/** The answer makes a verdict graver than the request's. */
const verdictOf = (back: WayBack): Pick<ExchangeOutcome, 'verdict'> =>
  back.receipt().report?.verdict === 'mask' ? { verdict: 'mask' } : {};

/** A request that was answered has been admitted. */
function receiptOf(record: RequestRecord): Receipt {
  const receipt = record.receipt();
  if (receipt === undefined) throw new GatewayError('internal_error');
  return receipt;
}

function replyHeaders({ reply, target, after }: Sent, receipt: Record<string, string>): Record<string, string> {
  const headers: Record<string, string> = {
    ...receipt,
    'x-onefirewall-model': isHeaderText(target.model) ? target.model : '',
  };
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
