/** An HTTP client on a bare socket: Bun's `fetch` allows 256 requests at once, and a test of a thousand callers needs more. */
export interface RawResponse {
  readonly status: number;
  /** The body's bytes as UTF-8. */
  readonly text: string;
}

export interface RawRequest {
  readonly url: string;
  readonly key: string;
  readonly body: string;
}

/** One POST on a connection of its own. */
export function postRaw({ url, key, body }: RawRequest): Promise<RawResponse> {
  const { hostname, port, pathname } = new URL(url);
  const { promise, resolve, reject } = Promise.withResolvers<RawResponse>();
  const received: Uint8Array[] = [];
  const request = Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  let sent = 0;
  const send = (socket: { write(bytes: Uint8Array): number }): void => {
    while (sent < request.length) {
      const taken = socket.write(request.subarray(sent));
      if (taken <= 0) return;
      sent += taken;
    }
  };
  void Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      open: send,
      drain: send,
      data(_socket, bytes) {
        received.push(new Uint8Array(bytes));
      },
      close() {
        try {
          resolve(readResponse(Buffer.concat(received)));
        } catch (error) {
          reject(error);
        }
      },
      error: (_socket, error) => reject(error),
      connectError: (_socket, error) => reject(error),
    },
  });
  return promise;
}

function readResponse(bytes: Buffer): RawResponse {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) throw new Error('the connection closed before a response');
  const head = bytes.subarray(0, headEnd).toString('latin1');
  const body = bytes.subarray(headEnd + 4);
  const chunked = /^transfer-encoding:\s*chunked/im.test(head);
  return { status: Number(head.split(' ')[1]), text: (chunked ? joinChunked(body) : body).toString('utf8') };
}

/** RFC 9112, section 7.1. */
function joinChunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) throw new Error('the body ends before its last chunk');
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
