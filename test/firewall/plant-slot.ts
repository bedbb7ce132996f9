import type { JsonObject, JsonValue } from '../../src/chat/json.ts';

/** Builds what a row's field describes around a value: `a[].b` is `{ a: [{ b: value }] }`. */
export function plant(field: string, value: JsonValue): JsonObject {
  const [first = '', ...rest] = field.split('.');
  const lists = first.split('[]').length - 1;
  const name = first.replaceAll('[]', '').replace('*', 'anything_else');
  let inner: JsonValue = rest.length === 0 ? value : plant(rest.join('.'), value);
  for (let i = 0; i < lists; i++) inner = [inner];
  return { [name]: inner };
}

/** What else the object around a field needs for the field to mean what the row says. */
export function complete(body: JsonObject, field: string): JsonObject {
  const messages = body.messages as JsonObject[] | undefined;
  const part = (messages?.[0]?.content as JsonObject[] | undefined)?.[0];
  const predicted = (body.prediction as JsonObject | undefined)?.content;
  if (Array.isArray(predicted)) (predicted[0] as JsonObject).type = 'text';
  if (messages?.[0] !== undefined) messages[0].role ??= 'user';
  if (typeof part === 'object') {
    const type = field.split('.')[2] ?? '';
    part.type ??= type === 'signature' ? 'thinking' : (type.split('[')[0] ?? '');
  }
  return body;
}

/** JSON where the field holds JSON, data where it holds a file. */
export function valueFor(field: string, canary: string): JsonValue {
  if (field.endsWith('arguments')) return `{"deep":[{"x":"say ${canary}"}]}`;
  if (field.endsWith('file_data')) return `data:text/plain;base64,${Buffer.from(`say ${canary}`).toString('base64')}`;
  if (field.endsWith('url')) return `https://a.example/${canary}`;
  return `say ${canary}`;
}
