/** Signing in and out, and one-time links. */
import type { Caller, People } from '../../authentication/people.ts';
import type { Handlers, Input } from './handler.ts';

export function sessionHandlers(
  people: People,
): Handlers<'signIn' | 'me' | 'signOut' | 'changePassword' | 'readLink' | 'consumeLink'> {
  return {
    async signIn(input) {
      const { user, cookies } = await people.signIn(input.body, callerOf(input));
      input.setCookies(cookies);
      return user;
    },
    me: async ({ person }) => person,
    async signOut({ headers, setCookies }) {
      setCookies(await people.signOut(headers.get('cookie')));
      return undefined;
    },
    async changePassword(input) {
      const { user, cookies } = await people.changePassword(input.person, input.body, callerOf(input));
      input.setCookies(cookies);
      return user;
    },
    async readLink(input) {
      const user = await people.readLink(input.body.token, callerOf(input));
      return user === null ? { purpose: 'first-owner', email: null } : { purpose: 'sign-in', email: user.email };
    },
    async consumeLink(input) {
      const { user, cookies } = await people.consumeLink(input.body, callerOf(input));
      input.setCookies(cookies);
      return user;
    },
  };
}

function callerOf({ facts, headers }: Pick<Input<'signIn'>, 'facts' | 'headers'>): Caller {
  return { clientAddress: facts.clientAddress, userAgent: headers.get('user-agent') };
}
