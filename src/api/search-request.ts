/**
 * Turns the parameters of a search into criteria (FHIR R4, "Search"). A parameter that is known and cannot be applied as
 * asked is refused: an answer is never wider than the question. Unknown ones are named, for the answer to say so.
 */
import type { AccessGrant } from '../access/access-grant.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { GatewayError } from '../errors.ts';
import { elementsAt } from './elements-at.ts';
import { dateSpan, matchesDate, parseDateCriterion } from './match-date.ts';
import { matchesPatient, matchesReference, parseReference } from './match-reference.ts';
import { matchesToken, parseToken } from './match-token.ts';
import { readInclude, type Include } from './includes.ts';
import { splitEscaped, unescape, type QueryParameter } from './query.ts';
import { reportedCodings } from './reported-values.ts';
import { emptyPaging, readPagingParameter, type Paging } from './result-parameters.ts';
import { searchParametersOf, type SearchParameter } from './search-parameters.ts';

/** `resource` as it is given out, stamps applied. */
export type Criterion = (resource: R4Resource) => boolean;

export interface SearchRequest {
  readonly criteria: readonly Criterion[];
  readonly paging: Paging;
  readonly includes: ReadonlySet<Include>;
  /** Parameters that took effect, for the `self` link. */
  readonly applied: readonly (readonly [string, string])[];
  /** Names of parameters that took none. */
  readonly ignored: readonly string[];
  /** Names of parameters that took effect. */
  readonly used: ReadonlySet<string>;
  /** Reference to one asked for who is not the token's patient. */
  readonly otherPatient: string | undefined;
}

/** @throws GatewayError `bad-request`, `not-acceptable`. */
export function parseSearch(
  resourceType: string,
  parameters: readonly QueryParameter[],
  grant: AccessGrant,
  baseUrl: string,
): SearchRequest {
  const known = new Map(searchParametersOf(resourceType).map((parameter) => [parameter.name, parameter]));
  const criteria: Criterion[] = [];
  const applied: [string, string][] = [];
  const ignored = new Set<string>();
  const includes = new Set<Include>();
  let paging = emptyPaging;
  let otherPatient: string | undefined;
  for (const given of parameters) {
    const { name, modifier, value } = given;
    if (name === '') continue;
    // Whoever is named, for a type that has no such parameter too: the answer is about the token's patient.
    if (name === 'patient' || name === 'subject') otherPatient ??= namedOther(given, grant.subjectId, baseUrl);
    const next = readPagingParameter(given, paging);
    const include = readInclude(given, resourceType);
    const parameter = known.get(name);
    if (next !== undefined) paging = next;
    else if (include !== undefined) includes.add(include);
    else if (parameter !== undefined) criteria.push(criterionOf(parameter, given, grant.subjectId, baseUrl));
    else {
      refuseUnenforceable(given);
      ignored.add(name);
      continue;
    }
    applied.push([modifier === undefined ? name : `${name}:${modifier}`, value]);
  }
  return {
    criteria,
    paging,
    includes,
    applied,
    ignored: [...ignored],
    used: new Set(applied.map(([name]) => name.split(':')[0] ?? name)),
    otherPatient,
  };
}

/** FHIR R4, 3.1.1.4.5: a modifier that is not supported must be refused; a chain is refused for the same reason. */
function refuseUnenforceable({ name, modifier }: QueryParameter): void {
  if (modifier !== undefined || name.includes('.')) {
    throw new GatewayError('unsupported-parameter', 'Modifiers and chained parameters are not supported.');
  }
}

function namedOther({ modifier, value }: QueryParameter, subjectId: string, baseUrl: string): string | undefined {
  for (const alternative of splitEscaped(value, ',').map(unescape)) {
    const reference = parseReference(alternative, modifier, 'patient', baseUrl);
    const isSelf = reference?.id === subjectId && (reference.type ?? 'Patient') === 'Patient';
    // With the type, so that a Group of the same id is not taken for the person.
    if (!isSelf) return `${reference?.type ?? 'Patient'}/${reference?.id ?? 'elsewhere'}`;
  }
  return undefined;
}

function criterionOf(parameter: SearchParameter, given: QueryParameter, subjectId: string, baseUrl: string): Criterion {
  if (given.value === '') throw new GatewayError('bad-request', `The parameter ${parameter.name} is empty.`);
  const takesModifier = parameter.type === 'reference' || parameter.type === 'patient';
  if (given.modifier !== undefined && !takesModifier) refuseUnenforceable(given);
  const alternatives = splitEscaped(given.value, ',');
  switch (parameter.type) {
    case 'patient':
      return (resource) => matchesPatient(valuesOf(resource, parameter), subjectId);
    case 'reference':
      return referenceCriterion(parameter, given, alternatives.map(unescape), baseUrl);
    case 'date': {
      const wanted = alternatives.map((text) => parseDateCriterion(text, parameter.name));
      return (resource) =>
        valuesOf(resource, parameter).some((value) => {
          const span = typeof value === 'string' ? dateSpan(value) : undefined;
          return span !== undefined && wanted.some((criterion) => matchesDate(span, criterion));
        });
    }
    case 'token': {
      const wanted = alternatives.map((text) => parseToken(text, parameter.name));
      return (resource) => {
        // A product that one source names stays findable where the unified record shows another name for it.
        const reported = parameter.name === 'code' ? reportedCodings(resource) : [];
        return [...valuesOf(resource, parameter), ...reported].some((value) =>
          wanted.some((token) => matchesToken(value, token)),
        );
      };
    }
  }
}

function referenceCriterion(
  parameter: SearchParameter,
  given: QueryParameter,
  alternatives: readonly string[],
  baseUrl: string,
): Criterion {
  const wanted = alternatives.flatMap((text) => parseReference(text, given.modifier, parameter.name, baseUrl) ?? []);
  return (resource) =>
    valuesOf(resource, parameter).some((value) => wanted.some((criterion) => matchesReference(value, criterion)));
}

function valuesOf(resource: R4Resource, parameter: SearchParameter): readonly unknown[] {
  return parameter.elements.flatMap((path) => elementsAt(resource, path));
}
