/**
 * Route and origin are two things (law L5): which records repeat what another source asserted. A quotation joins its
 * original and is never counted as agreement.
 */
import { compareText, type Fact } from '../facts/fact.ts';
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

const MEDICATION = /^Medication(?:Request|Statement|Dispense|Administration)$/;

/** Orders may be copied as statements: all medicine types are one family. */
function family(item: Traceable): string {
  const type = item.record.resource.resourceType;
  return MEDICATION.test(type) ? 'medication' : type;
}

/**
 * @param viewOf source name → source whose record it shows.
 * @returns by reference; records that are originals are not in it.
 */
export function quotations(
  items: readonly Traceable[],
  viewOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Quotation> {
  const owner = ownersOfSystems(items, viewOf);
  const byIdentifier = new Map<string, Traceable[]>();
  for (const item of items) {
    for (const identifier of item.identifiers) {
      const key = `${family(item)} ${identifier}`;
      const members = byIdentifier.get(key);
      if (members) members.push(item);
      else byIdentifier.set(key, [item]);
    }
  }
  const found = new Map<string, Quotation>();
  for (const [key, members] of byIdentifier) {
    if (members.every((item) => item.source === members[0]?.source)) continue;
    const identifier = key.slice(key.indexOf(' ') + 1);
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
