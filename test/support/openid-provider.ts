/** A real issuer of OpenID Connect in this process (github.com/panva/node-oidc-provider), with people who sign in at it by a form. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who can sign in there, by login; may be changed at any time. */
  readonly accounts: Map<string, Readonly<Record<string, unknown>>>;
  /** Walks through its pages as a browser would. @returns the query it sends the browser back with */
  signIn(location: string, login: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** @param redirectUri where it may send browsers back to */
export async function startIssuer(redirectUri: string): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts: TestIssuer['accounts'] = new Map();
  const clientId = 'onefirewall';
  const clientSecret = ['a secret', 'of a client', '&+%'].join(' ');
  const provider = await createProvider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    jwks: { keys: [{ ...privateKey(), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context: unknown, login: string) => ({
      accountId: login,
      claims: async () => ({ sub: `subject of ${login}`, ...accounts.get(login) }),
    }),
  });
  server.on('request', provider.callback() as Parameters<Server['on']>[1]);
  return {
    issuer,
    clientId,
    clientSecret,
    accounts,
    signIn: (location, login) => walk(location, login, redirectUri),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** It says on the console that it is for tests, and that Bun is not Node. */
async function createProvider(issuer: string, configuration: Readonly<Record<string, unknown>>) {
  const { default: Provider } = await import('oidc-provider');
  const { warn, info } = console;
  console.warn = () => {};
  console.info = () => {};
  try {
    return new Provider(issuer, configuration);
  } finally {
    Object.assign(console, { warn, info });
  }
}

function privateKey() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
}

async function walk(location: string, login: string, redirectUri: string): Promise<Record<string, string>> {
  const jar = new Map<string, string>();
  let url = location;
  let form: string | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (url.startsWith(redirectUri)) return Object.fromEntries(new URL(url).searchParams);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Record<string, string> = { cookie };
    if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
    const response = await fetch(url, {
      headers,
      redirect: 'manual',
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      jar.set(name, value);
    }
    const page = await response.text();
    const next = response.headers.get('location');
    if (next !== null) {
      url = new URL(next, url).href;
      form = undefined;
      continue;
    }
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`the issuer answered ${response.status}: ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    form = page.includes('name="login"') ? `prompt=login&login=${login}&password=any` : 'prompt=consent';
  }
  throw new Error('the issuer goes round in a circle');
}
