import type { JsonObject } from '../../src/chat/json.ts';
import { everydayExamples } from '../firewall/catalogue/everyday.ts';
import { identifierExamples } from '../firewall/catalogue/identifiers.ts';
import { namesAddressesExamples } from '../firewall/catalogue/names-addresses.ts';
import { complete, plant, valueFor } from '../firewall/plant-slot.ts';

/** The regions that the examples of identifiers need. */
export const EXAMPLE_REGIONS: readonly string[] = [...new Set(identifierExamples.map(({ region }) => region))].slice(
  0,
  40,
);

/** A request with a value in a field, and what else it needs. */
export function requestWith(field: string, value: string): JsonObject {
  const body = complete(plant(field, valueFor(field, value)), field);
  body.messages ??= [{ role: 'user', content: 'Hello there' }];
  const [first] = body.messages as JsonObject[];
  if (first !== undefined) {
    if (first.tool_calls !== undefined || first.function_call !== undefined || first.refusal !== undefined)
      first.role = 'assistant';
    first.content ??= 'Hello';
  }
  return body;
}

/** A text of the catalogues with its value, of every type they have. */
export function ofEveryType(): { text: string; value: string }[] {
  const marked = (examples: readonly string[], marks: RegExp): { text: string; value: string }[] =>
    examples.flatMap((example) => {
      const value = marks.exec(example)?.[1];
      return value === undefined || value.length < 6 ? [] : [{ text: example.replace(marks, () => value), value }];
    });
  return [
    ...everydayExamples.flatMap(({ examples }) => marked(examples, /«(.+?)»/s).slice(0, 3)),
    ...namesAddressesExamples.flatMap(({ examples }) => marked(examples, /⟦(.+?)⟧/s).slice(0, 3)),
    ...identifierExamples.flatMap(({ examples, values }) => {
      const [text, value] = [examples[0], values[0]];
      return text === undefined || value === undefined || value.length < 6 ? [] : [{ text, value }];
    }),
  ];
}
