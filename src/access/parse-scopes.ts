/**
 * Reads a SMART scope string into rights on resources, never wider than what was asked
 * (SMART App Launch 2.2, "Scopes for requesting FHIR Resources"; v1 suffixes as in "Scopes from SMART v1").
 */
import { criterion } from '../record/search/criterion.ts';
import type { ResourceScope, ScopeFilter } from './access-grant.ts';

const RESOURCE_SCOPE = /^(patient|user|system)\/([A-Z][A-Za-z]{1,63}|\*)\.([a-z]{1,5}|\*)(\?.*)?$/;

/** v2 suffix: some of create, read, update, delete, search, in this order. */
const IN_ORDER = /^c?r?u?d?s?$/;

const V1_SUFFIXES: ReadonlyMap<string, { readonly read: boolean; readonly search: boolean }> = new Map([
  ['read', { read: true, search: true }],
  ['write', { read: false, search: false }],
  ['*', { read: true, search: true }],
]);

/** Values that the gateway's own book-keeping gives: a right must not come and go with them. */
const NO_SCOPE_PARAMETERS: ReadonlySet<string> = new Set(['_lastUpdated']);

/**
 * Scopes on resources in the order given; what is unknown, out of order (`.dus`) or not about resources is left out. A
 * granular scope with a parameter that is not enforced here grants nothing: neither read nor search.
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
  const v1 = V1_SUFFIXES.get(suffix);
  const rights = v1 ?? v2Rights(suffix);
  if (rights === undefined) return undefined;
  if (query === undefined) return { level, type, ...rights, filters: [] };
  // Parameters came with version 2.
  const filters = v1 === undefined ? parseFilters(type, query.slice(1)) : undefined;
  return filters === undefined
    ? { level, type, read: false, search: false, filters: [] }
    : { level, type, ...rights, filters };
}

/** Undefined where any of them is not enforced: to leave one out would widen the scope. */
function parseFilters(type: string, query: string): ScopeFilter[] | undefined {
  const filters: ScopeFilter[] = [];
  for (const pair of query.split('&')) {
    const [name, ...rest] = pair.split('=');
    const filter = { name: decoded(name ?? ''), value: decoded(rest.join('=')) };
    if (filter.name === undefined || filter.value === undefined || filter.value === '') return undefined;
    const { name: parameter, value } = filter;
    const isEnforced = type === '*' || criterion(type, parameter, value) !== undefined;
    if (NO_SCOPE_PARAMETERS.has(parameter) || !isEnforced) return undefined;
    filters.push({ name: parameter, value });
  }
  return filters;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function v2Rights(suffix: string): { read: boolean; search: boolean } | undefined {
  if (!IN_ORDER.test(suffix)) return undefined;
  return { read: suffix.includes('r'), search: suffix.includes('s') };
}

function isLevel(level: string | undefined): level is ResourceScope['level'] {
  return level === 'patient' || level === 'user' || level === 'system';
}
