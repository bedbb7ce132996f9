/** An issuer that says whatever a test wants it to say. */
export interface PlainIssuer {
  readonly url: string;
  metadata: Record<string, unknown>;
  keys: readonly Record<string, unknown>[];
  userInfo: Record<string, unknown>;
  /** How often it was asked for anything. */
  requests: number;
  close(): Promise<void>;
}

export async function listenAt(): Promise<PlainIssuer> {
  const state: PlainIssuer = {
    url: '',
    metadata: {},
    keys: [],
    userInfo: {},
    requests: 0,
    close: async () => server.stop(true),
  };
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch(request) {
      state.requests += 1;
      const { pathname } = new URL(request.url);
      if (pathname === '/keys') return Response.json({ keys: state.keys });
      if (pathname === '/userinfo') return Response.json(state.userInfo);
      return Response.json(state.metadata);
    },
  });
  return Object.assign(state, { url: `http://127.0.0.1:${server.port}` });
}
