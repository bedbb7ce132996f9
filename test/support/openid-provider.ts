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
  /**
   * Walks through its pages as a browser would.
   * @param jar the browser's cookies, for a browser that was there before; a new one otherwise
   * @returns the query it sends the browser back with
   */
  signIn(location: string, login: string, jar?: CookieJar): Promise<Record<string, string>>;
  /** Says yes on its page for signing out. @returns where it sends the browser */
  signOut(location: string, jar: CookieJar): Promise<string>;
  /** Whether a browser with these cookies would have to sign in there. */
  asksWho(location: string, jar: CookieJar): Promise<boolean>;
  close(): Promise<void>;
}

export type CookieJar = Map<string, string>;

/** @param redirectUri where it may send browsers back to; its folder is where they come back signed out */
export async function startIssuer(redirectUri: string): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts: TestIssuer['accounts'] = new Map();
  const clientId = 'onefirewall';
  const clientSecret = ['a secret', 'of a client', '&+%'].join(' ');
  const provider = await createProvider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('.', redirectUri).href.replace(/\/$/, '')],
      },
    ],
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
    signIn: (location, login, jar = new Map()) => walk({ location, login, redirectUri, jar }),
    async signOut(location, jar) {
      const page = await visit(location, jar);
      const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const done = await visit(new URL(action, location).href, jar, `xsrf=${xsrf}&logout=yes`);
      if (done.location === null) throw new Error(`the issuer did not sign out: ${done.text.slice(0, 300)}`);
      return done.location;
    },
    async asksWho(location, jar) {
      let page = await visit(location, jar);
      while (page.location?.startsWith(issuer)) page = await visit(page.location, jar);
      return page.text.includes('name="login"');
    },
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

interface Walk {
  readonly location: string;
  readonly login: string;
  readonly redirectUri: string;
  readonly jar: CookieJar;
}

async function walk({ location, login, redirectUri, jar }: Walk): Promise<Record<string, string>> {
  let url = location;
  let form: string | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (url.startsWith(redirectUri)) return Object.fromEntries(new URL(url).searchParams);
    const page = await visit(url, jar, form);
    if (page.location !== null) {
      url = page.location;
      form = undefined;
      continue;
    }
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`the issuer answered ${page.status}: ${page.text.slice(0, 300)}`);
    url = new URL(action, url).href;
    form = page.text.includes('name="login"') ? `prompt=login&login=${login}&password=any` : 'prompt=consent';
  }
  throw new Error('the issuer goes round in a circle');
}

/** One page, with the browser's cookies. @param form sent where there is one */
async function visit(url: string, jar: CookieJar, form?: string) {
  const headers: Record<string, string> = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
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
  const next = response.headers.get('location');
  return {
    status: response.status,
    text: await response.text(),
    location: next === null ? null : new URL(next, url).href,
  };
}
