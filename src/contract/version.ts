/** How two people who change the same thing hear of each other (RFC 9110 sections 8.8.3 and 13.1.1). */
import { z } from 'zod';

export const versionSchema = z.string().meta({
  description: 'Changes with whatever is shown here; the `ETag`, without its quotes, to be sent back as `If-Match`.',
});
