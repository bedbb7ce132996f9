/** The public API as far as it is ours: OpenAI's chat completions and models, with what OneFirewall adds. */
import { z } from 'zod';
import { piiModeSchema } from './workspace.ts';

export const chatMessageSchema = z.looseObject({
  role: z.enum(['developer', 'system', 'user', 'assistant', 'tool', 'function']),
  content: z
    .union([z.string(), z.array(z.looseObject({ type: z.string() })), z.null()])
    .optional()
    .meta({ description: 'Text, or parts: text, image, audio, file.' }),
});

export const chatRequestSchema = z
  .looseObject({
    model: z.string().min(1).meta({ description: 'The name of a workspace.' }),
    messages: z.array(chatMessageSchema).meta({ description: 'The conversation. Every text in it is inspected.' }),
    stream: z.boolean().nullable().optional().meta({ description: 'True answers with server-sent events.' }),
    pii: piiModeSchema.optional().meta({
      description:
        'Personal data: passed; replaced by placeholders and restored in the answer; refused. The default is the ' +
        "workspace's, and its floor is never loosened.",
    }),
    system: z
      .string()
      .optional()
      .meta({ description: "A system prompt for this call instead of the workspace's persona." }),
    web_search: z
      .boolean()
      .optional()
      .meta({ description: "Let the workspace's provider search the web; 400 where it cannot." }),
  })
  .meta({
    id: 'ChatCompletionRequest',
    description: "OpenAI's request; every field not named here is passed on as it is.",
  });

export const chatAnswerSchema = z
  .looseObject({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.string().meta({ description: "The workspace's name; the provider's is in `x-onefirewall-model`." }),
    choices: z.array(z.looseObject({ index: z.int(), finish_reason: z.string().nullable() })),
  })
  .meta({ id: 'ChatCompletion', description: "OpenAI's answer." });

export const modelSchema = z
  .strictObject({
    id: z.string(),
    object: z.literal('model'),
    created: z.int().meta({ description: 'Epoch seconds.' }),
    owned_by: z.string(),
    root: z.string(),
    parent: z.null(),
    permission: z.array(z.unknown()),
  })
  .meta({ id: 'Model' });

export const modelListSchema = z.strictObject({ object: z.literal('list'), data: z.array(modelSchema) });
