/**
 * Every error the gateway answers with: one type, one catalogue. The public text is all a client sees; a cause stays inside
 * and is never printed with values. Statuses and codes follow OpenAI's error envelope (platform.openai.com/docs/guides/error-codes).
 */
export const ERRORS = {
  invalid_json: { status: 400, type: 'invalid_request_error', message: 'The request body is not valid JSON.' },
  invalid_value: {
    status: 400,
    type: 'invalid_request_error',
    message: 'A parameter has a value that is not allowed.',
  },
  missing_required_parameter: {
    status: 400,
    type: 'invalid_request_error',
    message: 'A required parameter is missing.',
  },
  unknown_parameter: { status: 400, type: 'invalid_request_error', message: 'A parameter is not known.' },
  unsupported_parameter: {
    status: 400,
    type: 'invalid_request_error',
    message: 'A parameter is not supported by this workspace.',
  },
  pii_detected: { status: 400, type: 'invalid_request_error', message: 'The request contains personal data.' },
  secret_detected: { status: 400, type: 'invalid_request_error', message: 'The request contains a secret.' },
  firewall_rule_violated: {
    status: 400,
    type: 'invalid_request_error',
    message: 'The request violates a firewall rule.',
  },
  unreadable_content: {
    status: 400,
    type: 'invalid_request_error',
    message: 'The request contains a part that cannot be inspected, and this workspace refuses those.',
  },
  answer_blocked: {
    status: 400,
    type: 'invalid_request_error',
    message: 'The model produced data that this workspace does not let through.',
  },
  invalid_api_key: {
    status: 401,
    type: 'invalid_request_error',
    message: 'Incorrect API key provided. Make a gateway key in the profile section of the dashboard.',
  },
  not_signed_in: { status: 401, type: 'invalid_request_error', message: 'Sign in first.' },
  invalid_credentials: {
    status: 401,
    type: 'invalid_request_error',
    message: 'The e-mail address or the password is wrong.',
  },
  permission_denied: { status: 403, type: 'permission_error', message: 'You may not do this.' },
  workspace_forbidden: { status: 403, type: 'permission_error', message: 'This key may not use this workspace.' },
  address_forbidden: { status: 403, type: 'permission_error', message: 'This key may not be used from this address.' },
  outside_schedule: { status: 403, type: 'permission_error', message: 'This workspace is closed at this time.' },
  two_factor_required: {
    status: 403,
    type: 'permission_error',
    message: 'Your organization asks for a second factor. Set it up in your profile first.',
  },
  sign_in_refused: { status: 403, type: 'permission_error', message: 'Signing in was refused.' },
  origin_forbidden: { status: 403, type: 'permission_error', message: 'Requests from this origin are not accepted.' },
  model_not_found: {
    status: 404,
    type: 'invalid_request_error',
    message: 'The model does not exist or you do not have access to it.',
  },
  not_found: { status: 404, type: 'invalid_request_error', message: 'There is nothing here.' },
  unknown_url: { status: 404, type: 'invalid_request_error', message: 'Unknown request URL.' },
  method_not_allowed: { status: 405, type: 'invalid_request_error', message: 'This method is not allowed here.' },
  conflict: { status: 409, type: 'invalid_request_error', message: 'This already exists or has changed meanwhile.' },
  managed_by_file: {
    status: 409,
    type: 'invalid_request_error',
    message: 'This is declared in the configuration file and can only be changed there.',
  },
  changed_meanwhile: {
    status: 412,
    type: 'invalid_request_error',
    message: 'This has changed since it was read. Read it again.',
  },
  request_too_large: { status: 413, type: 'invalid_request_error', message: 'The request body is too large.' },
  unsupported_content: {
    status: 415,
    type: 'invalid_request_error',
    message: 'The content type or encoding is not supported.',
  },
  rate_limit_exceeded: { status: 429, type: 'rate_limit_exceeded', message: 'Too many requests. Try again later.' },
  budget_exceeded: { status: 429, type: 'insufficient_quota', message: 'The budget is spent.' },
  internal_error: {
    status: 500,
    type: 'server_error',
    message: 'The gateway failed. The request id tells the operator where to look.',
  },
  upstream_error: {
    status: 502,
    type: 'server_error',
    message: 'The provider could not be reached or gave no usable answer.',
  },
  firewall_unavailable: {
    status: 503,
    type: 'server_error',
    message: 'The request could not be checked, so it was not forwarded.',
  },
  restoration_failed: {
    status: 503,
    type: 'server_error',
    message: 'The values could not be put back into the answer, so its tool calls were not delivered.',
  },
  overloaded: { status: 503, type: 'server_error', message: 'The gateway is busy. Try again soon.' },
  shutting_down: { status: 503, type: 'server_error', message: 'The gateway is shutting down.' },
  audit_unavailable: {
    status: 503,
    type: 'server_error',
    message: 'The request could not be recorded, so it was not forwarded.',
  },
  upstream_timeout: { status: 504, type: 'server_error', message: 'The provider did not answer in time.' },
} as const satisfies Record<string, { status: number; type: string; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: string | null;
    readonly code: string | null;
  };
}

export interface ErrorDetails {
  /** Public text instead of the catalogue's; never holds a detected value, a key or a prompt. */
  readonly message?: string;
  /** The field it is about (`messages[2].content`). */
  readonly param?: string | null;
  /** Extra response headers (`retry-after`, `x-should-retry`). */
  readonly headers?: Readonly<Record<string, string>>;
  /** For our own eyes; only its class name is ever logged. */
  readonly cause?: unknown;
}

/** The one error type. Throw it where it is noticed; the edge turns it into a response. */
export class GatewayError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly type: string;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? ERRORS[code].message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'GatewayError';
    this.code = code;
    this.status = ERRORS[code].status;
    this.type = ERRORS[code].type;
    this.param = details.param ?? null;
    this.headers = details.headers ?? {};
  }

  body(): ErrorBody {
    return { error: { message: this.message, type: this.type, param: this.param, code: this.code } };
  }
}
