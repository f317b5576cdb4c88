/**
 * Reads a SMART scope string into rights on resources, never wider than what was asked
 * (SMART App Launch 2.2, "Scopes for requesting FHIR Resources"; v1 suffixes as in "Scopes from SMART v1").
 */
import type { ResourceScope } from './access-grant.ts';

const RESOURCE_SCOPE = /^(patient|user|system)\/([A-Z][A-Za-z]{1,63}|\*)\.([a-z]{1,5}|\*)(\?.*)?$/;

/** v2 suffix: some of create, read, update, delete, search, in this order. */
const IN_ORDER = /^c?r?u?d?s?$/;

const V1_SUFFIXES: ReadonlyMap<string, { readonly read: boolean; readonly search: boolean }> = new Map([
  ['read', { read: true, search: true }],
  ['write', { read: false, search: false }],
  ['*', { read: true, search: true }],
]);

/**
 * Scopes on resources in the order given; what is unknown, out of order (`.dus`) or not about resources is left out.
 * A granular scope (`?category=…`) is not enforced by the gateway, so it grants nothing: neither read nor search.
 */
export function parseScopes(scope: string): ResourceScope[] {
  return scope.split(' ').flatMap((word) => {
    const parsed = parseScope(word);
    return parsed === undefined ? [] : [parsed];
  });
}

function parseScope(word: string): ResourceScope | undefined {
  const [, level, type, suffix, query] = RESOURCE_SCOPE.exec(word) ?? [];
  if (!isLevel(level) || type === undefined || suffix === undefined) return undefined;
  const rights = V1_SUFFIXES.get(suffix) ?? v2Rights(suffix);
  if (rights === undefined) return undefined;
  const granular = query !== undefined;
  return { level, type, read: rights.read && !granular, search: rights.search && !granular, filters: [] };
}

function v2Rights(suffix: string): { read: boolean; search: boolean } | undefined {
  if (!IN_ORDER.test(suffix)) return undefined;
  return { read: suffix.includes('r'), search: suffix.includes('s') };
}

function isLevel(level: string | undefined): level is ResourceScope['level'] {
  return level === 'patient' || level === 'user' || level === 'system';
}
