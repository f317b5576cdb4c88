/**
 * Which of the scopes an app asks for can be granted, each cut down to what the gateway can do, in the app's own writing
 * (SMART App Launch 2.2, "Scopes and launch context": a server may grant less than was asked). The gateway only reads, and
 * only one patient's record: `user/` and `system/`, `launch` and `online_access` are left out.
 */
import type { ResourceScope } from '../access/access-grant.ts';
import { parseScopes } from '../access/parse-scopes.ts';
import { R4_TYPES } from '../access/tables/resource-types.ts';

/** Scopes that are not about resources. */
export const OWN_SCOPES = ['openid', 'fhirUser', 'profile', 'launch/patient', 'offline_access'] as const;

/** What is advertised; every FHIR type the gateway knows may stand for the `*`. */
export const ADVERTISED_SCOPES = [...OWN_SCOPES, 'patient/*.rs', 'patient/*.read'] as const;

const IDENTITY_SCOPES: ReadonlySet<string> = new Set(['fhirUser', 'profile']);
const RESOURCE_SCOPE = /^patient\/([A-Z][A-Za-z]{1,63}|\*)\.(read|\*|[cruds]{1,5})(\?[^ ]{1,2000})?$/;
/** More is no longer a request that a person could read. */
const MAX_SCOPES = 300;

export function splitScopes(scope: string | undefined): readonly string[] {
  return (scope ?? '').split(' ').filter((word) => word !== '');
}

/** @returns those that can be granted, each once, in the order asked. */
export function grantableScopes(asked: string | undefined): readonly string[] {
  const words = splitScopes(asked).slice(0, MAX_SCOPES);
  // `fhirUser` is told in the id token, and there is none without `openid`.
  const known = words.filter((word) => !IDENTITY_SCOPES.has(word) || words.includes('openid'));
  return [...new Set(known.flatMap((word) => grantableScope(word) ?? []))];
}

/** What a scope on resources allows; undefined for every other scope. */
export function meaningOf(scope: string): ResourceScope | undefined {
  return parseScopes(scope).find(({ level, read, search }) => level === 'patient' && (read || search));
}

function grantableScope(word: string): string | undefined {
  if ((OWN_SCOPES as readonly string[]).includes(word)) return word;
  const [, type, suffix, query = ''] = RESOURCE_SCOPE.exec(word) ?? [];
  if (type === undefined || suffix === undefined || (type !== '*' && !R4_TYPES.has(type))) return undefined;
  const scope = `patient/${type}.${readingSuffix(suffix)}${query}`;
  return meaningOf(scope) === undefined ? undefined : scope;
}

/** v1 stays v1: `.*` becomes `.read`; of v2 only reading and searching are left. */
function readingSuffix(suffix: string): string {
  if (suffix === 'read' || suffix === '*') return 'read';
  return /^c?r?u?d?s?$/.test(suffix) ? suffix.replace(/[cud]/g, '') : '';
}

/**
 * Whether a scope of an answer lies within one that was asked for: the same, or one type in the place of all types
 * (`patient/Condition.rs` for `patient/*.rs`) in the same writing.
 */
export function isWithin(scope: string, asked: readonly string[]): boolean {
  if (asked.includes(scope)) return true;
  return (
    asked.includes(scope.replace(/^patient\/[A-Z][A-Za-z]{1,63}\./, 'patient/*.')) && grantableScope(scope) === scope
  );
}

/** Some reading of the patient's record, so that a patient context is due (SMART App Launch 2.2, "Launch context"). */
export function needsPatient(scopes: readonly string[]): boolean {
  return scopes.includes('launch/patient') || scopes.some((scope) => meaningOf(scope) !== undefined);
}
