import { isObject, type JsonObject, type JsonValue, parseJson } from '../chat/json.ts';
import { PII_MODES, type PiiMode } from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';
import { decodeUtf8 } from '../platform/utf8.ts';

/** What the request path decides by: plain data of a known size. */
export interface ChatHead {
  /** The workspace asked for. */
  readonly model: string;
  readonly stream: boolean;
  /** The client asked for the usage chunk at the end of a stream. */
  readonly includeUsage: boolean;
  /** Undefined where the caller left it to the workspace's default. */
  readonly pii: PiiMode | undefined;
  readonly webSearch: boolean;
}

/** A chat completion request as it came, parsed and checked as far as we use it. Every other field is kept as it is. */
export interface ChatRequest extends ChatHead {
  /** OpenAI's part of the body: ours (`pii`, `system`, `web_search`) are taken out. */
  readonly body: JsonObject;
  /** Instead of the workspace's persona. */
  readonly system: string | undefined;
}

const ROLES = new Set(['developer', 'system', 'user', 'assistant', 'tool', 'function']);

/** `receiveChatRequest` for UTF-8 bytes. */
export function receiveChatBytes(bytes: Uint8Array): ChatRequest {
  let text: string;
  try {
    text = decodeUtf8(bytes);
  } catch {
    throw new GatewayError('invalid_json', { message: 'The request body is not valid UTF-8.' });
  }
  return receiveChatRequest(text);
}

/** Parses and validates a body. Throws GatewayError that names the field. */
export function receiveChatRequest(text: string): ChatRequest {
  const parsed = parse(text);
  if (!isObject(parsed)) {
    throw new GatewayError('invalid_json', { message: 'The request body must be a JSON object.' });
  }
  const { pii, system, web_search: webSearch, ...body } = parsed;
  const { model, messages, stream, stream_options: streamOptions } = body;
  if (model === undefined || model === null) throw missing('model', 'Give the name of a workspace as `model`.');
  if (typeof model !== 'string' || model === '') throw invalid('model', '`model` must be the name of a workspace.');
  checkMessages(messages);
  if (stream !== undefined && stream !== null && typeof stream !== 'boolean') {
    throw invalid('stream', '`stream` must be true or false.');
  }
  if (streamOptions !== undefined && streamOptions !== null) {
    if (!isObject(streamOptions)) throw invalid('stream_options', '`stream_options` must be an object.');
    if (stream !== true) throw invalid('stream_options', '`stream_options` is only allowed when `stream` is true.');
  }
  if (pii !== undefined && !isPiiMode(pii)) {
    throw invalid('pii', '`pii` must be one of `disabled`, `obfuscate` and `block`.');
  }
  if (system !== undefined && system !== null && typeof system !== 'string') {
    throw invalid('system', '`system` must be a string.');
  }
  if (webSearch !== undefined && webSearch !== null && typeof webSearch !== 'boolean') {
    throw invalid('web_search', '`web_search` must be true or false.');
  }
  return {
    body,
    model,
    stream: stream === true,
    includeUsage: isObject(streamOptions) && streamOptions.include_usage === true,
    pii,
    system: typeof system === 'string' ? system : undefined,
    webSearch: webSearch === true,
  };
}

function parse(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch {
    // The engine's message quotes the text it stumbled over.
    throw new GatewayError('invalid_json', {
      message: text === '' ? 'The request body is empty; send a JSON object.' : 'The request body is not valid JSON.',
    });
  }
}

function checkMessages(messages: JsonValue | undefined): void {
  if (messages === undefined || messages === null) throw missing('messages', 'Give the conversation as `messages`.');
  if (!Array.isArray(messages)) throw invalid('messages', '`messages` must be an array of messages.');
  if (messages.length === 0) throw invalid('messages', '`messages` must hold at least one message.');
  for (let i = 0; i < messages.length; i++) {
    const message = messages[i];
    if (!isObject(message)) throw invalid(`messages[${i}]`, `\`messages[${i}]\` must be an object.`);
    if (message.role === undefined) throw missing(`messages[${i}].role`, `\`messages[${i}].role\` is missing.`);
    if (typeof message.role !== 'string' || !ROLES.has(message.role)) {
      throw invalid(
        `messages[${i}].role`,
        `\`messages[${i}].role\` must be one of developer, system, user, assistant, tool and function.`,
      );
    }
    const { content } = message;
    if (content !== undefined && content !== null && typeof content !== 'string' && !Array.isArray(content)) {
      throw invalid(`messages[${i}].content`, `\`messages[${i}].content\` must be a string or an array of parts.`);
    }
    if (Array.isArray(content)) {
      for (let part = 0; part < content.length; part++) {
        if (!isObject(content[part]) && typeof content[part] !== 'string') {
          throw invalid(`messages[${i}].content[${part}]`, `\`messages[${i}].content[${part}]\` must be an object.`);
        }
      }
    }
  }
}

function isPiiMode(value: JsonValue): value is PiiMode {
  return typeof value === 'string' && (PII_MODES as readonly string[]).includes(value);
}

const invalid = (param: string, message: string) => new GatewayError('invalid_value', { param, message });
const missing = (param: string, message: string) => new GatewayError('missing_required_parameter', { param, message });
