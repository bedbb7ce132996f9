/** Ways to sign in: what the page offers, what the organization asks for, and OpenID Connect. */
import type { OpenIdSignIn } from '../../authentication/openid/openid-sign-in.ts';
import type { SignInMethodStore } from '../../authentication/openid/sign-in-method-store.ts';
import type { People } from '../../authentication/people.ts';
import type { SignInPolicyStore } from '../../authentication/sign-in-policy.ts';
import { GatewayError } from '../../errors.ts';
import type { OrganizationStore } from '../../workspace/organization-store.ts';
import { callerOf, expectedVersion, found, type Handlers, refuseFileOwned } from './handler.ts';
import { endEarlier, meView } from './session.ts';

export interface SignInDependencies {
  readonly organization: OrganizationStore;
  readonly policy: SignInPolicyStore;
  readonly methods: SignInMethodStore;
  readonly openId: OpenIdSignIn;
  readonly people: People;
}

export function signInHandlers({
  organization,
  policy,
  methods,
  openId,
  people,
}: SignInDependencies): Handlers<
  | 'getSignInOptions'
  | 'beginOpenId'
  | 'finishOpenId'
  | 'getSignInPolicy'
  | 'updateSignInPolicy'
  | 'listSignInMethods'
  | 'createSignInMethod'
  | 'testSignInMethod'
  | 'getSignInMethod'
  | 'updateSignInMethod'
  | 'deleteSignInMethod'
> {
  /** @returns the version to be changed, where the caller named one */
  const changeable = async (name: string, headers: Headers): Promise<string | undefined> => {
    const method = found(await methods.get(name));
    refuseFileOwned(method);
    return expectedVersion(headers, method.version);
  };
  /** Where passwords are for owners, all others need a way in. @param without a method that is about to go */
  const keepAWayIn = async (passwords: 'everybody' | 'owners', without?: string): Promise<void> => {
    if (passwords === 'everybody') return;
    if ((await methods.list()).some(({ name, enabled }) => enabled && name !== without)) return;
    throw new GatewayError('conflict', { message: 'Nobody but owners could sign in: add single sign-on first.' });
  };
  return {
    async getSignInOptions() {
      const all = await methods.list();
      return {
        organization: (await organization.get()).name,
        passwords: (await policy.get()).passwords,
        methods: all.filter(({ enabled }) => enabled).map(({ name, title }) => ({ name, title })),
      };
    },
    async beginOpenId({ body, setCookies }) {
      const { location, cookies } = await openId.begin(body.method);
      setCookies(cookies);
      return { location };
    },
    async finishOpenId(input) {
      const signedIn = await openId.finish(input.body, input.headers.get('cookie'), callerOf(input));
      await endEarlier(people, input.headers);
      input.setCookies(signedIn.cookies);
      return meView(signedIn);
    },
    getSignInPolicy: () => policy.get(),
    async updateSignInPolicy({ body }) {
      refuseFileOwned(await policy.get());
      await keepAWayIn(body.passwords ?? 'everybody');
      return policy.update(body);
    },
    listSignInMethods: async () => ({ data: await methods.list() }),
    createSignInMethod: ({ body }) => methods.create(body),
    testSignInMethod: ({ body }) => openId.test(body),
    getSignInMethod: async ({ params }) => found(await methods.get(params.method)),
    async updateSignInMethod({ params, body, headers }) {
      const from = await changeable(params.method, headers);
      if (!body.enabled) await keepAWayIn((await policy.get()).passwords, params.method);
      return methods.update(params.method, body, { from });
    },
    async deleteSignInMethod({ params, headers }) {
      await changeable(params.method, headers);
      await keepAWayIn((await policy.get()).passwords, params.method);
      await methods.delete(params.method);
      return undefined;
    },
  };
}
