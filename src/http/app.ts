import { GatewayError } from '../errors.ts';
import { describeError, type Log } from '../platform/log.ts';
import { newRequestId } from '../platform/request-id.ts';
import type { ChatGate } from '../request-path/chat-completion.ts';
import { commonHeaders } from './common-headers.ts';
import { errorResponse } from './error-response.ts';
import { chatCompletions } from './openai/chat-completions.ts';
import { getModel, listModels, type ModelsDependencies } from './openai/models.ts';
import { readBytes } from './read-body.ts';
import { type BunServer, clientAddress, IDLE_SECONDS, type RequestFacts } from './request-facts.ts';

export interface AppDependencies extends ModelsDependencies {
  readonly gate: ChatGate;
  readonly maxBodyBytes: number;
  readonly trustProxy: boolean;
  /** Everything under /api/manage. */
  readonly manage: (request: Request, facts: RequestFacts) => Response | Promise<Response>;
  /** Resolves when requests can be served; rejects with the reason. */
  readonly ready: () => Promise<void>;
  /** Undefined where metrics are switched off. */
  readonly printMetrics: (() => string) | undefined;
  readonly openApi: () => unknown;
  readonly seen: (group: string, status: number) => void;
  readonly log: Log;
}

export type App = (request: Request, server?: BunServer) => Promise<Response>;

/** The table of contents: which path is whose. Everything not named here is a 404 in the envelope. */
export function createApp(deps: AppDependencies): App {
  return async (request, server) => {
    const facts = { requestId: newRequestId(), clientAddress: clientAddress(request, server, deps.trustProxy) };
    const path = pathOf(request.url);
    let response: Response;
    try {
      response = await dispatch(path, request, server, facts, deps);
    } catch (error) {
      response = request.signal.aborted ? nobodyThere() : errorResponse(error, facts.requestId, deps.log);
    }
    const group = groupOf(path);
    deps.seen(group, response.status);
    // Chat completions and errors are made with them.
    if (group !== 'chat')
      for (const [name, value] of Object.entries(commonHeaders(facts.requestId))) response.headers.set(name, value);
    return response;
  };
}

/** Whoever leaves, be it while his body is read, is no failure of ours, and hears no answer: nginx's status, for the metrics. */
const nobodyThere = (): Response => new Response(null, { status: 499 });

async function dispatch(
  path: string,
  request: Request,
  server: BunServer | undefined,
  facts: RequestFacts,
  deps: AppDependencies,
): Promise<Response> {
  const inner = underBase(path);
  if (inner !== undefined) return publicApi(inner, request, server, facts, deps);
  if (path.startsWith('/api/manage/')) {
    if (path === '/api/manage/playground') server?.timeout(request, 0);
    return deps.manage(request, facts);
  }
  switch (path) {
    case '/health/live':
      return Response.json({ status: 'ok' });
    case '/health/ready':
      return readiness(deps);
    case '/metrics':
      if (deps.printMetrics === undefined) break;
      return new Response(deps.printMetrics(), {
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      });
    case '/api/openapi.json':
      return Response.json(deps.openApi());
  }
  throw new GatewayError('unknown_url', { message: 'There is nothing at this URL.' });
}

async function publicApi(
  path: string,
  request: Request,
  server: BunServer | undefined,
  facts: RequestFacts,
  deps: AppDependencies,
): Promise<Response> {
  if (path === '/chat/completions') {
    requireMethod(request, 'POST');
    const readBody = async (): Promise<Uint8Array> => {
      const bytes = await readBytes(request, deps.maxBodyBytes);
      // A provider may think for minutes: from here on our own time-outs end a call, not the socket's. It ends a body that stops coming.
      server?.timeout(request, 0);
      return bytes;
    };
    // The connection outlives the call: one that is left alone is closed again.
    const answered = (): void => server?.timeout(request, IDLE_SECONDS);
    try {
      return await chatCompletions(request, facts, { gate: deps.gate, readBody, answered });
    } catch (error) {
      answered();
      throw error;
    }
  }
  if (path === '/models') {
    requireMethod(request, 'GET');
    return listModels(request.headers.get('authorization'), facts.clientAddress, deps);
  }
  if (path.startsWith('/models/')) {
    requireMethod(request, 'GET');
    return getModel(
      decodeName(path.slice('/models/'.length)),
      request.headers.get('authorization'),
      facts.clientAddress,
      deps,
    );
  }
  throw new GatewayError('unknown_url', {
    message: 'Unknown request URL. This API has GET /models, GET /models/{workspace} and POST /chat/completions.',
  });
}

/** The path after `/api/v1` or `/v1`; undefined elsewhere. */
function underBase(path: string): string | undefined {
  for (const base of ['/api/v1', '/v1']) {
    if (path === base) return '/';
    if (path.startsWith(base) && path.charCodeAt(base.length) === 47) return path.slice(base.length);
  }
  return undefined;
}

function requireMethod(request: Request, method: 'GET' | 'POST'): void {
  if (request.method === method || (method === 'GET' && request.method === 'HEAD')) return;
  throw new GatewayError('method_not_allowed', {
    message: `Use ${method} here.`,
    headers: { allow: method },
  });
}

/** The path of an absolute URL, without parsing the rest of it. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start === -1) return '/';
  let end = url.indexOf('?', start);
  if (end === -1) end = url.indexOf('#', start);
  return end === -1 ? url.slice(start) : url.slice(start, end);
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

async function readiness(deps: AppDependencies): Promise<Response> {
  try {
    await deps.ready();
    return Response.json({ status: 'ok' });
  } catch (error) {
    deps.log.warn('health.not_ready', describeError(error));
    return Response.json({ status: 'unavailable' }, { status: 503 });
  }
}

/** A closed set, for the metrics. */
function groupOf(path: string): string {
  if (path === '/api/v1/chat/completions' || path === '/v1/chat/completions') return 'chat';
  if (path.includes('/v1/models')) return 'models';
  return path.startsWith('/api/manage') ? 'manage' : 'other';
}
