/**
 * Route and origin are two things (law L5): which records repeat what another source asserted. A quotation joins its
 * original and is never counted as agreement.
 */
import type { Evidence } from '../evidence.ts';
import { compareText, type Fact } from '../facts/fact.ts';
import type { RuleId } from '../match/rules.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import { identifiersOf, sharedIdentifiers } from './shared-identifiers.ts';

export interface Quotation {
  readonly rule: RuleId;
  /** `<Type>/<id>` of the original, where it is in the record. */
  readonly original: string | undefined;
  readonly evidence: Evidence;
}

/** A record as far as copies are concerned. */
type Traceable = Pick<Fact, 'ref' | 'source' | 'fromElsewhere'>;

/**
 * @param facts what was read, with its marks of another origin.
 * @param others records of which nothing more is needed.
 * @param viewOf source name → source whose record it shows.
 * @returns by reference; records that are originals are not in it.
 */
export function quotations(
  facts: readonly Fact[],
  others: readonly SourceRecord[],
  viewOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Quotation> {
  const records = [...facts.map((fact) => fact.record), ...others];
  const shared = sharedIdentifiers(records);
  const owner = shared.length === 0 ? new Map<string, string>() : ownersOfSystems(records, viewOf);
  const found = new Map<string, Quotation>();
  for (const { system, positions } of shared) {
    const members = positions.map((position) => facts[position] ?? traceable(records[position] as SourceRecord));
    const origin = originOf(members, owner.get(system), viewOf);
    const originals = members.filter((item) => item.source === origin).sort((a, b) => compareText(a.ref, b.ref));
    for (const item of members) {
      if (item.source === origin || found.has(item.ref)) continue;
      found.set(item.ref, {
        rule: 'E-identifier',
        original: originals[0]?.ref,
        evidence: `E-identifier: identifier of system ${system}`,
      });
    }
  }
  for (const fact of facts) if (fact.fromElsewhere || viewOf.has(fact.source)) addMarked(fact, viewOf, found);
  for (const record of others) if (viewOf.has(record.source)) addMarked(traceable(record), viewOf, found);
  return found;
}

/** What the source's nature or its own mark tells; an identifier tells more. */
function addMarked(item: Traceable, viewOf: ReadonlyMap<string, string>, found: Map<string, Quotation>): void {
  if (found.has(item.ref)) return;
  const shown = viewOf.get(item.source);
  found.set(
    item.ref,
    shown === undefined
      ? {
          rule: 'E-elsewhere',
          original: undefined,
          evidence: 'E-elsewhere: marked as recorded or prescribed elsewhere',
        }
      : { rule: 'E-view', original: undefined, evidence: `E-view: shows the record of ${shown}` },
  );
}

function traceable({ resource, source }: SourceRecord): Traceable {
  return { ref: `${resource.resourceType}/${resource.id}`, source, fromElsewhere: false };
}

/** An identifier system belongs to the source that uses it most. */
function ownersOfSystems(
  records: readonly SourceRecord[],
  viewOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { resource, source } of records) {
    if (viewOf.has(source)) continue;
    for (const { system } of identifiersOf(resource)) {
      const bySource = counts.get(system) ?? new Map<string, number>();
      counts.set(system, bySource.set(source, (bySource.get(source) ?? 0) + 1));
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
