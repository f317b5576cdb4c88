/** Who asks, for whom, with what rights. Pure values: issue of tokens and storage are elsewhere. */

/** One parameter of a granular scope, `category=…|laboratory` (SMART App Launch 2.2, "Finer-grained resource constraints"). */
export interface ScopeFilter {
  /** Name of a search parameter of the scope's type. */
  readonly name: string;
  /** As in a search; alternatives separated by commas. */
  readonly value: string;
}

/** One SMART scope on resources, v1 or v2, in v2 terms (SMART App Launch 2.2, "Scopes for requesting FHIR Resources"). */
export interface ResourceScope {
  readonly level: 'patient' | 'user' | 'system';
  /** FHIR type or `*`. */
  readonly type: string;
  readonly read: boolean;
  readonly search: boolean;
  /** Only records that meet all of them; empty: every record of the type. */
  readonly filters: readonly ScopeFilter[];
}

/** Which sensitivity labels (`meta.security`) a viewer may see. A record is seen where every label on it is among them. */
export interface LabelRights {
  /** `<system>|<code>` */
  readonly codes: readonly string[];
  /** Unlabelled is not "general" for anyone but the patient (design 6). */
  readonly unlabelled: boolean;
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
  /** Labels the viewer may see; undefined = all. Narrows the reconciler's input (law L10). */
  readonly labels: LabelRights | undefined;
  /** ISO instant after which it no longer holds; undefined where only the token's own end counts. */
  readonly until: string | undefined;
  /** The consent it rests on (`AppGrant.id`); undefined for tokens of other issuers and for the pages. */
  readonly appGrantId: string | undefined;
}
