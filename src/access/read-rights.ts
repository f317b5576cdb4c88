/**
 * What a viewer may have in one kind of interaction, as a value that can judge a resource (SMART App Launch 2.2, "Scopes for
 * requesting FHIR Resources", "Finer-grained resource constraints").
 */
import { criterion, type Criterion } from '../record/search/criterion.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import type { AccessGrant, ResourceScope, ScopeFilter } from './access-grant.ts';
import type { Interaction, ReadableTypes } from './readable-types.ts';

export interface ReadRights {
  /** Types of which every record may be had. */
  readonly whole: ReadableTypes;
  /** Of other types the records that meet one of these; sorted. */
  readonly some: readonly GranularRight[];
}

export interface GranularRight {
  /** FHIR type or `*`. */
  readonly type: string;
  /** All must hold; at least one. */
  readonly filters: readonly ScopeFilter[];
}

export const ALL_RIGHTS: ReadRights = { whole: '*', some: [] };

/**
 * Only `patient/` scopes count: `user/` and `system/` reach beyond one record and are not given here. `everything` lists
 * records and hands them out, so it takes both rights.
 */
export function readRights(grant: AccessGrant, interaction: Interaction): ReadRights {
  const scopes = grant.scopes.filter((scope) => scope.level === 'patient');
  const reading = union(scopes.filter((scope) => scope.read));
  const searching = union(scopes.filter((scope) => scope.search));
  if (interaction === 'read') return reading;
  return interaction === 'search' ? searching : intersection(reading, searching);
}

/** Whether every record of the type may be had. */
export function mayReadAll({ whole }: ReadRights, type: string): boolean {
  return whole === '*' || whole.includes(type);
}

/** Whether any record of the type may be had. */
export function mayReadSome(rights: ReadRights, type: string): boolean {
  return mayReadAll(rights, type) || rights.some.some((right) => right.type === type || right.type === '*');
}

/** Types of which something may be had, sorted. */
export function typesOf({ whole, some }: ReadRights): ReadableTypes {
  if (whole === '*' || some.some((right) => right.type === '*')) return '*';
  return [...new Set([...whole, ...some.map((right) => right.type)])].sort();
}

export type Judge = (resource: R4Resource) => boolean;

/** Companions apart, which have no rights of their own. @returns whether a resource, as it is before any stamp, may be had. */
export function createJudge(rights: ReadRights): Judge {
  const byType = new Map<string, readonly (readonly Criterion[])[]>();
  const alternativesOf = (type: string) => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const made = rights.some
      .filter((right) => right.type === type || right.type === '*')
      .flatMap(({ filters }) => {
        const criteria = filters.map(({ name, value }) => criterion(type, name, value));
        // A parameter that the type does not have is met by nothing.
        return criteria.every((one) => one !== undefined) ? [criteria] : [];
      });
    byType.set(type, made);
    return made;
  };
  return (resource) =>
    mayReadAll(rights, resource.resourceType) ||
    alternativesOf(resource.resourceType).some((criteria) => criteria.every((meets) => meets(resource)));
}

function union(scopes: readonly ResourceScope[]): ReadRights {
  const whole = wholeOf(scopes.filter(({ filters }) => filters.length === 0).map(({ type }) => type));
  return tidy(
    whole,
    scopes.flatMap(({ type, filters }) => (filters.length === 0 ? [] : [{ type, filters }])),
  );
}

function wholeOf(types: readonly string[]): ReadableTypes {
  return types.includes('*') ? '*' : [...new Set(types)].sort();
}

/** What both sides give: a record must meet an alternative of each. */
function intersection(a: ReadRights, b: ReadRights): ReadRights {
  const whole = a.whole === '*' ? b.whole : a.whole.filter((type) => mayReadAll(b, type));
  const crossed = a.some.flatMap((one) =>
    b.some.flatMap((other) => {
      const type = one.type === '*' ? other.type : one.type;
      const agree = other.type === '*' || other.type === type;
      return agree ? [{ type, filters: [...one.filters, ...other.filters] }] : [];
    }),
  );
  return tidy(whole, [...crossed, ...wholeOfOther(a, b), ...wholeOfOther(b, a)]);
}

/** Granular on one side, the whole type on the other. */
function wholeOfOther({ some }: ReadRights, { whole }: ReadRights): readonly GranularRight[] {
  return some.flatMap(({ type, filters }) => {
    if (whole === '*' || whole.includes(type)) return [{ type, filters }];
    return type === '*' ? whole.map((one) => ({ type: one, filters })) : [];
  });
}

/** One writing for one right: equal rights are equal as text. */
function tidy(whole: ReadableTypes, some: readonly GranularRight[]): ReadRights {
  const needed = some.filter(({ type }) => whole !== '*' && !whole.includes(type));
  const tidied = new Map(
    needed.map(({ type, filters }) => {
      const byText = new Map(filters.map(({ name, value }) => [JSON.stringify([name, value]), { name, value }]));
      const sorted = [...byText].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, filter]) => filter);
      return [JSON.stringify([type, sorted]), { type, filters: sorted }];
    }),
  );
  return { whole, some: [...tidied].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, right]) => right) };
}
