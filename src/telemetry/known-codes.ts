/** `code` and `state` name secrets of OAuth and, elsewhere, plain words of the gateway: these words, and no others, may show. */
import type { ErrorCode } from '../errors.ts';
import type { LinkState } from '../ports/linked-account.ts';
import type { SourceErrorCode } from '../ports/source-connector.ts';
import type { ReadState, SourceState } from '../record/completeness.ts';

/** The compiler refuses a word that is missing here. */
const WORDS: Readonly<Record<ErrorCode | SourceErrorCode | ReadState | SourceState | LinkState, true>> = {
  'bad-request': true,
  'unsupported-parameter': true,
  'sign-in-required': true,
  'invalid-token': true,
  'insufficient-scope': true,
  forbidden: true,
  'identity-mismatch': true,
  'not-found': true,
  'method-not-allowed': true,
  'not-acceptable': true,
  conflict: true,
  gone: true,
  'too-large': true,
  'unsupported-media-type': true,
  'precondition-failed': true,
  unprocessable: true,
  'too-many-requests': true,
  unavailable: true,
  'link-failed': true,
  'source-failed': true,
  internal: true,
  unreachable: true,
  'timed-out': true,
  refused: true,
  'access-withdrawn': true,
  'needs-sign-in': true,
  'not-fhir': true,
  'too-many-pages': true,
  incomplete: true,
  'foreign-link': true,
  'cyclic-paging': true,
  'other-patient': true,
  'rate-limited': true,
  'server-error': true,
  'authorization-failed': true,
  misconfigured: true,
  done: true,
  'nothing-there': true,
  partial: true,
  failed: true,
  unread: true,
  complete: true,
  stale: true,
  withheld: true,
  'awaiting-confirmation': true,
  active: true,
};

/** Codes of Node, undici and SQLite: capitals only, which no authorization server gives as a code. */
const SYSTEM_CODE = /^(E|ERR_|UND_ERR_|SQLITE_)[A-Z_]{3,40}$/;

export function isKnownCode(name: string, value: unknown): boolean {
  if ((name !== 'code' && name !== 'state') || typeof value !== 'string') return false;
  return Object.hasOwn(WORDS, value) || SYSTEM_CODE.test(value);
}
