import { isObject, type JsonObject, type JsonValue, parseJson } from '../../chat/json.ts';
import type { ErrorBody } from '../../errors.ts';

/** Error texts of providers are cut to this many characters. */
const MAX_MESSAGE = 2000;
const MAX_READ = 16_000;

/**
 * Puts a provider's error into OpenAI's envelope: its own fields where it speaks that shape, else (HTML, plain text, nothing,
 * `error` as a string, FastAPI's `detail`, Google's list, numeric codes) what can be told without inner addresses or keys.
 */
export function errorEnvelope(status: number, text: string, apiKey: string | null): ErrorBody {
  const found = parseError(text);
  const message = found?.message ?? `The provider answered with status ${status}.`;
  return {
    error: {
      message: scrub(message, apiKey),
      type:
        scrubWord(found?.type, apiKey) ??
        (status === 429 ? 'rate_limit_exceeded' : status >= 500 ? 'server_error' : 'invalid_request_error'),
      param: scrubWord(found?.param, apiKey) ?? null,
      code: scrubWord(found?.code, apiKey) ?? (status >= 500 ? 'upstream_error' : null),
    },
  };
}

interface ForeignError {
  readonly message?: string | undefined;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  readonly code?: string | undefined;
}

function parseError(text: string): ForeignError | undefined {
  let value: JsonValue;
  try {
    value = parseJson(text);
  } catch {
    // HTML and plain text name hosts and paths of the inside: nothing of them is shown.
    return undefined;
  }
  const first = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) return undefined;
  if (isObject(first.error)) return readFields(first.error);
  if (typeof first.error === 'string') return { ...readFields(first), message: first.error };
  return readFields(first);
}

function readFields(error: JsonObject): ForeignError {
  return {
    message: word(error.message) ?? detailText(error.detail) ?? word(error.error_description),
    type: word(error.type) ?? word(error.status),
    param: word(error.param),
    code: word(error.code) ?? (typeof error.code === 'number' ? String(error.code) : undefined),
  };
}

/** FastAPI: `detail` is a text or a list of `{loc, msg}`. */
function detailText(detail: JsonValue | undefined): string | undefined {
  if (typeof detail === 'string') return detail;
  if (!Array.isArray(detail)) return undefined;
  const parts = detail.flatMap((item) => {
    if (!isObject(item) || typeof item.msg !== 'string') return [];
    return [
      Array.isArray(item.loc)
        ? `${item.loc.filter((step) => typeof step !== 'object').join('.')}: ${item.msg}`
        : item.msg,
    ];
  });
  return parts.length === 0 ? undefined : parts.join('; ');
}

const word = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Keys and inner addresses do not leave: the credential of this call, anything shaped like a key, URLs, hosts and IP addresses. */
function scrub(text: string, apiKey: string | null): string {
  // Cut once more afterwards: half a key at the end would not be found.
  let clean = text.slice(0, MAX_READ);
  if (apiKey !== null && apiKey !== '') clean = clean.replaceAll(apiKey, '[redacted]');
  return clean
    .replace(/\b(?:sk|rk|pk|gsk|xai|key|Bearer)[-_ ][A-Za-z0-9*._-]{8,200}/g, '[redacted]')
    .replace(
      /\bhttps?:\/\/(?!(?:[a-z0-9-]{1,63}\.){0,4}(?:openai|azure|openrouter|groq|mistral|deepseek|x)\.(?:com|ai)\b)[^\s"'<>]{1,500}/gi,
      '[address]',
    )
    .replace(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?::\d{1,5})?\b/g, '[address]')
    .replace(/\[(?=[^\]:]{0,4}:[^\]:]{0,4}:)[0-9a-f:.]{2,45}\](?::\d{1,5})?/gi, '[address]')
    .replace(/\b(?:localhost|(?:[a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,62}):\d{2,5}\b/gi, '[address]')
    .replace(INNER_NAME, '[address]')
    .slice(0, MAX_MESSAGE);
}

/** Names that mean something inside a network only (RFC 6761, RFC 6762, RFC 9476 and ICANN's `internal`; Kubernetes' `svc.cluster.local`). */
const INNER_NAME =
  /\b(?:[a-z0-9_-]{1,63}\.){1,8}(?:internal|intranet|local|localdomain|localhost|lan|corp|home|private|svc)\b/gi;

const scrubWord = (value: string | undefined, apiKey: string | null): string | undefined =>
  value === undefined ? undefined : scrub(value, apiKey);
