/** The own second factor, and the second step of signing in. */

import type { People } from '../../authentication/people.ts';
import type { SignedIn } from '../../authentication/signed-in.ts';
import type { Holder } from '../../authentication/two-factor.ts';
import { callerOf, type Handlers, type Input } from './handler.ts';
import { endEarlier, meView } from './session.ts';

export function twoFactorHandlers(
  people: People,
): Handlers<
  'signInSecondFactor' | 'getTwoFactor' | 'startTwoFactor' | 'confirmTwoFactor' | 'stopTwoFactor' | 'makeRecoveryCodes'
> {
  const { twoFactor } = people;
  return {
    async signInSecondFactor(input) {
      const signedIn = await twoFactor.signIn(input.body, input.headers.get('cookie'), callerOf(input));
      await endEarlier(people, input.headers);
      input.setCookies(signedIn.cookies);
      return meView(signedIn);
    },
    getTwoFactor: ({ person }) => twoFactor.state(person),
    startTwoFactor: (input) => twoFactor.start(holderOf(input), input.body.password),
    async confirmTwoFactor(input) {
      const signedIn = await twoFactor.confirm(holderOf(input), input.body.code);
      input.setCookies(signedIn.cookies);
      return meView(signedIn);
    },
    async stopTwoFactor(input) {
      const signedIn = await twoFactor.stop(holderOf(input), input.body.password);
      input.setCookies(signedIn.cookies);
      return meView(signedIn);
    },
    makeRecoveryCodes: async (input) => ({
      recoveryCodes: await twoFactor.newRecoveryCodes(holderOf(input), input.body.password),
    }),
  };
}

function holderOf(input: Pick<Input<'startTwoFactor'>, 'facts' | 'headers'> & { readonly session: SignedIn }): Holder {
  const { user, signedInBy } = input.session;
  return { user, signedInBy, cookie: input.headers.get('cookie') ?? '', caller: callerOf(input) };
}
