/** Who can sign in to the sandbox: invented people, some of whom act for another. */

/** What the sign-in service says about a person (claims as NHS login names them). */
export interface SignInClaims {
  readonly nhs_number?: string;
  readonly identity_proofing_level: 'P9' | 'P5' | 'P0';
  readonly given_name?: string;
  readonly family_name?: string;
  /** FHIR date. */
  readonly birthdate?: string;
}

export interface SandboxUser {
  readonly userName: string;
  readonly password: string;
  /** Subject at every server of the sandbox. */
  readonly sub: string;
  /** The person this user is. */
  readonly person: string;
  readonly claims: SignInClaims;
  /** People whose records this user may open: usually themselves; a parent also the child. */
  readonly mayOpen: readonly {
    readonly person: string;
    readonly label: string;
    readonly as: 'self' | 'parent' | 'carer';
  }[];
}
