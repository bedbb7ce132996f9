/** Asks a provider for its models, to see whether it can be reached and takes the credential. Nothing it says is passed on but their names. */
import type { CONNECTION_RESULTS, ConnectionTest, ProviderConnection } from '../contract/provider.ts';
import type { HttpClient } from '../platform/http-client.ts';
import { quirksFor } from './openai-compatible/quirks.ts';

export type TestedConnection = Omit<ProviderConnection, 'id' | 'name'>;

export type ConnectionTester = (connection: TestedConnection) => Promise<ConnectionTest>;

type Result = (typeof CONNECTION_RESULTS)[number];

/** Milliseconds for the whole test, and characters of an answer. */
const DEADLINE = 10_000;
const MAX_ANSWER = 4 * 1024 * 1024;
const MAX_MODELS = 500;
const MAX_NAME = 200;

export function createConnectionTester(http: HttpClient, deadline: number = DEADLINE): ConnectionTester {
  return async (connection) => {
    const startedAt = performance.now();
    const answer = await ask(connection, http, deadline);
    return { ...answer, milliseconds: Math.round(performance.now() - startedAt) };
  };
}

type Answer = Omit<ConnectionTest, 'milliseconds'>;

async function ask(connection: TestedConnection, http: HttpClient, deadline: number): Promise<Answer> {
  if (connection.kind === 'echo' || connection.baseUrl === null) return answer('reached', null);
  const quirks = quirksFor(connection.baseUrl, connection.quirks);
  const apiKey = connection.apiKey();
  const headers: Record<string, string> = {
    ...connection.headers,
    accept: 'application/json',
    'user-agent': 'OneFirewall',
  };
  if (apiKey !== null) {
    headers[quirks.authHeader] = quirks.authHeader === 'authorization' ? `Bearer ${apiKey}` : apiKey;
  }
  const signal = AbortSignal.timeout(deadline);
  try {
    const response = await http.send({
      url: `${connection.baseUrl.replace(/\/+$/, '')}/models`,
      method: 'GET',
      headers,
      signal,
      internal: connection.internal,
      connectTimeoutMs: deadline,
    });
    const { status } = response;
    if (status !== 200) {
      await response.body?.cancel();
      return answer(RESULTS[status] ?? 'unusable_answer', status);
    }
    const models = namesIn(await readStart(response.body));
    return models === undefined ? answer('unusable_answer', status) : answer('reached', status, models);
  } catch (error) {
    if (signal.aborted) return answer('timeout', null);
    return answer(FAILURES[String(field(error, 'reason'))] ?? 'unusable_answer', null);
  }
}

const answer = (result: Result, status: number | null, models: string[] = []): Answer => ({ result, status, models });

/** 429: it knows who is asking, and is asked too often. */
const RESULTS: Readonly<Record<number, Result>> = {
  401: 'wrong_key',
  403: 'wrong_key',
  404: 'not_found',
  405: 'not_found',
  429: 'reached',
};

/** By the reason of an OutgoingFailure. */
const FAILURES: Readonly<Record<string, Result>> = {
  address_refused: 'forbidden_address',
  unreachable: 'refused',
  connect_timeout: 'timeout',
  aborted: 'timeout',
};

async function readStart(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const segment of body ?? []) {
    text += decoder.decode(segment, { stream: true });
    if (text.length > MAX_ANSWER) return '';
  }
  return text;
}

/** OpenAI's list (`data`), or a bare one as some servers give; undefined for anything else. */
function namesIn(text: string): string[] | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = Array.isArray(body) ? body : field(body, 'data');
  if (!Array.isArray(list)) return undefined;
  const names = list
    .map((model: unknown) => (typeof model === 'string' ? model : field(model, 'id')))
    .filter((name): name is string => typeof name === 'string' && name !== '' && name.length <= MAX_NAME);
  return [...new Set(names)].sort().slice(0, MAX_MODELS);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
