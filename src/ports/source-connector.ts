/** Port: a place that holds a person's record, seen from the gateway. */
import type { Coding } from 'fhir/r4.js';
import type { FhirVersion } from '../record/fhir/types.ts';
import type { ReceivedResource, UnreadableItem } from '../record/source-input.ts';
import type { ReadState } from '../record/completeness.ts';
import type { Reason } from '../record/reasons.ts';
import type { ReadOutcome, TokenSet } from './linked-account.ts';
import type { VerifiedIdentifier } from './people.ts';

/** Words of an operator: in English, or by language (BCP 47: `en`, `cy`). */
export type OperatorText = string | Readonly<Record<string, string>>;

/** The public part of a source's configuration. */
export interface SourceDescription {
  readonly name: string;
  /** For people: "City Hospital portal". */
  readonly title: string;
  /** One sentence: what linking it adds. */
  readonly adds: OperatorText;
  readonly kind: 'smart' | 'oauth2' | 'gp-connect-structured';
  readonly baseUrl: string;
  readonly fhirVersion: FhirVersion;
  readonly viewOf: string | undefined;
  /** `meta.security` of items that carry none. */
  readonly defaultLabels?: readonly Coding[];
  /** `backend`: linked by agreement, without a sign-in there (SMART Backend Services). Undefined: the person signs in. */
  readonly access?: 'patient' | 'backend';
}

/** What must be remembered between sending the person away and the callback. Serialisable; kept in the shared store. */
export interface AuthorizationTransaction {
  readonly source: string;
  readonly state: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  /** Issuer the person was sent to; compared with `iss` of the callback (RFC 9207). */
  readonly issuer: string;
  readonly requestedScope: string;
}

export interface Grant {
  readonly tokens: TokenSet;
  /** SMART launch context `patient`, or what the source's own way of saying it gave. */
  readonly patientId: string | undefined;
}

/** Gives tokens to a pull. The refreshed token is stored before it is handed out. */
export interface AccessTokens {
  current(): Promise<string>;
  /** Called after a 401 with the token that was rejected; throws SourceError `needs-sign-in` where no better one can be had. */
  renew(rejected: string): Promise<string>;
}

export interface Progress {
  readonly type: string;
  readonly state: 'pending' | 'reading' | ReadState;
  readonly received: number;
}

export interface PullContext {
  readonly tokens: AccessTokens;
  readonly patientId: string | undefined;
  /** Aborted at the deadline: what was read until then is returned, the rest is `partial` or `failed`. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** What earlier readings gave, kind by kind: then the changes since may do. Undefined: everything is read. */
  readonly earlier?: readonly ReadOutcome[] | undefined;
  /** Identifiers of the person that the source's Patient was found to carry, too, when it was linked. */
  readonly identifiers?: readonly VerifiedIdentifier[] | undefined;
  /** As granted last; undefined: not known. A kind outside it that comes back empty was not "nothing". */
  readonly grantedScope?: string | undefined;
}

export interface PulledResource extends ReceivedResource {
  /** TypeOutcome.type under which it was read. */
  readonly readAs: string;
  readonly text: string;
}

/** Why a kind is not whole, for the log: codes only. */
export interface ReadFault {
  readonly type: string;
  /** `unreachable (ECONNRESET)`, `not-fhir`. */
  readonly why: string;
}

export interface PullResult {
  readonly resources: readonly PulledResource[];
  readonly unreadable: readonly (UnreadableItem & { readonly readAs: string })[];
  readonly outcomes: readonly ReadOutcome[];
  /** One for each kind that failed or has a shortfall, as far as there is a code for it. */
  readonly faults?: readonly ReadFault[];
  /** The source asked to be left alone for this long: it named more than is waited for within one reading. */
  readonly askAgainAfterMs?: number;
  /** True where the source refused everything (401 with a new token, 403): access was withdrawn there. */
  readonly withdrawn?: boolean;
}

/** One finding of `phr-gateway source check`. */
export interface CheckFinding {
  readonly subject:
    'reachability' | 'discovery' | 'capabilities' | 'scopes' | 'clock' | 'authentication' | 'configuration';
  readonly level: 'works' | 'missing' | 'wrong' | 'note';
  readonly text: string;
}

export type SourceErrorCode =
  | 'unreachable'
  | 'timed-out'
  | 'refused'
  | 'forbidden'
  | 'access-withdrawn'
  | 'needs-sign-in'
  | 'not-fhir'
  | 'too-large'
  | 'too-many-pages'
  | 'incomplete'
  | 'foreign-link'
  | 'cyclic-paging'
  | 'other-patient'
  | 'rate-limited'
  | 'server-error'
  | 'not-found'
  | 'authorization-failed'
  | 'misconfigured';

/** A source did not do as it should. `detail` is safe for people; nothing of a token or a record is in it. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly detail: Reason;
  constructor(code: SourceErrorCode, detail: Reason, cause?: unknown) {
    super(`${code}: ${detail}`, cause === undefined ? undefined : { cause });
    this.name = 'SourceError';
    this.code = code;
    this.detail = detail;
  }
}

/** SMART Backend Services: the gateway's own access, used for one person at a time. */
export interface BackendAccess {
  /** Client credentials with `system/` scopes. @throws SourceError. */
  authorize(): Promise<TokenSet>;
  /**
   * Patients of the source that carry one of these identifiers, by business identifier and never by name.
   * @throws SourceError.
   */
  findPatients(
    identifiers: readonly VerifiedIdentifier[],
    context: Pick<PullContext, 'tokens' | 'signal'>,
  ): Promise<readonly ReceivedResource[]>;
}

export interface SourceConnector {
  readonly source: SourceDescription;
  /** Where to send the person's browser. `state` has at least 128 bits; PKCE S256; `aud` = base URL for SMART sources. */
  startAuthorization(
    redirectUri: string,
  ): Promise<{ readonly url: string; readonly transaction: AuthorizationTransaction }>;
  /** @throws SourceError `authorization-failed` for an error parameter, a foreign issuer, a refused code. */
  completeAuthorization(callback: URL, transaction: AuthorizationTransaction): Promise<Grant>;
  /** @throws SourceError `needs-sign-in` where the refresh token is no longer taken. */
  refresh(tokens: TokenSet): Promise<TokenSet>;
  /** When the refresh token ends, where the source can be asked: never on the way of a refresh, whose result must be kept first. */
  refreshExpiry?(tokens: TokenSet): Promise<string | undefined>;
  /** Best effort; says what happened. */
  revoke(tokens: TokenSet): Promise<'revoked' | 'not-offered' | 'failed'>;
  /** Only where `source.access` is `backend`. */
  readonly backend?: BackendAccess;
  /** The source's Patient for the identity gate. */
  readPatient(context: Pick<PullContext, 'tokens' | 'patientId' | 'signal'>): Promise<ReceivedResource>;
  /** Reads all kinds of data side by side. Never throws for one failing kind: its outcome says so. */
  pull(context: PullContext): Promise<PullResult>;
  check(): Promise<readonly CheckFinding[]>;
}
