/** What `patient/…` scopes allow (SMART App Launch 2.2, "Scopes for requesting FHIR Resources"), v1 and v2 forms. */

export const LAUNCH_SCOPES = ['openid', 'fhirUser', 'profile', 'launch/patient', 'offline_access'] as const;

/** Every scope the server knows: for each type and `*` the forms an app may ask for. */
export function patientScopes(types: readonly string[]): readonly string[] {
  const forms = ['*', ...types].flatMap((type) => ['rs', 'r', 's', 'read'].map((form) => `patient/${type}.${form}`));
  return [...LAUNCH_SCOPES, ...forms];
}

function allows(scopes: ReadonlySet<string>, type: string, letter: 'r' | 's'): boolean {
  return ['*', type].some((subject) => ['rs', letter, 'read'].some((form) => scopes.has(`patient/${subject}.${form}`)));
}

export function mayRead(scopes: ReadonlySet<string>, type: string): boolean {
  return allows(scopes, type, 'r');
}

export function maySearch(scopes: ReadonlySet<string>, type: string): boolean {
  return allows(scopes, type, 's');
}

/** `$everything` gives all types, so it needs a scope on all. */
export function mayHaveEverything(scopes: ReadonlySet<string>): boolean {
  return mayRead(scopes, '*') && maySearch(scopes, '*');
}
