/**
 * The one table of errors. Code → FHIR issue type, HTTP status, safe text. `detail` may reach the person (no record
 * values, no tokens); `cause` goes to the log only.
 */
import type { OperationOutcomeIssue } from 'fhir/r4.js';

interface ErrorRow {
  readonly issue: OperationOutcomeIssue['code'];
  readonly status: number;
  readonly text: string;
}

const ROWS = {
  'bad-request': { issue: 'invalid', status: 400, text: 'The request is not valid.' },
  'unsupported-parameter': { issue: 'not-supported', status: 400, text: 'A parameter is not supported.' },
  'sign-in-required': { issue: 'login', status: 401, text: 'Sign in first.' },
  'invalid-token': {
    issue: 'login',
    status: 401,
    text: 'The access token is missing, expired or not for this server.',
  },
  'insufficient-scope': { issue: 'forbidden', status: 403, text: 'The access token does not allow this.' },
  forbidden: { issue: 'forbidden', status: 403, text: 'This is not allowed.' },
  'identity-mismatch': {
    issue: 'security',
    status: 403,
    text: 'The account belongs to someone else, so nothing was kept.',
  },
  'not-found': { issue: 'not-found', status: 404, text: 'There is nothing here.' },
  'method-not-allowed': { issue: 'not-supported', status: 405, text: 'This method is not allowed here.' },
  'not-acceptable': { issue: 'not-supported', status: 406, text: 'Only JSON can be given.' },
  conflict: { issue: 'conflict', status: 409, text: 'Something else changed this at the same time.' },
  gone: { issue: 'deleted', status: 410, text: 'This is no longer here.' },
  'too-large': { issue: 'too-long', status: 413, text: 'The request is too large.' },
  'unsupported-media-type': { issue: 'not-supported', status: 415, text: 'This content type is not accepted.' },
  'precondition-failed': { issue: 'conflict', status: 412, text: 'It is not in the version that was asked for.' },
  unprocessable: { issue: 'business-rule', status: 422, text: 'What was sent breaks a rule.' },
  'too-many-requests': { issue: 'throttled', status: 429, text: 'Too many requests. Try again later.' },
  'link-failed': { issue: 'processing', status: 400, text: 'The account could not be linked.' },
  'source-failed': { issue: 'transient', status: 502, text: 'A source did not answer as it should.' },
  unavailable: { issue: 'transient', status: 503, text: 'This cannot be answered just now. Try again later.' },
  internal: { issue: 'exception', status: 500, text: 'Something went wrong here.' },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ROWS;

export class GatewayError extends Error {
  readonly code: ErrorCode;
  readonly issue: OperationOutcomeIssue['code'];
  readonly status: number;
  /** Safe words for the one who can act on it; the table's text where none is given. */
  readonly detail: string;

  /**
   * @param detail safe text: no token, no name, no value from a record.
   * @param cause for the log only.
   */
  constructor(code: ErrorCode, detail?: string, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    const row: ErrorRow = ROWS[code];
    this.name = 'GatewayError';
    this.code = code;
    this.issue = row.issue;
    this.status = row.status;
    this.detail = detail ?? row.text;
  }
}
