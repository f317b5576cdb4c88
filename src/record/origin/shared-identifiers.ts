/** Which business identifiers records of several sources have in common: the ground on which one is seen to be a copy. */
import { isMedicationResource } from '../facts/medication-fact.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { SourceRecord } from '../normalise/source-record.ts';

export interface SharedIdentifier {
  readonly system: string;
  /** Of the records that have it, ascending. */
  readonly positions: readonly number[];
}

interface BusinessIdentifier {
  readonly system: string;
  readonly value: string;
}

/** In the order in which they first appear. Few are shared, so little is kept of the many others. */
export function sharedIdentifiers(records: readonly SourceRecord[]): readonly SharedIdentifier[] {
  const common = commonSystems(records);
  if (common.size === 0) return [];
  const firsts = new Map<string, Map<string, Map<string, number>>>();
  const repeated = new Map<string, { readonly system: string; readonly value: string; readonly positions: number[] }>();
  for (let position = 0; position < records.length; position++) {
    const record = records[position] as SourceRecord;
    const identifiers = identifiersOf(record.resource);
    if (identifiers.length === 0 || !identifiers.some(({ system }) => common.has(system))) continue;
    const name = family(record);
    const ofFamily = entryOf(firsts, name, () => new Map<string, Map<string, number>>());
    for (const { system, value } of identifiers) {
      if (!common.has(system)) continue;
      const ofSystem = entryOf(ofFamily, system, () => new Map<string, number>());
      const there = ofSystem.get(value);
      if (there === undefined) ofSystem.set(value, position);
      else
        entryOf(repeated, `${name} ${system}|${value}`, () => ({ system, value, positions: [there] })).positions.push(
          position,
        );
    }
  }
  return [...repeated.values()]
    .filter(({ positions }) => {
      const [first = 0, ...rest] = positions;
      return rest.some((position) => records[position]?.source !== records[first]?.source);
    })
    .map((shared) => ({ ...shared, at: placeOf(shared, records) }))
    .sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0) || a.at - b.at);
}

/** Systems that several sources use: most identifiers are of their own source's systems, and never seen elsewhere. */
function commonSystems(records: readonly SourceRecord[]): ReadonlySet<string> {
  const firstSource = new Map<string, string>();
  const common = new Set<string>();
  // Neighbours are mostly of one source and use one system: comparing is cheaper than looking up.
  let last = { source: '', system: '' };
  for (const { source, resource } of records) {
    for (const { system } of identifiersOf(resource)) {
      if (system === last.system && source === last.source) continue;
      last = { source, system };
      const first = firstSource.get(system);
      if (first === undefined) firstSource.set(system, source);
      else if (first !== source) common.add(system);
    }
  }
  return common;
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function placeOf(
  { system, value, positions }: BusinessIdentifier & SharedIdentifier,
  records: readonly SourceRecord[],
): number {
  const record = records[positions[0] ?? 0];
  const identifiers = record === undefined ? [] : identifiersOf(record.resource);
  return identifiers.findIndex((identifier) => identifier.system === system && identifier.value === value);
}

/** Orders may be copied as statements: all medicine types are one family. */
function family(record: SourceRecord): string {
  return isMedicationResource(record) ? 'medication' : record.resource.resourceType;
}

const NONE: readonly never[] = [];

/** Identifiers without a system say nothing outside their source, so they are left out. */
export function identifiersOf(resource: R4Resource): readonly BusinessIdentifier[] {
  const { identifier } = resource as { readonly identifier?: unknown };
  if (!Array.isArray(identifier)) return NONE;
  const identifiers = identifier as readonly Partial<BusinessIdentifier>[];
  return identifiers.every(isWhole) ? identifiers : identifiers.filter(isWhole);
}

function isWhole(identifier: Partial<BusinessIdentifier>): identifier is BusinessIdentifier {
  return Boolean(identifier.system && identifier.value);
}
