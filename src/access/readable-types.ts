/** Which FHIR types a viewer may have: every type (`*`) or those named, sorted. */
import type { AccessGrant } from './access-grant.ts';

export type ReadableTypes = '*' | readonly string[];

export type Interaction = 'read' | 'search' | 'everything';

/**
 * Types that have no rights of their own: they go with the records they are about (design 4). OperationOutcome tells how
 * complete an answer is, Device is the gateway itself.
 */
export const COMPANION_TYPES: ReadonlySet<string> = new Set([
  'Linkage',
  'Provenance',
  'DetectedIssue',
  'OperationOutcome',
  'Device',
]);

/**
 * Only `patient/` scopes count: `user/` and `system/` reach beyond one record and are not given here. `everything` lists
 * records and hands them out, so it takes both rights.
 */
export function readableTypes(grant: AccessGrant, interaction: Interaction): ReadableTypes {
  const granting = grant.scopes.filter((scope) => scope.level === 'patient');
  const reading = granting.filter((scope) => scope.read).map((scope) => scope.type);
  const searching = granting.filter((scope) => scope.search).map((scope) => scope.type);
  if (interaction === 'read') return named(reading);
  if (interaction === 'search') return named(searching);
  return intersection(named(reading), named(searching));
}

/** Whether records of this type may be given, companions apart. */
export function isReadable(types: ReadableTypes, type: string): boolean {
  return types === '*' || types.includes(type);
}

function named(types: readonly string[]): ReadableTypes {
  return types.includes('*') ? '*' : [...new Set(types)].sort();
}

function intersection(a: ReadableTypes, b: ReadableTypes): ReadableTypes {
  if (a === '*') return b;
  return b === '*' ? a : a.filter((type) => b.includes(type));
}
