import type { Detector, Report, TypeEntry } from './detector.ts';
import { isAlnum, isAsciiLetter, isDigit } from './digit-runs.ts';
import { isPatterned, isPlaceholder } from './secrets/placeholder.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'URL_USER',
    kind: 'URL_CREDENTIALS',
    title: 'User name, and password, in a URL',
    source: 'RFC 3986 section 3.2.1',
  },
  {
    type: 'URL_PARAMETER',
    kind: 'URL_CREDENTIALS',
    title: 'Token or personal value in the query of a URL',
    source: 'RFC 3986 section 3.4; bearer tokens in queries: RFC 6750 section 2.3',
  },
];

const MAX_URL = 2048;
const MAX_USER = 256;

/** Users, tokens and personal values inside URLs, looked for from each `://`. */
export const urlCredentialsDetector: Detector = {
  name: 'url-credentials',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report): void {
    let floor = 0;
    for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
      if (at < floor || !isAsciiLetter(text.charCodeAt(at - 1))) continue;
      const start = at + 3;
      const limit = Math.min(text.length, start + MAX_URL);
      const end = urlEnd(text, start, limit);
      reportUser(text, start, end, report);
      const query = text.indexOf('?', start);
      if (query >= 0 && query < end) reportParameters(text, query + 1, end, report);
      floor = end;
    }
  },
};

/** End of the URL: the first character RFC 3986 has no place for. */
function urlEnd(text: string, start: number, limit: number): number {
  let index = start;
  while (index < limit && isUrlCode(text.charCodeAt(index))) index++;
  return index;
}

function isUrlCode(code: number): boolean {
  if (code <= 32 || code === 34 || code === 60 || code === 62 || code === 92 || code === 94 || code === 96)
    return false;
  return code !== 0xa0 && code !== 0x3000 && code !== 0x3002 && code !== 39 && code !== 41;
}

// Accounts of services in addresses of repositories and in connection strings of examples.
const SERVICE_USERS = new Set([
  'git',
  'hg',
  'svn',
  'anonymous',
  'guest',
  'user',
  'username',
  'root',
  'admin',
  'postgres',
  'oauth2',
]);

const SAMPLE_PASSWORDS = new Set([
  'password',
  'pass',
  'passwd',
  'pwd',
  'pw',
  'secret',
  'mypassword',
  'changeme',
  'test',
]);

/** A password that stands for one in documentation and test set-ups: it protects nothing, and neither does its user. */
function isSample(user: string, password: string): boolean {
  if (isTemplate(password) || password.toLowerCase() === user.toLowerCase()) return true;
  return SAMPLE_PASSWORDS.has(password.toLowerCase()) || isPlaceholder(password) || isPatterned(password);
}

function reportUser(text: string, start: number, end: number, report: Report): void {
  const limit = Math.min(end, start + MAX_USER);
  let colon = -1;
  let at = -1;
  for (let index = start; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 47 || code === 63 || code === 35) break;
    if (code === 58 && colon < 0) colon = index;
    // The last one counts (WHATWG URL, authority state): a user may be an address of mail.
    if (code === 64 && (isAlnum(text.charCodeAt(index + 1)) || text.charCodeAt(index + 1) === 91)) at = index;
  }
  if (at <= start) return;
  if (colon > at) colon = -1;
  const user = text.slice(start, colon < 0 ? at : colon);
  if (isTemplate(text.slice(start, at)) || (colon < 0 && SERVICE_USERS.has(user.toLowerCase()))) return;
  if (colon >= 0 && isSample(user, text.slice(colon + 1, at))) return;
  report(start, at, 'URL_CREDENTIALS', 'URL_USER', colon < 0 ? 0.6 : 0.7);
}

/** Parameters that carry a person, whatever the value. */
const PERSONAL = new Set(
  'email e-mail mail email_address emailaddress user_email useremail phone tel telephone mobile phone_number phonenumber msisdn ssn dob birthdate firstname first_name lastname last_name fullname full_name'.split(
    ' ',
  ),
);
/** Parameters that let whoever holds the URL in: the value has to look like a token. */
const TOKENS = new Set(
  'token access_token accesstoken auth_token authtoken refresh_token id_token auth session sessionid session_id sid jsessionid phpsessid apikey api_key api-key key secret client_secret password passwd pwd pass sig signature code otp reset_token invite jwt ticket credential'.split(
    ' ',
  ),
);

function reportParameters(text: string, start: number, end: number, report: Report): void {
  let index = start;
  while (index < end) {
    const stop = parameterEnd(text, index, end);
    const equals = text.indexOf('=', index);
    if (equals > index && equals < stop) {
      const name = text.slice(index, equals).toLowerCase();
      const value = text.slice(equals + 1, stop);
      const personal = PERSONAL.has(name) && value.length >= 5;
      if ((personal || (TOKENS.has(name) && isTokenLike(value))) && !isTemplate(value)) {
        report(equals + 1, stop, 'URL_CREDENTIALS', 'URL_PARAMETER', personal && /[0-9@%+.]/.test(value) ? 0.75 : 0.6);
      }
    } else if (equals < 0) return;
    index = stop + 1;
  }
}

/** A parameter ends at `&`, `;` or `#`; a point or comma that closes the sentence is not part of it. */
function parameterEnd(text: string, start: number, end: number): number {
  let index = start;
  while (index < end) {
    const code = text.charCodeAt(index);
    if (code === 38 || code === 59 || code === 35) return index;
    index++;
  }
  while (index > start && /[.,:!?\]}|*]/.test(text[index - 1] ?? '')) index--;
  return index;
}

/** Eight characters or more with letters and digits among them, or sixteen in hexadecimal. */
function isTokenLike(value: string): boolean {
  if (value.length < 8) return false;
  let digits = 0;
  let letters = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (isDigit(code)) digits++;
    else if (isAsciiLetter(code)) letters++;
  }
  return digits >= 2 && letters >= 2;
}

/** `${TOKEN}`, `{token}`, `<token>`, `$TOKEN`, `%s`, `YOUR_TOKEN`, `xxxx`, `****`, `...`: a place for a value. */
function isTemplate(value: string): boolean {
  return /[${}<>*[\]]|\.\.\.|^%[sdv]|x{4}|^(?:your|my|the|example|test|sample|dummy|placeholder)[-_]/i.test(value);
}
