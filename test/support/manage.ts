/** The management API of a gateway that listens, as a browser or a script would call it. */

export interface ManageOptions {
  /** The `cookie` header. */
  readonly cookie?: string;
  readonly body?: unknown;
  readonly userAgent?: string;
}

/** @param url of the gateway @param route a method and a path below /api/manage */
export async function manage(url: string, route: string, { cookie, body, userAgent }: ManageOptions = {}) {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${url}/api/manage${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(cookie === undefined || cookie === '' ? {} : { cookie }),
      ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  const answer: any = text === '' ? undefined : JSON.parse(text);
  const cookies = response.headers
    .getSetCookie()
    .filter((one) => !one.includes('Max-Age=0'))
    .map((one) => one.split(';')[0])
    .join('; ');
  return { status: response.status, body: answer, cookie: cookies };
}

/** For what a test only sets up with. @throws Error with the answer, where it is a refusal */
export async function mustManage(url: string, route: string, options: ManageOptions = {}) {
  const answer = await manage(url, route, options);
  if (answer.status >= 400) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
