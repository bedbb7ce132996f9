/** Browsers that come to the management API by way of a real issuer. */
import { expect } from 'bun:test';
import { type Answer, cookieHeader, type TestManagement } from './management.ts';
import type { CookieJar, TestIssuer } from './openid-provider.ts';

export interface Visits {
  /** Of the way in called `test`. */
  settings(method?: Method): Record<string, unknown>;
  declare(method?: Method): Promise<void>;
  /** From an address of its own: attempts of one test do not count in another. */
  post(path: string, body: unknown, cookie?: string): Promise<Answer>;
  begin(): Promise<{ readonly location: string; readonly cookie: string }>;
  /** @param jar the browser's cookies at the issuer */
  signIn(login: string, jar?: CookieJar): Promise<Answer>;
  /** Somebody the issuer knows. @returns their login */
  person(login: string, claims?: Readonly<Record<string, unknown>>): string;
}

interface Method {
  readonly [setting: string]: unknown;
}

/** @param get asked for at each use: both are there only once a test's set-up has run */
export function createVisits(get: () => { readonly api: TestManagement; readonly issuer: TestIssuer }): Visits {
  const settings: Visits['settings'] = (method = {}) => {
    const { issuer: url, clientId, clientSecret } = get().issuer;
    const allowedDomains = ['example.test'];
    return { name: 'test', issuer: url, clientId, clientSecret, internal: true, allowedDomains, ...method };
  };
  const post: Visits['post'] = (path, body, cookie = '') => get().api.visit(`POST ${path}`, cookie, { body });
  const begin: Visits['begin'] = async () => {
    const begun = await post('/session/openid', { method: 'test' });
    expect(begun.status).toBe(200);
    return { location: begun.body.location, cookie: cookieHeader(begun.headers.getSetCookie()) };
  };
  return {
    settings,
    post,
    begin,
    async declare(method = {}) {
      const made = await get().api.call('owner', 'POST /sign-in-methods', { body: settings(method) });
      expect(made.status).toBe(201);
    },
    async signIn(login, jar) {
      const { location, cookie } = await begin();
      return post('/session/openid/finish', await get().issuer.signIn(location, login, jar), cookie);
    },
    person(login, claims = {}) {
      const known = { email: `${login}@example.test`, email_verified: true, name: `The ${login}`, ...claims };
      get().issuer.accounts.set(login, known);
      return login;
    },
  };
}
