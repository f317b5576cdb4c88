/** A person's account at a source, and what was read from it. */
import type { TypeOutcome } from '../record/completeness.ts';

/** Outcome of the identity gate (design 6). */
export interface IdentityCheck {
  readonly result: 'match' | 'insufficient' | 'mismatch';
  /** Which facts agreed or contradicted, by name only: `nhs-number`, `birth-date`, `family-name`. */
  readonly agreed: readonly string[];
  readonly contradicted: readonly string[];
  /** Actor who confirmed an `insufficient` one, and when. */
  readonly confirmedBy: string | undefined;
  readonly confirmedAt: string | undefined;
}

export type LinkState = 'awaiting-confirmation' | 'active' | 'needs-sign-in' | 'unreachable';

export interface LinkedAccount {
  readonly id: string;
  readonly subjectId: string;
  /** Who linked it. */
  readonly actorId: string;
  /** Source name of the configuration. */
  readonly source: string;
  /** The Patient's id at the source. */
  readonly sourcePatientId: string | undefined;
  /** Scope as granted, read back from the token answer. */
  readonly grantedScope: string;
  readonly state: LinkState;
  readonly identity: IdentityCheck;
  readonly linkedAt: string;
  readonly lastSuccessAt: string | undefined;
  readonly lastTriedAt: string | undefined;
  /** Safe words on why the last try failed. */
  readonly lastFailure: string | undefined;
  readonly outcomes: readonly TypeOutcome[];
}

/** Tokens as the source's token endpoint gave them. Encrypted wherever they rest (law L11). */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** ISO instant; undefined when the source did not say. */
  readonly expiresAt: string | undefined;
  readonly scope: string;
}

/** A resource as received, at rest. */
export interface StoredResource {
  readonly resourceType: string;
  readonly originalId: string | undefined;
  /** Exactly as received. */
  readonly text: string;
  readonly fullUrl: string | undefined;
  readonly at: string;
  /** Set where the text is no JSON object; the reason in safe words. */
  readonly unreadable: string | undefined;
  /** The kind of data (TypeOutcome.type) whose reading delivered it. */
  readonly readAs: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}
