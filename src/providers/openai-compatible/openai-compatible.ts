import { printRequest } from '../../chat/deferred-json.ts';
import { isObject, type JsonValue, MAX_ANSWER_DEPTH, nestsDeeperThan, parseJson } from '../../chat/json.ts';
import type { ProviderQuirks } from '../../contract/provider.ts';
import { GatewayError } from '../../errors.ts';
import type { HttpClient } from '../../platform/http-client.ts';
import type { HttpReply } from '../../platform/http-reply.ts';
import type { Provider, SendOptions, UpstreamReply } from '../provider.ts';
import { errorEnvelope } from './error-envelope.ts';
import { applyQuirks, quirksFor } from './quirks.ts';

export interface OpenAiCompatibleSettings {
  readonly name: string;
  readonly baseUrl: string;
  /** Asked for at each call, so that it is never kept in the clear longer than needed. */
  readonly apiKey: () => string | null;
  readonly internal: boolean;
  readonly quirks: ProviderQuirks;
  /** Sent with every request, as the operator declared them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly http: HttpClient;
}

/** A whole answer larger than this is not read further. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** OpenAI's chat completions over HTTP: OpenAI, Azure OpenAI's v1, OpenRouter, Groq, Mistral, DeepSeek, xAI, vLLM, Ollama, llama.cpp. */
export function createOpenAiCompatible(settings: OpenAiCompatibleSettings): Provider {
  const quirks = quirksFor(settings.baseUrl, settings.quirks);
  const url = `${settings.baseUrl.replace(/\/+$/, '')}${quirks.path}`;
  return {
    name: settings.name,
    canSearchWeb: quirks.webSearch !== 'none',
    async send(request, options) {
      const apiKey = settings.apiKey();
      const headers: Record<string, string> = {
        ...settings.headers,
        'content-type': 'application/json',
        accept: options.stream ? 'text/event-stream' : 'application/json',
        'user-agent': 'OneFirewall',
      };
      if (options.stream) headers['accept-encoding'] = 'identity';
      if (apiKey !== null) {
        headers[quirks.authHeader] = quirks.authHeader === 'authorization' ? `Bearer ${apiKey}` : apiKey;
      }
      const deadline = startDeadline(options);
      try {
        const response = await settings.http.send({
          url,
          method: 'POST',
          headers,
          body: printRequest(applyQuirks(request.body, quirks, options)),
          signal: deadline.signal,
          internal: settings.internal,
          connectTimeoutMs: options.timeouts.connectMs,
        });
        deadline.headArrived();
        return await readReply(response, options, { apiKey, abort: deadline.abort });
      } catch (error) {
        throw deadline.isOver() ? new GatewayError('upstream_timeout', { cause: error }) : error;
      } finally {
        deadline.stop();
      }
    },
  };
}

interface Deadline {
  /** Fires when the time is over and when the caller leaves; for a stream the latter also after `stop`. */
  readonly signal: AbortSignal;
  /** From now on the rest of the total time counts: for a body that is read whole. */
  headArrived(): void;
  /** Fires the signal. */
  abort(): void;
  isOver(): boolean;
  stop(): void;
}

/** The head must come within `firstByteMs`, a whole body within `totalMs`. A stream's own silence is watched where it is relayed. */
function startDeadline({ signal, timeouts }: SendOptions): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  const startedAt = performance.now();
  let over = false;
  const end = (): void => {
    over = true;
    abort();
  };
  let timer = setTimeout(end, timeouts.firstByteMs);
  return {
    signal: controller.signal,
    headArrived() {
      clearTimeout(timer);
      timer = setTimeout(end, Math.max(0, timeouts.totalMs - (performance.now() - startedAt)));
    },
    abort,
    isOver: () => over,
    stop: () => clearTimeout(timer),
  };
}

async function readReply(
  response: HttpReply,
  options: SendOptions,
  { apiKey, abort }: { readonly apiKey: string | null; readonly abort: () => void },
): Promise<UpstreamReply> {
  const { headers, status } = response;
  if (status >= 300 && status < 400) {
    await response.body.cancel();
    throw new GatewayError('upstream_error', {
      message: 'The provider answered with a redirect, which is not followed.',
    });
  }
  if (status === 401) {
    // Its text quotes the operator's key.
    await response.body.cancel();
    throw new GatewayError('upstream_error', {
      message: 'The provider did not accept the credential of this workspace.',
    });
  }
  if (status >= 400) {
    const body = errorEnvelope(status, await readText(response), apiKey);
    return {
      kind: 'error',
      status,
      headers,
      body,
      retryable: status === 408 || status === 409 || status === 429 || status >= 500,
    };
  }
  const isEvents = (headers.get('content-type') ?? '').toLowerCase().startsWith('text/event-stream');
  if (isEvents && options.stream) return { kind: 'stream', headers, body: response.body, abort };
  if (isEvents) {
    await response.body.cancel();
    throw new GatewayError('upstream_error', {
      message: 'The provider streamed an answer that was not asked to be streamed.',
    });
  }
  const text = await readText(response);
  let parsed: JsonValue;
  try {
    parsed = parseJson(text);
  } catch {
    throw new GatewayError('upstream_error', { message: 'The provider gave an answer that is not JSON.' });
  }
  if (!isObject(parsed))
    throw new GatewayError('upstream_error', { message: 'The provider gave an answer that is no object.' });
  if (nestsDeeperThan(MAX_ANSWER_DEPTH, parsed))
    throw new GatewayError('upstream_error', { message: 'The provider gave an answer that is nested too deep.' });
  const choices = parsed.choices ?? undefined;
  const isEmpty = choices === undefined || (Array.isArray(choices) && choices.length === 0);
  if (parsed.error !== undefined && parsed.error !== null && isEmpty) {
    return {
      kind: 'error',
      status: 502,
      headers,
      body: errorEnvelope(502, JSON.stringify(parsed), apiKey),
      retryable: true,
    };
  }
  // With status 200 a client would take it for an answer that says nothing.
  if (choices === undefined)
    throw new GatewayError('upstream_error', { message: 'The provider gave an answer without choices.' });
  return { kind: 'answer', headers, body: parsed };
}

async function readText(response: HttpReply): Promise<string> {
  try {
    return await response.text(MAX_ANSWER_BYTES);
  } catch (error) {
    const message =
      error instanceof RangeError
        ? 'The provider gave an answer that is too large.'
        : 'The provider broke off its answer.';
    throw new GatewayError('upstream_error', { message, cause: error });
  }
}
