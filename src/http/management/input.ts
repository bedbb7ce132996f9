/** Bodies and queries, parsed at the edge. The first problem is reported, with the field it is about. */
import type { z } from 'zod';
import { GatewayError } from '../../errors.ts';
import { readBody } from '../read-body.ts';

/** Bytes; the largest settings a workspace may have fit. */
const MAX_BODY = 4 * 1024 * 1024;

/** @throws GatewayError unsupported_content, request_too_large, invalid_json, invalid_value ... */
export async function parseBody(request: Request, schema: z.ZodType): Promise<unknown> {
  // A page of another site can send a form or plain text without asking; JSON it cannot (fetch.spec.whatwg.org, CORS-safelisted).
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new GatewayError('unsupported_content', { message: 'Send JSON with content-type application/json.' });
  }
  const text = await readBody(request, MAX_BODY);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new GatewayError('invalid_json', { cause: error });
  }
  return parse(body, schema);
}

/** @throws GatewayError invalid_value, unknown_parameter */
export function parseQuery(query: Readonly<Record<string, string>>, schema: z.ZodType): unknown {
  return parse(query, schema);
}

function parse(value: unknown, schema: z.ZodType): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw describe(result.error.issues[0], value);
}

function describe(issue: z.core.$ZodIssue | undefined, value: unknown): GatewayError {
  const param = fieldName(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    const unknown = fieldName([...issue.path, ...issue.keys.slice(0, 1)]);
    return new GatewayError('unknown_parameter', { message: `${unknown} is not a parameter here.`, param: unknown });
  }
  if (issue?.code === 'invalid_type' && issue.path.length > 0 && valueAt(value, issue.path) === undefined) {
    return new GatewayError('missing_required_parameter', { message: `${param} is missing.`, param });
  }
  const message = issue === undefined ? undefined : `${param === null ? '' : `${param}: `}${issue.message}`;
  return new GatewayError('invalid_value', { param, ...(message === undefined ? {} : { message }) });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

/** `settings.targets[0].model`; null for the whole. */
function fieldName(path: readonly PropertyKey[]): string | null {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name === '' ? null : name.replace(/^\./, '');
}
