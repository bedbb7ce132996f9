// The official Node SDK in a process of its own: a line of JSON in is one call, a line of JSON out what the SDK made of it.
import { createInterface } from 'node:readline';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';

const Contact = z.object({ name: z.string(), email: z.string() });

const CALLS = {
  async models(client) {
    const found = [];
    for await (const model of client.models.list()) found.push(model);
    return found;
  },

  model: (client, { name }) => client.models.retrieve(name),

  async chat(client, { body }) {
    const { data, request_id, response } = await client.chat.completions.create(body).withResponse();
    return { ...summary(data), requestId: request_id, headers: Object.fromEntries(response.headers) };
  },

  async stream(client, { body }, seen) {
    for await (const chunk of await client.chat.completions.create({ ...body, stream: true })) seen.add(chunk);
    return seen.all();
  },

  /** Reads until some text has come, then leaves. */
  async leave(client, { body }, seen) {
    const stream = await client.chat.completions.create({ ...body, stream: true });
    for await (const chunk of stream) {
      seen.add(chunk);
      if (seen.content !== '') break;
    }
    return seen.all();
  },

  async streamHelper(client, { body }) {
    return summary(await client.chat.completions.stream(body).finalChatCompletion());
  },

  async parse(client, { body }) {
    const format = zodResponseFormat(Contact, 'contact');
    const completion = await client.chat.completions.parse({ ...body, response_format: format });
    return completion.choices[0].message.parsed;
  },

  /** The SDK calls the tool itself and sends its result back. */
  async runTools(client, { body }) {
    const called = [];
    const runner = client.chat.completions.runTools({
      ...body,
      tools: [
        {
          type: 'function',
          function: {
            name: 'send_mail',
            description: 'Sends a mail',
            parameters: { type: 'object', properties: { to: { type: 'string' } } },
            parse: JSON.parse,
            function(input) {
              called.push(input);
              return `sent to ${input.to}`;
            },
          },
        },
      ],
    });
    return { content: await runner.finalContent(), called };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { call, options, ...input } = JSON.parse(line);
  const seen = createSeen();
  let answer;
  try {
    answer = { result: await CALLS[call](new OpenAI(options), input, seen) };
  } catch (error) {
    const { name, status, code, param, type, message, requestID } = error;
    answer = {
      error: { class: error.constructor.name, name, status, code, param, type, message, requestId: requestID },
      partial: seen.content,
    };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function summary({ choices, model, usage }) {
  const { message, finish_reason: finish } = choices[0];
  return { content: message.content, toolCalls: message.tool_calls, finish, model, usage };
}

/** Puts the pieces of a stream together the way applications do. */
function createSeen() {
  const seen = {
    content: '',
    toolCalls: [],
    finish: null,
    usage: null,
    chunks: 0,
    withoutChoices: 0,
    models: [],
    add({ choices, usage, model }) {
      seen.chunks++;
      if (!seen.models.includes(model)) seen.models.push(model);
      if (usage) seen.usage = usage;
      if (choices.length === 0) seen.withoutChoices++;
      for (const { delta, finish_reason } of choices) {
        seen.content += delta.content ?? '';
        seen.finish = finish_reason ?? seen.finish;
        for (const { index, id, function: called } of delta.tool_calls ?? []) {
          seen.toolCalls[index] ??= { id, name: called.name, arguments: '' };
          seen.toolCalls[index].arguments += called.arguments ?? '';
        }
      }
    },
    all() {
      const { add, all, ...rest } = seen;
      return rest;
    },
  };
  return seen;
}
