import { queryOptions } from '@tanstack/react-query';
import { text } from '../text/en.ts';
import { ApiError } from './call.ts';

/** Of the OpenAPI document what the page shows. It is printed from the server's own tables, so it is what runs here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Reply>>;
}

export interface Reply {
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly example: string }>>;
  readonly content?: Content;
  readonly 'x-codes'?: readonly ErrorRow[];
}

export interface ErrorRow {
  readonly code: string;
  readonly type: string;
  readonly message: string;
}

export interface Content {
  readonly 'application/json'?: {
    readonly schema: Schema;
    readonly example?: unknown;
    readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
  };
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export const openApiQuery = queryOptions({
  queryKey: ['openapi'],
  staleTime: Number.POSITIVE_INFINITY,
  async queryFn(): Promise<OpenApi> {
    const response = await fetch('/api/openapi.json').catch(() => undefined);
    if (response?.ok === true) return (await response.json()) as OpenApi;
    const message = response === undefined ? text.errors.unreachable : text.errors.unexpected(response.status);
    throw new ApiError(response?.status ?? 0, { message, code: null, param: null });
  },
});

/** The schema itself where it is named elsewhere. */
export function resolve(schema: Schema, { components }: OpenApi): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : (components.schemas[name] ?? schema);
}

/** `string`, `"disabled" | "obfuscate"`, `object[]`: a type in a word or two. */
export function typeWord(schema: Schema, document: OpenApi): string {
  const { type, enum: values, anyOf, items } = resolve(schema, document);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (anyOf !== undefined) return [...new Set(anyOf.map((each) => typeWord(each, document)))].join(' | ');
  if (items !== undefined) return `${typeWord(items, document)}[]`;
  return typeof type === 'string' ? type : (type?.join(' | ') ?? 'any');
}
