import { withSystemRoles } from '../../chat/deferred-json.ts';
import { isObject, type JsonObject } from '../../chat/json.ts';
import type { ProviderQuirks } from '../../contract/provider.ts';

/** Where a provider departs from OpenAI's chat completions, as data. */
export interface Quirks {
  readonly authHeader: string;
  readonly path: string;
  readonly streamUsage: boolean;
  readonly webSearch: 'none' | 'web_search_options' | 'openrouter_plugin';
  readonly maxTokensField?: 'max_tokens' | 'max_completion_tokens' | undefined;
  readonly developerRole?: 'developer' | 'system' | undefined;
}

const STANDARD: Quirks = {
  authHeader: 'authorization',
  path: '/chat/completions',
  streamUsage: true,
  webSearch: 'none',
};

/** By host of the base URL, from the vendors' API references. A host that is not here is taken to be standard. */
const BY_HOST: readonly (readonly [host: string, quirks: Partial<Quirks>])[] = [
  // learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle (the v1 API takes its key in `api-key`)
  ['.openai.azure.com', { authHeader: 'api-key' }],
  ['.services.ai.azure.com', { authHeader: 'api-key' }],
  // platform.openai.com/docs/guides/tools-web-search (chat completions with a search model)
  ['api.openai.com', { webSearch: 'web_search_options' }],
  // openrouter.ai/docs/features/web-search
  ['openrouter.ai', { webSearch: 'openrouter_plugin' }],
  // docs.mistral.ai/api: usage comes with the last chunk by itself, unknown parameters are refused, no developer role
  ['api.mistral.ai', { streamUsage: false, developerRole: 'system', maxTokensField: 'max_tokens' }],
  // api-docs.deepseek.com: roles are system, user, assistant and tool
  ['api.deepseek.com', { developerRole: 'system', maxTokensField: 'max_tokens' }],
];

export function quirksFor(baseUrl: string, declared: ProviderQuirks): Quirks {
  const host = new URL(baseUrl).hostname;
  const known = BY_HOST.find(([name]) => host === name || (name.startsWith('.') && host.endsWith(name)));
  const set = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined));
  return { ...STANDARD, ...known?.[1], ...set };
}

/** What lets each kind of provider search the web. */
export const WEB_SEARCH_FIELDS: Readonly<Record<Quirks['webSearch'], JsonObject>> = {
  none: {},
  web_search_options: { web_search_options: {} },
  openrouter_plugin: { plugins: [{ id: 'web' }] },
};

/** A request as this provider wants it: the model's own name, usage in streams, renamed fields and roles. */
export function applyQuirks(
  request: Readonly<JsonObject>,
  quirks: Quirks,
  call: { readonly model: string; readonly stream: boolean; readonly webSearch: boolean },
): JsonObject {
  const body: JsonObject = { ...request, model: call.model };
  if (call.webSearch) Object.assign(body, WEB_SEARCH_FIELDS[quirks.webSearch]);
  if (quirks.maxTokensField !== undefined) renameLimit(body, quirks.maxTokensField);
  if (quirks.developerRole === 'system') body.messages = withoutDeveloper(body.messages);
  if (!call.stream) return body;
  if (quirks.streamUsage) body.stream_options = { ...asObject(body.stream_options), include_usage: true };
  else delete body.stream_options;
  return body;
}

function renameLimit(body: JsonObject, field: 'max_tokens' | 'max_completion_tokens'): void {
  const other = field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
  if (body[other] === undefined) return;
  body[field] ??= body[other];
  delete body[other];
}

function withoutDeveloper(messages: JsonObject[string]): JsonObject[string] {
  if (!Array.isArray(messages)) return withSystemRoles(messages) ?? messages;
  return messages.map((message) =>
    asObject(message).role === 'developer' ? { ...asObject(message), role: 'system' } : message,
  );
}

const asObject = (value: JsonObject[string]): JsonObject => (isObject(value) ? value : {});
