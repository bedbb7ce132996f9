/**
 * A request's name in headers and logs, `req_` and the 32 digits of a UUID version 7 (RFC 9562), and the same UUID as the key of
 * its audit event: whoever has the one can look up the other.
 */
export function newRequestId(): string {
  const id = Bun.randomUUIDv7();
  return `req_${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(19, 23)}${id.slice(24)}`;
}

/** The audit event's id; undefined for a text that is no id of ours. */
export function eventIdOf(requestId: string): string | undefined {
  if (!REQUEST_ID.test(requestId)) return undefined;
  const digits = requestId.slice(4);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

const REQUEST_ID = /^req_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/;
