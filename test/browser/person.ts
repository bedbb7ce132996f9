/** People of a started dashboard, made and signed in through the API. */
import { expect } from 'bun:test';
import { manage } from '../support/manage.ts';
import { totpCode } from '../support/totp.ts';
import type { RunningDashboard } from './browser.ts';

export const PASSWORD = 'four quiet red boats';

export interface Person {
  readonly id: string;
  readonly email: string;
  /** The `cookie` header of a session. */
  readonly cookie: string;
}

export async function createPerson(
  dashboard: RunningDashboard,
  email: string,
  role: 'owner' | 'admin' | 'member' = 'member',
): Promise<Person> {
  const { users } = dashboard.gateway.stores;
  await users.create({ email, name: email.split('@')[0] ?? '', role });
  const token = new URL(await dashboard.link(email)).hash.slice(1);
  const used = await manage(dashboard.url, 'POST /sign-in-links/consume', { body: { token, password: PASSWORD } });
  expect(used.status).toBe(200);
  return { id: used.body.id, email, cookie: used.cookie };
}

/** Of a code (RFC 6238 section 5.2), and how much of it has to be left for a code to arrive in it. Milliseconds. */
const STEP = 30_000;
const LEFT = 5_000;

/** Turned on with the code of the step before: the present one is still good. */
export async function addSecondFactor(dashboard: RunningDashboard, { cookie }: Person) {
  const body = { password: PASSWORD };
  const setup = await manage(dashboard.url, 'POST /session/two-factor', { cookie, body });
  // At the end of a step the one before it would be two steps old on arrival, and refused.
  const left = STEP - (Date.now() % STEP);
  if (left < LEFT) await Bun.sleep(left);
  const code = totpCode(setup.body.secret, -1);
  const on = await manage(dashboard.url, 'POST /session/two-factor/confirm', { cookie, body: { code } });
  expect(on.status).toBe(200);
  return {
    secret: setup.body.secret as string,
    recoveryCodes: setup.body.recoveryCodes as string[],
    cookie: on.cookie,
  };
}
