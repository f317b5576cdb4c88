/**
 * Who is who. Subject and actor are two things everywhere: the subject is whose record it is, the actor is who is signed in.
 * A parent links and reads for a child under the child's subject.
 */

/** An account at an OpenID provider. */
export interface SignInIdentity {
  readonly issuer: string;
  readonly sub: string;
}

/** An identifier somebody vouched for, e.g. the NHS number from NHS login or from a source. */
export interface VerifiedIdentifier {
  readonly system: string;
  readonly value: string;
  /** Issuer URL or source name. */
  readonly verifiedBy: string;
}

/** A person known to the gateway, as subject, actor or both. `id` is the gateway's Patient id: random, FHIR id syntax. */
export interface Person {
  readonly id: string;
  readonly identities: readonly SignInIdentity[];
  readonly identifiers: readonly VerifiedIdentifier[];
  readonly name: {
    readonly text: string | undefined;
    readonly family: string | undefined;
    readonly given: readonly string[];
  };
  /** FHIR date. */
  readonly birthDate: string | undefined;
  readonly createdAt: string;
}

/** That an actor may act for a subject. A person acts for themselves by `self`. */
export interface Representation {
  readonly subjectId: string;
  readonly actorId: string;
  readonly relationship: 'self' | 'parent' | 'carer';
  readonly since: string;
  readonly until: string | undefined;
}
