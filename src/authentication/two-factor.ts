/** Second factors: turned on by their owner with a code, asked for at sign-in, turned off with the password. */
import { createHash } from 'node:crypto';
import type { SessionMethod } from '../contract/session.ts';
import type { SecondFactor, TwoFactorSetup, TwoFactorState } from '../contract/two-factor.ts';
import type { UserView } from '../contract/user.ts';
import { GatewayError } from '../errors.ts';
import type { Database } from '../storage/database.ts';
import type { Caller } from './caller.ts';
import type { SignInPolicyStore } from './sign-in-policy.ts';
import type { PeopleParts, SignedIn } from './signed-in.ts';

export interface TwoFactor {
  /** The second step of signing in. @throws GatewayError not_signed_in when none is under way, invalid_credentials, rate_limit_exceeded */
  signIn(proof: SecondFactor, cookie: string | null, caller: Caller): Promise<SignedIn>;
  state(user: UserView): Promise<TwoFactorState>;
  /** Nothing is asked for at sign-in until the first code is confirmed. @throws GatewayError invalid_credentials, conflict */
  start(who: Holder, password: string | undefined): Promise<TwoFactorSetup>;
  /** Ends all other sessions, and gives this one a new id. @throws GatewayError invalid_credentials, conflict */
  confirm(who: Holder, code: string): Promise<SignedIn>;
  /** @throws GatewayError invalid_credentials, not_found; conflict where the organization asks for it */
  stop(who: Holder, password: string | undefined): Promise<SignedIn>;
  /** The earlier ones are worth nothing from then on. @throws GatewayError invalid_credentials, not_found */
  newRecoveryCodes(who: Holder, password: string | undefined): Promise<string[]>;
}

/** Somebody signed in, with the cookie they came with. */
export interface Holder {
  readonly user: UserView;
  readonly cookie: string;
  readonly signedInBy: SessionMethod;
  readonly caller: Caller;
}

/** Milliseconds a code could be accepted: the step it belongs to, and one before and after (RFC 6238 section 5.2). */
const CODE_LIFETIME = 3 * 30_000;

export function createTwoFactor(database: Database, parts: PeopleParts, policies: SignInPolicyStore): TwoFactor {
  const { sessions, attempts, log, load, admit } = parts;

  /** A code counts once (RFC 6238 section 5.2): the first to note it wins, on every node. */
  const spendCode = async (userId: string, code: string): Promise<boolean> => {
    const time = Date.now();
    const id = createHash('sha256').update(`totp ${userId} ${code}`).digest('hex');
    const at = new Date(time).toISOString();
    await database.query.deleteFrom('verification').where('id', '=', id).where('expires_at', '<=', at).execute();
    const row = {
      id,
      identifier: 'used-code',
      value: '',
      expires_at: new Date(time + CODE_LIFETIME).toISOString(),
      created_at: at,
      updated_at: at,
    };
    const { numInsertedOrUpdatedRows } = await database.query
      .insertInto('verification')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  };

  /** Guesses by somebody with a session count like those without one. */
  const guarded = async <T>({ user, caller }: Holder, work: () => Promise<T>): Promise<T> => {
    const attempt = { clientAddress: caller.clientAddress, account: user.email };
    await attempts.count(attempt);
    const result = await work();
    await attempts.forgive(attempt);
    return result;
  };

  /** After a change: the session it made goes on, every other one of the user ends. */
  const goOn = async ({ user, signedInBy }: Holder, cookies: readonly string[]): Promise<SignedIn> => {
    const opened = await (await load()).read(cookies.map((text) => text.split(';')[0]).join('; '));
    if (opened === undefined) throw new GatewayError('not_signed_in');
    if (signedInBy === 'openid') await sessions.markOpenId(opened.sessionId);
    await sessions.endAll(user.id, opened.sessionId);
    return admit({ ...opened, cookies }, signedInBy);
  };

  return {
    async signIn(proof, cookie, caller) {
      await attempts.count(caller);
      const auth = await load();
      const given = proof.code === undefined ? { recoveryCode: proof.recoveryCode ?? '' } : { code: proof.code };
      const opened = await auth.verify(given, cookie ?? '', caller).catch(async (error: unknown) => {
        await log.record({ kind: 'second-factor-failed', caller });
        throw error;
      });
      const signedIn = await admit(opened, 'password');
      const { user } = signedIn;
      if (proof.code !== undefined && !(await spendCode(user.id, proof.code))) {
        await database.query.deleteFrom('session').where('id', '=', opened.sessionId).execute();
        await log.record({ kind: 'second-factor-failed', user, caller, detail: 'a code that was used before' });
        throw new GatewayError('invalid_credentials', { message: 'The code is wrong or used up.' });
      }
      if (proof.recoveryCode !== undefined) await log.record({ kind: 'recovery-code-used', user, caller });
      await log.record({ kind: 'signed-in', user, caller, detail: 'password and second factor' });
      await attempts.forgive(caller);
      await attempts.forgive({ clientAddress: caller.clientAddress, account: user.email });
      return signedIn;
    },
    async state(user) {
      return {
        enabled: user.twoFactor,
        required: (await policies.get()).requireTwoFactor,
        recoveryCodesLeft: user.twoFactor ? await (await load()).countRecoveryCodes(user.id) : 0,
      };
    },
    start: (who, password) =>
      guarded(who, async () => {
        const { uri, recoveryCodes } = await (await load()).startTwoFactor(who.cookie, password);
        return { uri, recoveryCodes, secret: new URL(uri).searchParams.get('secret') ?? '' };
      }),
    confirm: (who, code) =>
      guarded(who, async () => {
        if (who.user.twoFactor) throw new GatewayError('conflict', { message: 'There is a second factor already.' });
        const cookies = await (await load()).confirmTwoFactor(who.cookie, code);
        await spendCode(who.user.id, code);
        await log.record({ kind: 'two-factor-on', user: who.user, caller: who.caller });
        return goOn(who, cookies);
      }),
    stop: (who, password) =>
      guarded(who, async () => {
        if (!who.user.twoFactor) throw new GatewayError('not_found', { message: 'There is no second factor.' });
        if ((await policies.get()).requireTwoFactor) {
          throw new GatewayError('conflict', { message: 'Your organization asks for a second factor.' });
        }
        const cookies = await (await load()).stopTwoFactor(who.cookie, password);
        await log.record({ kind: 'two-factor-off', user: who.user, caller: who.caller });
        return goOn(who, cookies);
      }),
    newRecoveryCodes: (who, password) =>
      guarded(who, async () => {
        const codes = await (await load()).newRecoveryCodes(who.cookie, password);
        await log.record({ kind: 'recovery-codes-made', user: who.user, caller: who.caller });
        return codes;
      }),
  };
}
