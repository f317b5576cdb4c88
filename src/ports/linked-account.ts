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

/**
 * `needs-sign-in`: the person can mend it by signing in there. `refused`: the source says that access was withdrawn.
 * `unreachable`: passing.
 */
export type LinkState = 'awaiting-confirmation' | 'active' | 'needs-sign-in' | 'refused' | 'unreachable';

/** As told to people: `expiring` is an active link whose sign-in ends soon. */
export type ToldLinkState = LinkState | 'expiring';

/** How the reading of one kind went, and what the next reading must know. The latter is never given out. */
export interface ReadOutcome extends TypeOutcome {
  /** Changes only were asked for: what was not delivered is as it was. */
  readonly increment?: boolean;
  /** Everything changed before this instant, by the earlier of both clocks, is in. Undefined: changes cannot be asked for. */
  readonly asOf?: string;
  /** Of the one answer that holds the whole kind. */
  readonly etag?: string;
}

/** What the actor who linked the account agreed to, where a source is read without a sign-in there. */
export interface LinkConsent {
  readonly at: string;
  /** As shown. */
  readonly words: string;
  readonly scope: string;
}

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
  /** ISO instant when it is read again by itself; undefined: not before somebody asks. */
  readonly nextReadingAt?: string | undefined;
  /** Safe words on why the last try failed. */
  readonly lastFailure: string | undefined;
  readonly outcomes: readonly ReadOutcome[];
  /** When it was last tried, by the clock of who tried; `lastTriedAt` never goes back though clocks do. */
  readonly askedAt?: string | undefined;
  /** The source asked to be left alone until then. */
  readonly waitUntil?: string | undefined;
  /** Only for sources read by agreement. */
  readonly consent?: LinkConsent | undefined;
  /** When the person last signed in there. */
  readonly signedInAt?: string | undefined;
  /** When that sign-in ends, as far as the source said or earlier ones showed. */
  readonly signInEndsAt?: string | undefined;
  /** How long an earlier sign-in lasted that ended by itself, in milliseconds. */
  readonly signInLastedMs?: number | undefined;
}

/** Tokens as the source's token endpoint gave them. Encrypted wherever they rest (law L11). */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** ISO instant; undefined when the source did not say. */
  readonly expiresAt: string | undefined;
  readonly scope: string;
  /** ISO instant when the refresh token ends; undefined where nobody said. */
  readonly refreshExpiresAt?: string | undefined;
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
