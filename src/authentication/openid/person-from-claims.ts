/** What an issuer's claims make of a person: whether they may come in, and as what. Pure. */
import type { MethodSettings } from '../../contract/sign-in-method.ts';
import { emailSchema, type OrganizationRole } from '../../contract/user.ts';
import { GatewayError } from '../../errors.ts';

export interface ClaimedPerson {
  readonly email: string;
  readonly name: string | undefined;
  /** In a domain that the method allows. */
  readonly domainAllowed: boolean;
  /** Undefined where no rule is set: then the dashboard decides. */
  readonly role: OrganizationRole | undefined;
}

/** @throws GatewayError sign_in_refused */
export function personFromClaims(claims: Readonly<Record<string, unknown>>, method: MethodSettings): ClaimedPerson {
  const email = emailSchema.safeParse(claims.email);
  if (!email.success) throw refused('The issuer does not say your e-mail address.');
  if (!isVerified(claims.email_verified, method)) throw refused('The issuer has not verified your e-mail address.');
  const domain = email.data.slice(email.data.lastIndexOf('@') + 1);
  const { allowedDomains } = method;
  const domainAllowed = allowedDomains.includes('*') || allowedDomains.includes(domain);
  if (!domainAllowed && allowedDomains.length > 0) throw refused('Your e-mail domain may not sign in here.');
  const name = typeof claims.name === 'string' ? claims.name.trim().slice(0, 200) : '';
  return { email: email.data, name: name === '' ? undefined : name, domainAllowed, role: roleOf(claims, method) };
}

/** Some issuers write the flag as a text. One that says "no" is believed, whatever the settings. */
function isVerified(flag: unknown, { emailsAreVerified }: MethodSettings): boolean {
  if (flag === undefined || flag === null) return emailsAreVerified;
  return flag === true || flag === 'true';
}

function roleOf(claims: Readonly<Record<string, unknown>>, method: MethodSettings): OrganizationRole | undefined {
  if (method.roles.length === 0) return undefined;
  const rule = method.roles.find(({ claim, value }) => holds(valueAt(claims, claim), value));
  const role = rule?.role ?? method.defaultRole;
  return role === 'owner' && !method.allowOwners ? 'admin' : role;
}

/** The claim by its whole name first: names like `https://example.com/groups` have dots. */
function valueAt(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      claims,
    );
}

function holds(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((one) => one === wanted);
  return value === wanted || (typeof value === 'boolean' && String(value) === wanted);
}

function refused(message: string): GatewayError {
  return new GatewayError('sign_in_refused', { message });
}
