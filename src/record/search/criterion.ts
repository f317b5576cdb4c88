/** Whether a resource meets a search parameter (FHIR R4, "Search"): pure, for searches and for scopes with parameters. */
import type { R4Resource } from '../fhir/types.ts';
import { elementsAt } from './elements-at.ts';
import { splitEscaped, unescape } from './escaped.ts';
import { matchesDate, parseDateCriterion, timeSpan } from './match-date.ts';
import { matchesQuantity, parseQuantityCriterion } from './match-quantity.ts';
import { isReferenceTo, matchesReference, parseReferenceCriterion } from './match-reference.ts';
import { matchesUri, plain, stringMatcher } from './match-string.ts';
import { matchesToken, parseToken, tokenTexts } from './match-token.ts';
import { reportedCodings } from './reported-values.ts';
import { SearchFault } from './search-fault.ts';
import { findSearchParameter, type SearchParameter } from './search-parameters.ts';

/** `resource` as it is given out, stamps applied. */
export type Criterion = (resource: R4Resource) => boolean;

export interface GivenValue {
  /** After the colon of the name; undefined without one. */
  readonly modifier: string | undefined;
  /** As sent: alternatives separated by commas, escapes in it. */
  readonly value: string;
}

/** @returns undefined where the type has no such parameter or the value is none that it can have. */
export function criterion(resourceType: string, name: string, value: string): Criterion | undefined {
  const parameter = findSearchParameter(resourceType, name);
  if (parameter === undefined) return undefined;
  try {
    return criterionOf(parameter, { modifier: undefined, value }, undefined);
  } catch (error) {
    if (error instanceof SearchFault) return undefined;
    throw error;
  }
}

/**
 * @param baseUrl of this server, for absolute references to it.
 * @throws SearchFault
 */
export function criterionOf(parameter: SearchParameter, given: GivenValue, baseUrl: string | undefined): Criterion {
  if (given.value === '') throw new SearchFault('value', `The parameter ${parameter.name} is empty.`);
  if (given.modifier === 'missing') return missing(parameter, given.value);
  const isNegated = given.modifier === 'not' && parameter.type === 'token';
  const matches = valueMatcher(parameter, isNegated ? { ...given, modifier: undefined } : given, baseUrl);
  // `:not` is met by what has no value too (R4, 3.1.1.5.10).
  return (resource) => searchedValues(resource, parameter).some(matches) !== isNegated;
}

export function valuesOf(resource: R4Resource, parameter: SearchParameter): readonly unknown[] {
  return parameter.elements.flatMap(({ path, target }) => {
    const values = elementsAt(resource, path);
    return target === undefined ? values : values.filter((value) => isReferenceTo(value, target));
  });
}

/** A product that one source names stays findable where the unified record shows another name for it. */
function searchedValues(resource: R4Resource, parameter: SearchParameter): readonly unknown[] {
  const values = valuesOf(resource, parameter);
  return parameter.name === 'code' ? [...values, ...reportedCodings(resource)] : values;
}

function missing(parameter: SearchParameter, value: string): Criterion {
  if (value !== 'true' && value !== 'false') {
    throw new SearchFault('value', `The modifier missing of ${parameter.name} needs true or false.`);
  }
  return (resource) => (searchedValues(resource, parameter).length === 0) === (value === 'true');
}

function valueMatcher(
  parameter: SearchParameter,
  { modifier, value }: GivenValue,
  baseUrl: string | undefined,
): (value: unknown) => boolean {
  const { name, type } = parameter;
  const parts = splitEscaped(value, ',');
  // An empty text is the beginning of every other.
  if (parts.includes('')) throw new SearchFault('value', `The parameter ${name} has an empty alternative.`);
  const key = modifier === undefined ? type : `${type}:${modifier}`;
  switch (key) {
    case 'token':
      return anyOf(parts, (text) => parseToken(text, name), matchesToken);
    case 'token:text': {
      const matches = stringMatcher(parts.map(plainText), 'starts');
      return (found) => tokenTexts(found).some(matches);
    }
    case 'date':
      return anyOf(
        parts,
        (text) => parseDateCriterion(text, name),
        (found, wanted) => {
          const span = timeSpan(found);
          return span !== undefined && matchesDate(span, wanted);
        },
      );
    case 'number':
    case 'quantity':
      return anyOf(parts, (text) => parseQuantityCriterion(text, name), matchesQuantity);
    case 'string':
      return stringMatcher(parts.map(plainText), 'starts');
    case 'string:contains':
      return stringMatcher(parts.map(plainText), 'contains');
    case 'string:exact':
      return stringMatcher(parts.map(unescape), 'exact');
    case 'uri':
      return anyOf(parts, unescape, matchesUri);
    case 'reference:identifier':
      return anyOf(
        parts,
        (text) => parseToken(text, name),
        (found, token) =>
          typeof found === 'object' && elementsAt(found ?? {}, 'identifier').some((one) => matchesToken(one, token)),
      );
    default:
      // Every other modifier of a reference is a type.
      if (type !== 'reference' || (modifier !== undefined && !/^[A-Z][A-Za-z]{1,63}$/.test(modifier))) {
        throw new SearchFault('unsupported', 'This modifier is not supported.');
      }
      return anyOf(parts, (text) => parseReferenceCriterion(unescape(text), modifier, name, baseUrl), matchesReference);
  }
}

function plainText(text: string): string {
  return plain(unescape(text));
}

/** Each alternative is read once, before any resource is looked at. */
function anyOf<T>(
  parts: readonly string[],
  read: (text: string) => T,
  matches: (value: unknown, wanted: T) => boolean,
): (value: unknown) => boolean {
  const wanted = parts.map(read);
  return (value) => wanted.some((one) => matches(value, one));
}
