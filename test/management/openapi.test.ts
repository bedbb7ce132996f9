import { describe, expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';
import { chatRequestSchema } from '../../src/contract/chat.ts';
import { ERRORS, type ErrorCode } from '../../src/errors.ts';
import type { RouteSpec } from '../../src/http/management/route-spec.ts';
import { ROUTES } from '../../src/http/management/route-table.ts';
import { REPLY_HEADERS } from '../../src/http/openai/reply-headers.ts';
import { PUBLIC_ROUTES, type PublicRouteSpec } from '../../src/http/openai/route-table.ts';
import { openApiDocument } from '../../src/http/openapi.ts';
import { startManagement } from '../support/management.ts';
import { readSources } from '../support/source-tree.ts';

type Json = Record<string, unknown>;

interface Operation {
  readonly operationId: string;
  readonly security: readonly Json[];
  readonly responses: Record<string, { readonly description: string; readonly content?: Json }>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const document = openApiDocument() as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the OpenAPI document', () => {
  test('has every route of the tables, each with a name of its own', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations).toHaveLength(Object.keys(ROUTES).length + 3);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    expect(document.paths['/api/v1/chat/completions']?.post?.security).toEqual([{ gatewayKey: [] }]);
  });

  test('every reference leads to a schema that is one', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');
    expect(references.length).toBeGreaterThan(100);
    for (const target of references) {
      const schema = document.components.schemas[target.replace('#/components/schemas/', '')];
      expect(schema).toBeDefined();
      expect(schema).not.toHaveProperty('$ref');
    }
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  test('what has a version says so, and takes one with a change', () => {
    const versioned = Object.entries<RouteSpec>(ROUTES).filter(([, spec]) => spec.versioned);
    expect(versioned.map(([id]) => id)).toContain('updateWorkspace');
    for (const [id, spec] of versioned) {
      const operation = operations.find((one) => one.operation.operationId === id)?.operation;
      const changes = spec.method !== 'GET' && spec.method !== 'POST';
      expect((operation?.parameters ?? []).some(({ name }) => name === 'if-match')).toBe(changes);
      expect(operation?.responses).toHaveProperty(changes ? '412' : String(spec.status));
      if (spec.answer === undefined) continue;
      expect(JSON.stringify(operation?.responses[spec.status])).toContain('"etag"');
    }
  });

  test('every parameter of a path is described, and every error has the envelope', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name);
      expect((operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(
        named as string[],
      );
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        expect(JSON.stringify(response.content)).toContain('#/components/schemas/Error');
      }
    }
  });

  test('what may be left out of a request is there in an answer', () => {
    const { WorkspaceSettings, WorkspaceSettingsInput } = document.components.schemas;
    expect(WorkspaceSettings?.required).toContain('pii');
    expect(WorkspaceSettingsInput?.required ?? []).not.toContain('pii');
  });
});

describe('the public API as it is printed', () => {
  const chat = document.paths['/api/v1/chat/completions']?.post;

  test('examples are requests and answers that the contract accepts', () => {
    for (const { value } of Object.values(PUBLIC_ROUTES.createChatCompletion.examples)) chatRequestSchema.parse(value);
    for (const { answer, answerExample } of Object.values<PublicRouteSpec>(PUBLIC_ROUTES)) answer.parse(answerExample);
    expect(JSON.stringify(chat)).toContain(JSON.stringify(PUBLIC_ROUTES.createChatCompletion.answerExample));
  });

  test('every error is in a table with its type and text', () => {
    for (const { operation } of operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        const codes = (response as Json)['x-codes'] as { code: ErrorCode; type: string; message: string }[];
        expect(codes.length).toBeGreaterThan(0);
        for (const { code, type, message } of codes) {
          const { status: own, ...rest } = ERRORS[code];
          expect({ own: String(own), ...rest }).toEqual({ own: status, type, message } as never);
        }
      }
    }
  });

  test('names no error that nothing throws, and the page for clients neither', () => {
    const code = readSources('src/**/*.ts')
      .filter(({ path }) => !/errors\.ts$|route-table\.ts$/.test(path))
      .map((file) => file.code)
      .join('\n');
    const page = [...readFileSync('docs/clients.md', 'utf8').matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, name]) => name);
    const named = Object.values<PublicRouteSpec>(PUBLIC_ROUTES).flatMap(({ errors }) => errors as readonly string[]);
    const told = page.filter((name) => Object.hasOwn(ERRORS, name ?? '') && name !== undefined);
    for (const name of [...named, ...told]) expect(code).toContain(`'${name}'`);
    expect(named).toEqual(expect.arrayContaining(told));
  });

  test('headers are those of the documentation and of the receipt', () => {
    const names = (text: string) => [...text.matchAll(/['`](x-onefirewall-[a-z]+)['`]/g)].map(([, name]) => name ?? '');
    const printed = Object.keys(REPLY_HEADERS).filter((name) => name.startsWith('x-onefirewall'));
    const page = names(readFileSync('docs/placeholders.md', 'utf8'));
    const written = names(readFileSync('src/request-path/receipt.ts', 'utf8'));
    expect(new Set(page)).toEqual(new Set(printed));
    expect(printed).toEqual(expect.arrayContaining(written));
  });
});

describe('every management route', () => {
  test('is closed to who is not signed in, unless the table says public', async () => {
    const api = await startManagement();
    const open: string[] = [];
    const named: string[] = [];
    for (const { method, path, permission } of Object.values<RouteSpec>(ROUTES)) {
      const route = `${method} ${path.replaceAll(/\{[a-z]+\}/g, 'x')}`;
      if (permission === 'public') named.push(route);
      const { status } = await api.call('nobody', route, method === 'GET' || method === 'DELETE' ? {} : { body: {} });
      if (status !== 401) open.push(route);
    }
    expect(open).toEqual(named);
    expect(named).toEqual([
      'GET /sign-in-options',
      'POST /session',
      'POST /session/second-factor',
      'POST /session/openid',
      'POST /session/openid/finish',
      'POST /sign-in-links/read',
      'POST /sign-in-links/consume',
    ]);
    await api.close();
  });
});
