/**
 * Turns the parameters of a search into criteria (FHIR R4, "Search"). A parameter that is known and cannot be applied as
 * asked is refused: an answer is never wider than the question. Unknown ones are named, for the answer to say so.
 */
import { GatewayError } from '../errors.ts';
import { criterionOf, valuesOf, type Criterion } from '../record/search/criterion.ts';
import { splitEscaped, unescape } from '../record/search/escaped.ts';
import { matchesPatient, parseReferenceCriterion } from '../record/search/match-reference.ts';
import { SearchFault } from '../record/search/search-fault.ts';
import { findSearchParameter, isUnsupported, type SearchParameter } from '../record/search/search-parameters.ts';
import { readInclude, type Include } from './includes.ts';
import type { QueryParameter } from './query.ts';
import { emptyPaging, readPagingParameter, type Paging } from './result-parameters.ts';
import { readSort, type SortKey } from './sort-records.ts';

/** Of all parameters together: each is compared with each record. */
const MAX_ALTERNATIVES = 1_000;

export interface SearchRequest {
  readonly criteria: readonly Criterion[];
  readonly paging: Paging;
  readonly includes: readonly Include[];
  readonly sort: readonly SortKey[];
  /** Parameters that took effect, for the `self` link. */
  readonly applied: readonly (readonly [string, string])[];
  /** Names of parameters that took none. */
  readonly ignored: readonly string[];
  /** Names of parameters that took effect. */
  readonly used: ReadonlySet<string>;
  /** Reference to one asked for who is not the token's patient. */
  readonly otherPatient: string | undefined;
}

/**
 * @param subjectId whose record is searched; undefined where it is nobody's.
 * @throws GatewayError `bad-request`, `not-acceptable`, `too-large`, `unsupported-parameter`.
 */
export function parseSearch(
  resourceType: string,
  parameters: readonly QueryParameter[],
  subjectId: string | undefined,
  baseUrl: string,
): SearchRequest {
  try {
    return readSearch(resourceType, parameters, subjectId, baseUrl);
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error;
    throw new GatewayError(error.kind === 'value' ? 'bad-request' : 'unsupported-parameter', error.message);
  }
}

function readSearch(
  resourceType: string,
  parameters: readonly QueryParameter[],
  subjectId: string | undefined,
  baseUrl: string,
): SearchRequest {
  const criteria: Criterion[] = [];
  const applied: [string, string][] = [];
  const ignored = new Set<string>();
  const includes: Include[] = [];
  let sort: readonly SortKey[] | undefined;
  let paging = emptyPaging;
  let otherPatient: string | undefined;
  let alternatives = 0;
  for (const given of parameters) {
    const { name, modifier, value } = given;
    if (name === '') continue;
    // Whoever is named, for a type that has no such parameter too: the answer is about the token's patient.
    if (name === 'patient' || name === 'subject') otherPatient ??= namedOther(given, subjectId, baseUrl);
    const next = readPagingParameter(given, paging);
    const include = readInclude(given, resourceType);
    const sorted = name === '_sort' && modifier === undefined ? readSort(value, resourceType) : undefined;
    if (sorted !== undefined && sort !== undefined) throw new SearchFault('value', 'There can be one _sort.');
    const parameter = findSearchParameter(resourceType, name);
    if (next !== undefined) paging = next;
    else if (include !== undefined) includes.push(include);
    else if (sorted !== undefined) sort = sorted;
    else if (parameter !== undefined) {
      alternatives += splitEscaped(value, ',').length;
      if (alternatives > MAX_ALTERNATIVES) throw new GatewayError('too-large', 'The search has too many alternatives.');
      criteria.push(parameterCriterion(parameter, given, subjectId, baseUrl));
    } else {
      refuseUnenforceable(resourceType, given);
      ignored.add(name);
      continue;
    }
    applied.push([modifier === undefined ? name : `${name}:${modifier}`, value]);
  }
  return {
    criteria,
    paging,
    includes,
    sort: sort ?? [],
    applied,
    ignored: [...ignored],
    used: new Set(applied.map(([name]) => name.split(':')[0] ?? name)),
    otherPatient,
  };
}

/**
 * FHIR R4, 3.1.1.4.5: a modifier that is not supported must be refused; a chain, and a criterion that FHIR defines, is
 * refused for the same reason.
 */
function refuseUnenforceable(resourceType: string, { name, modifier }: QueryParameter): void {
  if (modifier !== undefined || name.includes('.') || isUnsupported(resourceType, name)) {
    throw new SearchFault('unsupported', 'Modifiers, chained and combined parameters are not supported.');
  }
}

function namedOther(
  { modifier, value }: QueryParameter,
  subjectId: string | undefined,
  baseUrl: string,
): string | undefined {
  // These are criteria like any other: they name nobody.
  if (modifier === 'missing' || modifier === 'identifier') return undefined;
  for (const alternative of splitEscaped(value, ',').map(unescape)) {
    const wanted = parseReferenceCriterion(alternative, modifier, 'patient', baseUrl);
    if (wanted.url !== undefined) return 'Patient/elsewhere';
    // With the type, so that a Group of the same id is not taken for the person.
    const reference = `${wanted.type ?? 'Patient'}/${wanted.id}`;
    if (reference !== `Patient/${subjectId}`) return reference;
  }
  return undefined;
}

function parameterCriterion(
  parameter: SearchParameter,
  given: QueryParameter,
  subjectId: string | undefined,
  baseUrl: string,
): Criterion {
  const criterion = criterionOf(parameter, given, baseUrl);
  const namesPatient = parameter.name === 'patient' || parameter.name === 'subject';
  if (subjectId === undefined || !namesPatient || given.modifier === 'missing' || given.modifier === 'identifier')
    return criterion;
  // Who is named is the token's patient.
  return (resource) => matchesPatient(valuesOf(resource, parameter), subjectId);
}
