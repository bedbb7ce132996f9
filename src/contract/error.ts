/** The envelope of every error, OpenAI's (platform.openai.com/docs/guides/error-codes), all four keys always. */
import { z } from 'zod';

export const errorBodySchema = z
  .strictObject({
    error: z.strictObject({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable().meta({ description: 'The field it is about (`messages[2].content`).' }),
      code: z.string().nullable(),
    }),
  })
  .meta({ id: 'Error' });
