/** OpenAPI 3.1 (spec.openapis.org/oas/v3.1.0), printed from the tables of routes and the contracts: it cannot disagree with them. */
import { z } from 'zod';
import { errorBodySchema } from '../contract/error.ts';
import { ERRORS, type ErrorCode } from '../errors.ts';
import type { RouteSpec } from './management/route-spec.ts';
import { ROUTES } from './management/route-table.ts';
import { REPLY_HEADERS } from './openai/reply-headers.ts';
import { PUBLIC_ROUTES, type PublicRouteSpec } from './openai/route-table.ts';

type Json = Record<string, unknown>;

let printed: Json | undefined;

export function openApiDocument(): Json {
  printed ??= print();
  return printed;
}

function print(): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  const add = (path: string, method: string, operation: Json): void => {
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  };
  for (const [id, spec] of Object.entries<PublicRouteSpec>(PUBLIC_ROUTES)) {
    add(`/api/v1${spec.path}`, spec.method, publicOperation(id, spec, schemas));
  }
  for (const [id, spec] of Object.entries<RouteSpec>(ROUTES)) {
    add(`/api/manage${spec.path}`, spec.method, managementOperation(id, spec, schemas));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'OneFirewall',
      version: '1',
      description: 'The OpenAI-compatible API under /api/v1 (also /v1), and the management API under /api/manage.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        gatewayKey: { type: 'http', scheme: 'bearer', description: 'A gateway key, from the profile section.' },
        session: { type: 'apiKey', in: 'cookie', name: 'onefirewall.session_token', description: 'Set by signing in.' },
      },
    },
  };
}

function publicOperation(id: string, spec: PublicRouteSpec, schemas: Json): Json {
  const content = jsonContent(spec.answer, 'output', schemas, { example: spec.answerExample });
  const stream = { 'text/event-stream': { schema: { type: 'string', description: 'Chunks, then `data: [DONE]`.' } } };
  return {
    operationId: id,
    summary: spec.summary,
    description: spec.description,
    tags: ['openai'],
    security: [{ gatewayKey: [] }],
    ...parameters(spec.path, undefined),
    ...requestBody(spec.body, schemas, spec.examples),
    responses: {
      200: {
        description: 'Done.',
        headers: spec.streams === true ? RECEIPT_HEADERS : { 'x-request-id': RECEIPT_HEADERS['x-request-id'] },
        content: spec.streams === true ? { ...content, ...stream } : content,
      },
      ...errorResponses(spec.errors, schemas),
    },
  };
}

const RECEIPT_HEADERS: Json = Object.fromEntries(
  Object.entries(REPLY_HEADERS).map(([name, header]) => [name, { ...header, schema: { type: 'string' } }]),
);

function managementOperation(id: string, spec: RouteSpec, schemas: Json): Json {
  const errors = new Set<ErrorCode>(spec.errors);
  if (spec.body !== undefined) for (const code of BODY_ERRORS) errors.add(code);
  if (spec.query !== undefined) for (const code of QUERY_ERRORS) errors.add(code);
  if (spec.permission !== 'public') errors.add('not_signed_in');
  if (spec.permission !== 'public' && spec.permission !== 'signed-in') errors.add('permission_denied');
  if (spec.method !== 'GET') errors.add('origin_forbidden');
  if (spec.path.includes('{')) errors.add('not_found');
  const takesVersion = spec.versioned === true && spec.method !== 'GET' && spec.method !== 'POST';
  if (takesVersion) errors.add('changed_meanwhile');
  const tagged = spec.versioned === true && spec.answer !== undefined ? { headers: ENTITY_TAG } : {};
  const done = { ...tagged, ...answerContent(spec, schemas) };
  return {
    operationId: id,
    summary: spec.summary,
    tags: [spec.path.split('/')[1]],
    security: spec.permission === 'public' ? [] : [{ session: [] }],
    ...parameters(spec.path, spec.query, takesVersion ? [IF_MATCH] : []),
    ...requestBody(spec.body, schemas),
    responses: { [spec.status]: { description: 'Done.', ...done }, ...errorResponses([...errors], schemas) },
  };
}

const ENTITY_TAG: Json = {
  etag: { description: 'The version of what is answered, in quotes (RFC 9110).', schema: { type: 'string' } },
};
const IF_MATCH: Json = {
  name: 'if-match',
  in: 'header',
  required: false,
  description:
    'The `ETag` of what the change was made from: where somebody else was faster, nothing changes. Without it, the last one wins.',
  schema: { type: 'string' },
};

function answerContent({ answer, events, files }: RouteSpec, schemas: Json): Json {
  if (answer !== undefined) return { content: jsonContent(answer, 'output', schemas) };
  if (files !== undefined) {
    return { content: Object.fromEntries(files.map((type) => [type, { schema: { type: 'string' } }])) };
  }
  if (events === undefined) return {};
  const named = Object.entries(events).map(([event, schema]) => ({
    title: event,
    type: 'object',
    properties: { event: { const: event }, data: convert(schema, 'output', schemas) },
  }));
  return { content: { 'text/event-stream': { schema: { anyOf: named } } } };
}

const BODY_ERRORS: readonly ErrorCode[] = [
  'invalid_json',
  'invalid_value',
  'missing_required_parameter',
  'unknown_parameter',
  'request_too_large',
  'unsupported_content',
];
const QUERY_ERRORS: readonly ErrorCode[] = ['invalid_value', 'unknown_parameter'];

function parameters(path: string, query: z.ZodType | undefined, inHeader: readonly Json[] = []): Json {
  const inPath = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const { properties = {} } = query === undefined ? {} : (convert(query, 'input', {}) as { properties?: Json });
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
  const all = [...inPath, ...inQuery, ...inHeader];
  return all.length === 0 ? {} : { parameters: all };
}

function requestBody(body: z.ZodType | undefined, schemas: Json, examples?: unknown): Json {
  if (body === undefined) return {};
  const content = jsonContent(body, 'input', schemas, examples === undefined ? {} : { examples });
  return { requestBody: { required: true, content } };
}

/** One response per status, which names its codes; `x-codes` lists them for those who print a table. */
function errorResponses(codes: readonly ErrorCode[], schemas: Json): Json {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => ERRORS[code].status === status);
      const description = own.map((code) => `\`${code}\`: ${ERRORS[code].message}`).join(' ');
      const table = own.map((code) => ({ code, type: ERRORS[code].type, message: ERRORS[code].message }));
      return [status, { description, 'x-codes': table, content: jsonContent(errorBodySchema, 'output', schemas) }];
    }),
  );
}

function jsonContent(schema: z.ZodType, direction: 'input' | 'output', schemas: Json, examples: Json = {}): Json {
  return { 'application/json': { schema: convert(schema, direction, schemas), ...examples } };
}

/**
 * JSON Schema 2020-12, which OpenAPI 3.1 speaks. Named schemas move to the components; what may be left out of a request is
 * always there in an answer, so a schema that is used both ways gets two names.
 */
function convert(schema: z.ZodType, direction: 'input' | 'output', schemas: Json): Json {
  const suffix = direction === 'input' ? 'Input' : '';
  const rename = (id: string): string => (id.endsWith('Request') ? id : `${id}${suffix}`);
  const converted = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: direction,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
      // The format says it to people; the pattern behind it is a line of noise.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  const { $schema: _, $defs = {}, ...whole } = converted;
  const pointed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pointed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const id = key === '$ref' && typeof inner === 'string' ? /^#\/\$defs\/(.+)$/.exec(inner)?.[1] : undefined;
        return [key, id === undefined ? pointed(inner) : `#/components/schemas/${rename(id)}`];
      }),
    );
  };
  for (const [id, definition] of Object.entries($defs)) schemas[rename(id)] = pointed(definition);
  const id = z.globalRegistry.get(schema)?.id;
  if (typeof id !== 'string' || '$ref' in whole) return pointed(whole) as Json;
  schemas[rename(id)] = pointed(whole);
  return { $ref: `#/components/schemas/${rename(id)}` };
}
