/** Records that go with those found: `_include` and `_revinclude` (FHIR R4, 3.1.1.5.5; IPA). */
import type { R4Resource } from '../record/fhir/types.ts';
import { valuesOf } from '../record/search/criterion.ts';
import { localReference } from '../record/search/match-reference.ts';
import { SearchFault } from '../record/search/search-fault.ts';
import { findSearchParameter, searchParametersOf, type SearchParameter } from '../record/search/search-parameters.ts';
import type { QueryParameter } from './query.ts';
import type { StampedRecord } from './stamped-record.ts';
import { referenceTo } from '../access/narrow-record.ts';

export interface Include {
  readonly reverse: boolean;
  /** Type that refers. */
  readonly type: string;
  readonly parameter: SearchParameter;
  /** Only records of this type. */
  readonly target: string | undefined;
  /** Also from what was included (`:iterate`). */
  readonly iterate: boolean;
}

/** What accompanies records and names them: the one kind of reference that is followed backwards. */
export const REVERSE_INCLUDES: readonly string[] = [
  'Provenance:target',
  'DetectedIssue:implicated',
  'Linkage:item',
  'Linkage:source',
];

/** Values of `_include` for a type. */
export function includesOf(resourceType: string): readonly string[] {
  return searchParametersOf(resourceType).flatMap(({ name, type }) =>
    type === 'reference' ? [`${resourceType}:${name}`] : [],
  );
}

/**
 * Undefined where this is no include, or one that is not supported.
 * @throws SearchFault for `*`, which names nothing.
 */
export function readInclude({ name, modifier, value }: QueryParameter, resourceType: string): Include | undefined {
  if (name !== '_include' && name !== '_revinclude') return undefined;
  // STU3 called it recurse.
  const iterate = modifier === 'iterate' || modifier === 'recurse';
  if (modifier !== undefined && !iterate) return undefined;
  const [type = '', code = '', target, ...rest] = value.split(':');
  if (type === '*' || code === '*')
    throw new SearchFault('unsupported', `The parameter ${name} needs a type and a name.`);
  const reverse = name === '_revinclude';
  const parameter = findSearchParameter(type, code);
  const isThere = reverse
    ? REVERSE_INCLUDES.includes(`${type}:${code}`) && (target === undefined || iterate || target === resourceType)
    : iterate || type === resourceType;
  if (!isThere || parameter?.type !== 'reference' || rest.length > 0) return undefined;
  return { reverse, type, parameter, target, iterate };
}

/** Those of the record that this viewer may read, each once, without those already there. */
export function included(
  record: StampedRecord,
  includes: readonly Include[],
  page: readonly R4Resource[],
): readonly R4Resource[] {
  const found = new Map(page.map((resource) => [referenceTo(resource), resource]));
  let from = page;
  for (let round = 0; from.length > 0; round++) {
    const applying = round === 0 ? includes : includes.filter(({ iterate }) => iterate);
    const next = applying.flatMap((include) => follow(record, include, from));
    from = next.filter((resource) => !found.has(referenceTo(resource)));
    for (const resource of from) found.set(referenceTo(resource), resource);
  }
  return [...found.values()].slice(page.length);
}

function follow(record: StampedRecord, include: Include, from: readonly R4Resource[]): readonly R4Resource[] {
  const { parameter, target, type } = include;
  if (!include.reverse) {
    const references = from.filter((one) => one.resourceType === type).flatMap((one) => referencesOf(one, parameter));
    return references.flatMap((reference) => {
      const resource = record.get(reference);
      return resource !== undefined && (target ?? resource.resourceType) === resource.resourceType ? [resource] : [];
    });
  }
  const names = new Set(
    from.filter((one) => (target ?? one.resourceType) === one.resourceType).map((one) => referenceTo(one)),
  );
  return record
    .view('all')
    .filter((one) => one.resourceType === type && referencesOf(one, parameter).some((name) => names.has(name)));
}

function referencesOf(resource: R4Resource, parameter: SearchParameter): readonly string[] {
  return valuesOf(resource, parameter).flatMap((value) => localReference(value) ?? []);
}
