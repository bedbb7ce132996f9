/** On every answer that is not a page: the request's name, and that browsers take the type as it is said (WHATWG Fetch section 3.6). */
export function commonHeaders(requestId: string): { 'x-request-id': string; 'x-content-type-options': string } {
  return { 'x-request-id': requestId, 'x-content-type-options': 'nosniff' };
}
