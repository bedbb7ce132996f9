/** Where somebody wanted to be before they were sent to an issuer; kept for this tab only. */
const KEY = 'onefirewall.return';

/** @param path with its query; pages of signing in are no place to come back to */
export function rememberReturn(path: string): void {
  sessionStorage.setItem(KEY, /^\/(?:sign-in|two-factor)/.test(path) ? '/' : path);
}

/** Once. Only a path of this dashboard: two slashes would be another host. */
export function takeReturn(): string {
  const path = sessionStorage.getItem(KEY) ?? '/';
  sessionStorage.removeItem(KEY);
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
