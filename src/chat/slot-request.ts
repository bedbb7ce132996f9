import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { content } from './slot-part.ts';
import { type Place, placeIn } from './slot-place.ts';
import {
  anything,
  blob,
  each,
  type Field,
  type Fields,
  fieldsOf,
  identifier,
  name,
  number,
  type SlotAuthor,
  type SlotVisitor,
  token,
  walkFields,
} from './slot-visitor.ts';

/** Reports every string of a chat completion request in document order. Throws `NestingTooDeep`. */
export function walkRequest(body: JsonObject, visit: SlotVisitor): void {
  walkFields(body, null, 'caller', { fields: BODY, visit });
}

const messages: Field = (place, value, author, visit) => {
  if (!Array.isArray(value)) anything(place, value, author, visit);
  else for (let i = 0; i < value.length; i++) message(placeIn(value, i, place), value[i] ?? null, i, visit);
};

function message(place: Place, value: JsonValue, flow: number, visit: SlotVisitor): void {
  if (!isObject(value)) {
    anything(place, value, 'caller', visit);
    return;
  }
  const author = authorOf(value.role);
  for (const key of Object.keys(value)) {
    const field = value[key] ?? null;
    name(value, key, { up: place, author, visit });
    if (key === 'content') content(placeIn(value, key, place), field, author, { flow, visit });
    else if (field !== null) (MESSAGE.get(key) ?? anything)(placeIn(value, key, place), field, author, visit);
  }
}

/** Roles of OpenAI's API; an unknown role is not taken for the caller's word. */
function authorOf(role: unknown): SlotAuthor {
  if (role === 'system' || role === 'developer' || role === 'user') return 'caller';
  return role === 'assistant' ? 'model' : 'tool';
}

/** A string of JSON; a value that is already parsed (some clients send it so) is read as it is. */
const jsonText: Field = (place, value, author, visit) => {
  if (typeof value === 'string') visit.json(place, value, author);
  else anything(place, value, author, visit);
};

const functionCall: Field = fieldsOf(
  new Map([
    ['name', token],
    ['arguments', jsonText],
  ]),
);

const toolCall: Field = fieldsOf(
  new Map([
    ['id', identifier],
    ['type', token],
    ['function', functionCall],
    ['custom', fieldsOf(new Map([['name', token]]))],
  ]),
);

/** JSON Schema (2020-12): words of the schema are structure, what it says of values is text. Property names are keys of `properties`. */
const schema: Field = (place, value, author, visit) => {
  if (!isObject(value)) return anything(place, value, author, visit);
  for (const key of Object.keys(value)) {
    const inner = placeIn(value, key, place);
    const field = value[key] ?? null;
    name(value, key, { up: place, author, visit });
    if (SCHEMA_WORDS.has(key)) words(inner, field, author, visit);
    else if (SCHEMA_MAPS.has(key)) namedSchemas(inner, field, author, visit);
    else if (SCHEMA_LISTS.has(key)) each(schema)(inner, field, author, visit);
    else if (SCHEMAS.has(key)) schema(inner, field, author, visit);
    else anything(inner, field, author, visit);
  }
};

const SCHEMA_WORDS: ReadonlySet<string> = new Set([
  'type',
  'format',
  '$ref',
  '$schema',
  '$id',
  '$anchor',
  'required',
  'contentEncoding',
]);
const SCHEMA_MAPS: ReadonlySet<string> = new Set([
  'properties',
  '$defs',
  'definitions',
  'patternProperties',
  'dependentSchemas',
]);
const SCHEMA_LISTS: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const SCHEMAS: ReadonlySet<string> = new Set([
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
]);

/** One word or a list of words. */
const words: Field = (place, value, author, visit) =>
  Array.isArray(value) ? each(token)(place, value, author, visit) : token(place, value, author, visit);

const namedSchemas: Field = (place, value, author, visit) => {
  if (!isObject(value)) return anything(place, value, author, visit);
  for (const key of Object.keys(value)) {
    const inner = placeIn(value, key, place);
    name(value, key, { up: place, author, visit });
    schema(inner, value[key] ?? null, author, visit);
  }
};

const functionTool: Field = fieldsOf(
  new Map([
    ['name', token],
    ['parameters', schema],
  ]),
);

const customFormat: Field = fieldsOf(
  new Map([
    ['type', token],
    ['grammar', fieldsOf(new Map([['syntax', token]]))],
  ]),
);

const customTool: Field = fieldsOf(
  new Map([
    ['name', token],
    ['format', customFormat],
  ]),
);

const tool: Field = fieldsOf(
  new Map([
    ['type', token],
    ['function', functionTool],
    ['custom', customTool],
  ]),
);

const namedChoice: Field = (place, value, author, visit) =>
  typeof value === 'string'
    ? token(place, value, author, visit)
    : fieldsOf(
        new Map([
          ['type', token],
          ['function', functionCall],
          ['custom', functionCall],
          ['name', token],
        ]),
      )(place, value, author, visit);

const responseFormat: Field = fieldsOf(
  new Map([
    ['type', token],
    [
      'json_schema',
      fieldsOf(
        new Map([
          ['name', token],
          ['schema', schema],
        ]),
      ),
    ],
  ]),
);

/** Not part of the conversation: its text parts are not read joined with the messages. */
const predicted: Field = (place, value, author, visit) => content(place, value, author, { flow: undefined, visit });

const prediction: Field = fieldsOf(
  new Map([
    ['type', token],
    ['content', predicted],
  ]),
);

/** OpenRouter's form of reasoning, sent back as it came. */
const reasoningDetail: Field = fieldsOf(
  new Map([
    ['type', token],
    ['id', identifier],
    ['format', token],
    ['signature', blob],
    ['data', blob],
  ]),
);

const MESSAGE: Fields = new Map([
  ['reasoning_details', each(reasoningDetail)],
  ['role', token],
  ['id', identifier],
  ['tool_call_id', identifier],
  ['audio', fieldsOf(new Map([['id', identifier]]))],
  ['tool_calls', each(toolCall)],
  ['function_call', functionCall],
]);

const BODY: Fields = new Map([
  ['model', identifier],
  ['seed', number],
  ['messages', messages],
  ['tools', each(tool)],
  ['functions', each(functionTool)],
  ['tool_choice', namedChoice],
  ['function_call', namedChoice],
  ['response_format', responseFormat],
  ['prediction', prediction],
  ['service_tier', token],
  ['reasoning_effort', token],
  ['verbosity', token],
  [
    'audio',
    fieldsOf(
      new Map([
        ['voice', token],
        ['format', token],
      ]),
    ),
  ],
]);
