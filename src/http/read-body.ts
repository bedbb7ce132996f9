import { GatewayError } from '../errors.ts';
import { decodeUtf8 } from '../platform/utf8.ts';

/** Reads a request's body as UTF-8 text, as `readBytes` does. Throws GatewayError. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const bytes = await readBytes(request, maxBytes);
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new GatewayError('invalid_json', { message: 'The request body is not valid UTF-8.' });
  }
}

/**
 * Reads a request's body, counting as it comes: a body over the limit is refused without being held.
 * Compressed bodies are refused (415): a small one can unfold to any size. Throws GatewayError.
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const encoding = request.headers.get('content-encoding');
  // RFC 9110 section 8.4.1: names of codings in any case; some proxies send the field without one.
  if (encoding !== null && encoding !== '' && encoding.toLowerCase() !== 'identity') {
    throw new GatewayError('unsupported_content', { message: 'Send the body without content-encoding.' });
  }
  const type = request.headers.get('content-type');
  if (type !== null && type !== 'application/json' && !/^[a-z-]+\/(?:[a-z.-]+\+)?json\b/i.test(type)) {
    throw new GatewayError('unsupported_content', { message: 'Send JSON with content-type application/json.' });
  }
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (length > maxBytes) throw tooLarge(maxBytes);
  const bytes = Number.isFinite(length) ? await request.bytes() : await collect(request, maxBytes);
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

async function collect(request: Request, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(maxBytes: number): GatewayError {
  return new GatewayError('request_too_large', {
    message: `The request body is larger than ${Math.floor((maxBytes / 1024 / 1024) * 10) / 10} MB.`,
  });
}
