/** Which tokens of an issuer are believed (openid-connect-core section 3.1.3.7, RFC 8725). */
import { beforeAll, beforeEach, expect, test } from 'bun:test';
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createOpenIdClient, IssuerProblem, type OpenIdClient } from '../../src/authentication/openid/openid-client.ts';
import type { OpenedMethod } from '../../src/authentication/openid/sign-in-method-store.ts';
import { methodSettingsSchema } from '../../src/contract/sign-in-method.ts';
import { createHttpClient, type HttpClient } from '../../src/platform/http-client.ts';
import { listenAt } from '../support/plain-issuer.ts';

const NONCE = 'the nonce of this sign-in';
let key: KeyObject;
let other: KeyObject;
let issuer: Awaited<ReturnType<typeof listenAt>>;
let client: OpenIdClient;
let method: OpenedMethod;

beforeAll(async () => {
  key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  issuer = await listenAt();
  return async () => issuer.close();
});

beforeEach(() => {
  const http: HttpClient = createHttpClient();
  client = createOpenIdClient(http);
  method = {
    ...methodSettingsSchema.parse({ issuer: issuer.url, clientId: 'us', internal: true }),
    name: 'test',
    clientSecret: 'a shared secret',
  };
  issuer.metadata = {
    issuer: issuer.url,
    authorization_endpoint: `${issuer.url}/authorize`,
    token_endpoint: `${issuer.url}/token`,
    jwks_uri: `${issuer.url}/keys`,
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  };
  issuer.keys = [publicJwk(key, 'one')];
});

test('a good one', async () => {
  expect(await client.verify(method, token(), NONCE)).toMatchObject({ sub: 'ada', nonce: NONCE });
});

const now = () => Math.floor(Date.now() / 1000);

test.each([
  ['signed with another key', () => token({}, { key: other })],
  ['not signed', () => token({}, { alg: 'none' })],
  ['signed with the client’s secret', () => token({}, { alg: 'HS256', secret: 'a shared secret' })],
  [
    'signed with the public key as a secret',
    () => token({}, { alg: 'HS256', secret: JSON.stringify(publicJwk(key, 'one')) }),
  ],
  ['of another issuer', () => token({ iss: 'https://evil.example' })],
  ['for another client', () => token({ aud: 'them' })],
  ['for several clients, and not to us', () => token({ aud: ['us', 'them'], azp: 'them' })],
  ['for several clients, to nobody in particular', () => token({ aud: ['us', 'them'] })],
  ['given to another client', () => token({ azp: 'them' })],
  ['expired', () => token({ exp: now() - 60 })],
  ['without an end', () => token({ exp: undefined })],
  ['not yet good', () => token({ nbf: now() + 600 })],
  ['of another sign-in', () => token({ nonce: 'another nonce' })],
  ['of no sign-in', () => token({ nonce: undefined })],
  ['about nobody', () => token({ sub: undefined })],
  ['about somebody without a name', () => token({ sub: '' })],
  ['with a changed body', () => tampered()],
  ['that is none', () => 'not.a.token'],
])('not one %s', async (_name, make) => {
  const refused: unknown = await client.verify(method, make(), NONCE).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(IssuerProblem);
  expect(refused).toMatchObject({ kind: 'token_invalid' });
});

test('one whose key came after we last looked', async () => {
  await client.verify(method, token(), NONCE);
  issuer.keys = [publicJwk(other, 'two')];
  expect(await client.verify(method, token({}, { key: other, kid: 'two' }), NONCE)).toMatchObject({ sub: 'ada' });
});

test('an issuer that says it is another is not used, nor one that leaves out its endpoints', async () => {
  issuer.metadata = { ...issuer.metadata, issuer: 'https://evil.example' };
  await expect(client.discover(method)).rejects.toMatchObject({ kind: 'issuer_differs' });
  issuer.metadata = { issuer: issuer.url, authorization_endpoint: `${issuer.url}/authorize` };
  await expect(client.discover(method, 'fresh')).rejects.toMatchObject({ kind: 'incomplete' });
});

test('an issuer is asked once by many, and not again at once after it failed', async () => {
  const good = issuer.metadata;
  issuer.requests = 0;
  issuer.metadata = {};
  const many = await Promise.allSettled(Array.from({ length: 20 }, () => client.discover(method)));
  expect(many.every(({ status }) => status === 'rejected')).toBe(true);
  issuer.metadata = good;
  await expect(client.discover(method)).rejects.toMatchObject({ kind: 'issuer_differs' });
  expect(issuer.requests).toBe(1);
  expect((await client.discover(method, 'fresh')).issuer).toBe(issuer.url);
  await client.discover(method);
  expect(issuer.requests).toBe(2);
});

test('an issuer on the internet cannot send people to a page without https', async () => {
  issuer.metadata = { ...issuer.metadata, authorization_endpoint: `javascript:alert(1)` };
  await expect(client.discover(method)).rejects.toMatchObject({ kind: 'not_secure' });
});

test('userinfo about somebody else is not taken', async () => {
  issuer.metadata = { ...issuer.metadata, userinfo_endpoint: `${issuer.url}/userinfo` };
  issuer.userInfo = { sub: 'eve', email: 'eve@example.test' };
  await expect(client.userInfo(method, 'token', 'ada')).rejects.toMatchObject({ kind: 'token_invalid' });
});

test('an answer without end is not read', async () => {
  issuer.metadata = { ...issuer.metadata, padding: 'x'.repeat(600_000) };
  await expect(client.discover(method)).rejects.toMatchObject({ kind: 'not_an_issuer' });
});

interface Signing {
  readonly key?: KeyObject;
  readonly kid?: string;
  readonly alg?: 'RS256' | 'HS256' | 'none';
  readonly secret?: string;
}

function token(claims: Readonly<Record<string, unknown>> = {}, signing: Signing = {}): string {
  const { alg = 'RS256', kid = 'one', secret = '' } = signing;
  const body = { iss: issuer.url, aud: 'us', sub: 'ada', nonce: NONCE, iat: now(), exp: now() + 300, ...claims };
  const head = `${encode({ alg, kid, typ: 'JWT' })}.${encode(body)}`;
  if (alg === 'none') return `${head}.`;
  if (alg === 'HS256') return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  return `${head}.${createSign('RSA-SHA256')
    .update(head)
    .sign(signing.key ?? key, 'base64url')}`;
}

function tampered(): string {
  const [head, , signature] = token().split('.');
  const [, body] = token({ sub: 'eve' }).split('.');
  return `${head}.${body}.${signature}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function publicJwk(from: KeyObject, kid: string): Record<string, unknown> {
  const { n, e, kty } = from.export({ format: 'jwk' });
  return { n, e, kty, kid, use: 'sig', alg: 'RS256' };
}
