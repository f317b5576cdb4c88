/**
 * Route and origin are two things (law L5): which records repeat what another source asserted. A quotation joins its
 * original and is never counted as agreement.
 */
import { compareText, type Fact } from '../facts/fact.ts';
import { isMedicationResource } from '../facts/medication-fact.ts';
import type { RuleId } from '../match/rules.ts';
import type { SourceRecord } from '../normalise/source-record.ts';

export interface Quotation {
  readonly rule: RuleId;
  /** `<Type>/<id>` of the original, where it is in the record. */
  readonly original: string | undefined;
  readonly evidence: string;
}

/** What is needed of a record to see whether it is a copy. */
export type Traceable = Pick<Fact, 'ref' | 'source' | 'identifiers' | 'fromElsewhere'> & {
  readonly record: Pick<SourceRecord, 'resource'>;
};

/** Orders may be copied as statements: all medicine types are one family. */
function family(item: Traceable): string {
  const type = item.record.resource.resourceType;
  return isMedicationResource(item.record) ? 'medication' : type;
}

/**
 * @param viewOf source name → source whose record it shows.
 * @returns by reference; records that are originals are not in it.
 */
export function quotations(
  items: readonly Traceable[],
  viewOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Quotation> {
  const shared = sharedIdentifiers(items);
  const owner = shared.length === 0 ? new Map<string, string>() : ownersOfSystems(items, viewOf);
  const found = new Map<string, Quotation>();
  for (const { identifier, members } of shared) {
    const origin = originOf(members, owner.get(systemOf(identifier)), viewOf);
    const originals = members.filter((item) => item.source === origin).sort((a, b) => compareText(a.ref, b.ref));
    for (const item of members) {
      if (item.source === origin || found.has(item.ref)) continue;
      found.set(item.ref, {
        rule: 'E-identifier',
        original: originals[0]?.ref,
        evidence: `identifier of system ${systemOf(identifier)}`,
      });
    }
  }
  for (const item of items) {
    if (found.has(item.ref)) continue;
    const shown = viewOf.get(item.source);
    if (shown !== undefined)
      found.set(item.ref, { rule: 'E-view', original: undefined, evidence: `shows the record of ${shown}` });
    else if (item.fromElsewhere) {
      found.set(item.ref, {
        rule: 'E-elsewhere',
        original: undefined,
        evidence: 'marked as recorded or prescribed elsewhere',
      });
    }
  }
  return found;
}

interface Shared {
  readonly identifier: string;
  /** Position of the first member, and of the identifier among its own. */
  readonly at: readonly [item: number, identifier: number];
  readonly members: Traceable[];
}

/** Identifiers that records of one family in several sources have: few, so little is kept of the many others. */
function sharedIdentifiers(items: readonly Traceable[]): readonly Shared[] {
  if (items.every((item) => item.source === items[0]?.source)) return [];
  const firsts = new Map<string, Map<string, number>>();
  const repeated = new Map<string, Shared>();
  for (const [index, item] of items.entries()) {
    if (item.identifiers.length === 0) continue;
    const name = family(item);
    const first = firsts.get(name) ?? new Map<string, number>();
    if (first.size === 0) firsts.set(name, first);
    for (const identifier of item.identifiers) {
      const there = first.get(identifier);
      if (there === undefined) first.set(identifier, index);
      else repeat(repeated, `${name} ${identifier}`, identifier, there, items).members.push(item);
    }
  }
  return [...repeated.values()]
    .filter(({ members }) => members.some((item) => item.source !== members[0]?.source))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

function repeat(
  repeated: Map<string, Shared>,
  key: string,
  identifier: string,
  first: number,
  items: readonly Traceable[],
): Shared {
  const known = repeated.get(key);
  if (known !== undefined) return known;
  const item = items[first] as Traceable;
  const shared: Shared = { identifier, at: [first, item.identifiers.indexOf(identifier)], members: [item] };
  repeated.set(key, shared);
  return shared;
}

function systemOf(identifier: string): string {
  return identifier.slice(0, identifier.indexOf('|'));
}

/** An identifier system belongs to the source that uses it most. */
function ownersOfSystems(
  items: readonly Traceable[],
  viewOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const item of items) {
    if (viewOf.has(item.source)) continue;
    for (const identifier of item.identifiers) {
      const bySource = counts.get(systemOf(identifier)) ?? new Map<string, number>();
      bySource.set(item.source, (bySource.get(item.source) ?? 0) + 1);
      counts.set(systemOf(identifier), bySource);
    }
  }
  return new Map(
    [...counts].map(([system, bySource]) => {
      const [most] = [...bySource].sort(([nameA, a], [nameB, b]) => b - a || compareText(nameA, nameB));
      return [system, most?.[0] ?? ''];
    }),
  );
}

function originOf(
  members: readonly Traceable[],
  owner: string | undefined,
  viewOf: ReadonlyMap<string, string>,
): string {
  const sources = [...new Set(members.map((item) => item.source))].sort();
  if (owner !== undefined && sources.includes(owner)) return owner;
  const own = sources.filter(
    (source) => !viewOf.has(source) && members.some((item) => item.source === source && !item.fromElsewhere),
  );
  return own[0] ?? sources[0] ?? '';
}
