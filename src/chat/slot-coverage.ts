/**
 * What happens to a field. `inspected`: every string in it is read, and masked where the policy says so. `refused`: the request is.
 * `policy`: passed and counted, or refused, as the workspace says. `checked`: read and never changed. `passed`: goes through unread. `restored`: values take the
 * place of placeholders. `echoed`: only those exactly as they were issued do, and nobody looks for what the model produced.
 */
export type Coverage = 'inspected' | 'refused' | 'policy' | 'checked' | 'passed' | 'restored' | 'echoed';

export interface CoverageRow {
  readonly endpoint: 'POST /chat/completions';
  readonly direction: 'request' | 'answer';
  /** The field; `[]` for each item, `*` for any name. */
  readonly field: string;
  readonly coverage: Coverage;
  readonly note?: string;
}

/** What the firewall reads, refuses and lets through. Printed in the documentation and held true by test/firewall/slots-coverage.test.ts. */
export const slotCoverage: readonly CoverageRow[] = [
  ...request('inspected', [
    'messages[].content',
    'messages[].content[].text',
    'messages[].content[].refusal',
    'messages[].content[].thinking',
    'messages[].name',
    'messages[].refusal',
    'messages[].reasoning',
    'messages[].reasoning_content',
    'messages[].reasoning_details[].text',
    'messages[].tool_calls[].function.arguments',
    'messages[].tool_calls[].custom.input',
    'messages[].function_call.arguments',
    'messages[].*',
    'tools[].function.description',
    'tools[].function.parameters.description',
    'tools[].function.parameters.properties.*.title',
    'tools[].function.parameters.properties.*.description',
    'tools[].function.parameters.properties.*.enum[]',
    'tools[].function.parameters.properties.*.examples[]',
    'tools[].function.parameters.properties.*.default',
    'tools[].function.parameters.properties.*.const',
    'tools[].custom.description',
    'tools[].custom.format.grammar.definition',
    'functions[].description',
    'response_format.json_schema.description',
    'response_format.json_schema.schema.properties.*.description',
    'response_format.json_schema.schema.properties.*.enum[]',
    'prediction.content',
    'prediction.content[].text',
    'metadata.*',
    'user',
    'safety_identifier',
    'prompt_cache_key',
    'stop',
    'stop[]',
    'web_search_options.user_location.approximate.city',
    '*',
  ]),
  row(
    'request',
    'messages[].content[].image_url.url',
    'inspected',
    'an address is read; the picture behind it is not (policy)',
  ),
  row('request', 'messages[].content[].file.filename', 'inspected'),
  row(
    'request',
    'messages[].content[].file.file_data',
    'inspected',
    'text and JSON, as a data: URL or base64, also where it is called application/octet-stream; other types: policy',
  ),
  row(
    'request',
    'messages[].content[] image, audio, video, file_id, other files',
    'policy',
    'passed and counted, or refused',
  ),
  row(
    'request',
    'messages[].content[] of an unknown type',
    'refused',
    'while personal data is looked for; its strings are inspected either way',
  ),
  row('request', 'model', 'passed', 'the name of a workspace or of its model: each provider gets the name of its own'),
  ...request('checked', [
    'messages[].role',
    'messages[].tool_call_id',
    'messages[].tool_calls[].id',
    'messages[].tool_calls[].function.name',
    'messages[].content[].type',
    'messages[].content[].image_url.detail',
    'messages[].content[].input_audio.format',
    'tools[].type',
    'tools[].function.name',
    'tools[].function.parameters.type',
    'tools[].function.parameters.required[]',
    'tool_choice.function.name',
    'response_format.type',
    'response_format.json_schema.name',
    'audio.voice',
    'audio.format',
    'service_tier',
    'reasoning_effort',
    'verbosity',
  ]).map((each) => ({
    ...each,
    note: 'a word of at most 128 letters, digits, `_`, `.`, `:`, `/`, `-`, and without a number of seven digits where it is no id: the request is refused where it holds a secret, is an IBAN or a wallet, or holds an address, number or secret that was found elsewhere in the request. Names of people in it pass. Anything else in its place is inspected',
  })),
  row(
    'request',
    'names of fields',
    'passed',
    'plain words; names with other characters or many digits, and long ones of capitals and digits, are inspected',
  ),
  row(
    'request',
    'numbers',
    'inspected',
    'whole ones of seven digits and more, also with `.0`, with the name of their field; one that is masked becomes a string. `seed` is checked like an id; all others pass',
  ),
  ...request('passed', [
    'messages[].content[].signature',
    'messages[].reasoning_details[].signature',
    'messages[].reasoning_details[].data',
  ]).map((each) => ({
    ...each,
    note: 'at least 64 characters of base64, no text, with which a provider signs or encrypts its own reasoning; anything else is inspected',
  })),
  ...answer('restored', [
    'choices[].message.content',
    'choices[].message.content[].text',
    'choices[].message.content[].refusal',
    'choices[].message.content[].thinking',
    'choices[].message.content[].thinking[].text',
    'choices[].message.refusal',
    'choices[].message.reasoning',
    'choices[].message.reasoning_content',
    'choices[].message.reasoning_details[].text',
    'choices[].message.reasoning_details[].summary',
    'choices[].message.thinking',
    'choices[].message.thinking_blocks[].thinking',
    'choices[].message.tool_plan',
    'choices[].message.audio.transcript',
    'choices[].message.annotations[].url_citation.title',
    'choices[].message.annotations[].file_citation.filename',
    'choices[].message.*',
    'choices[].*',
    '*',
  ]),
  ...answer('restored', [
    'choices[].message.tool_calls[].function.arguments',
    'choices[].message.function_call.arguments',
    'choices[].message.tool_calls[].custom.input',
    'choices[].message.tool_calls[].*',
  ]).map((each) => ({ ...each, note: 'not for tools that `restore.excludedTools` names' })),
  ...answer('restored', [
    'choices[].message.tool_calls[].function.arguments.*',
    'choices[].message.tool_calls[].custom.input.*',
    'choices[].message.function_call.arguments.*',
    'choices[].message.content[].input.*',
  ]).map((each) => ({
    ...each,
    note: 'an object in place of a string: treated like the string that says the same, with names and numbers; not for tools that `restore.excludedTools` names',
  })),
  ...answer('restored', [
    'choices[].message.annotations[].url_citation.url',
    'choices[].message.images[].image_url.url',
    'search_results[].url',
    'choices[].message.*[].url',
  ]).map((each) => ({
    ...each,
    note: 'an address: only where it has no host, or one that the caller wrote (not for images) or `restore.allowedHosts` names',
  })),
  row('answer', 'choices[].logprobs', 'passed', 'keeps placeholders; left out where `answers` masks or blocks'),
  row('answer', 'upstream', 'passed', 'how the echo provider shows what it was sent'),
  ...answer('echoed', [
    'id',
    'choices[].message.id',
    'choices[].message.tool_call_id',
    'choices[].message.tool_calls[].id',
    'choices[].message.audio.id',
    'metadata.id',
    'metadata.status',
    'choices[].message.*.type',
  ]).map((each) => ({
    ...each,
    note: 'made by the provider, for programs; some make it of what the request says (vLLM puts the `request_id` into `id`)',
  })),
  ...answer('echoed', [
    'choices[].message.name',
    'choices[].message.tool_calls[].function.name',
    'choices[].message.tool_calls[].custom.name',
    'choices[].message.function_call.name',
  ]).map((each) => ({ ...each, note: 'names that the caller gave' })),
  row('answer', 'choices[].stop_reason', 'echoed', 'the sequence of `stop` that ended the text (vLLM)'),
  row(
    'answer',
    'names of fields',
    'echoed',
    'names in objects of no known shape, as the caller sent them in `metadata`',
  ),
  row('answer', 'model', 'passed', 'the gateway puts the name of the workspace there'),
  ...answer('passed', [
    'object',
    'system_fingerprint',
    'service_tier',
    'provider',
    'choices[].finish_reason',
    'choices[].native_finish_reason',
  ]).map((each) => ({ ...each, note: 'words of the provider, none of which come from the request or the model' })),
  row('answer', 'usage', 'passed', 'numbers'),
  ...answer('passed', ['prompt_filter_results', 'choices[].content_filter_results']).map((each) => ({
    ...each,
    note: "verdicts of the provider's own filters",
  })),
  row('answer', 'obfuscation', 'passed', 'random letters with which OpenAI hides how long a chunk is'),
  ...answer('passed', [
    'choices[].message.audio.data',
    'choices[].message.reasoning_details[].signature',
    'choices[].message.reasoning_details[].data',
    'choices[].message.thinking_blocks[].signature',
    'choices[].message.thinking_blocks[].data',
  ]).map((each) => ({
    ...each,
    note: 'base64: sound, which says what the model read, signatures and encrypted reasoning; anything else is restored',
  })),
];

function row(direction: CoverageRow['direction'], field: string, coverage: Coverage, note?: string): CoverageRow {
  return { endpoint: 'POST /chat/completions', direction, field, coverage, ...(note === undefined ? {} : { note }) };
}

function request(coverage: Coverage, fields: readonly string[]): CoverageRow[] {
  return fields.map((field) => row('request', field, coverage));
}

function answer(coverage: Coverage, fields: readonly string[]): CoverageRow[] {
  return fields.map((field) => row('answer', field, coverage));
}
