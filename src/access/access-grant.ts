/** Who asks, for whom, with what rights. Pure values: issue of tokens and storage are elsewhere. */

/** One SMART scope on resources, v1 or v2, in v2 terms (SMART App Launch 2.2, "Scopes for requesting FHIR Resources"). */
export interface ResourceScope {
  readonly level: 'patient' | 'user' | 'system';
  /** FHIR type or `*`. */
  readonly type: string;
  readonly read: boolean;
  readonly search: boolean;
}

export interface AccessGrant {
  /** Who is signed in, as the issuer names them. */
  readonly actor: { readonly issuer: string; readonly sub: string };
  /** Client app; undefined where the token does not say. */
  readonly clientId: string | undefined;
  /** Gateway Patient id of the record's owner. */
  readonly subjectId: string;
  readonly scopes: readonly ResourceScope[];
  /** Sources the viewer may see; undefined = all. Narrows the reconciler's input (law L10). */
  readonly sources: readonly string[] | undefined;
}
