/** Finds the records that decisions name, and sets aside decisions that cannot hold. */
import type { Fact } from '../facts/fact.ts';
import { compareDecisions, itemKey, type Decision, type ItemRef } from './decision.ts';

export interface PlacedItem {
  readonly key: string;
  /** References of the records it names now, the one that carries the plain id first; empty where it is not there. */
  readonly refs: readonly string[];
}

export interface PlacedDecision {
  readonly decision: Decision;
  readonly items: readonly [PlacedItem, PlacedItem];
}

export interface DecisionNote {
  readonly decision: Decision;
  /**
   * `not-there`: an item is not in the record now (or takes no part in matching); `two-kinds`: a medicine and a condition,
   * say; `one-item`: both names mean one record; `opposed`: one says that there is something, the other that there is not;
   * `overruled`: a later decision says the contrary.
   */
  readonly code: 'not-there' | 'two-kinds' | 'one-item' | 'opposed' | 'overruled';
  readonly items: readonly ItemRef[];
  /** The decision that overrules this one. */
  readonly by: Decision | undefined;
}

export type ThingKind = 'medication' | 'condition' | 'allergy';

export interface PlacedDecisions {
  /** The latest first. */
  readonly placed: Readonly<Record<ThingKind, readonly PlacedDecision[]>>;
  readonly notes: readonly DecisionNote[];
}

type FactsByKind = Readonly<Record<ThingKind, readonly Fact[]>>;

/**
 * @param sources names of the sources that are part of this record; others are not told of (law L10).
 * @param isNarrowed this viewer sees a part of the record: a decision on an item that is not in it is as if it had never been
 * taken, because it would tell of the item.
 */
export function placeDecisions(
  decisions: readonly Decision[],
  facts: FactsByKind,
  sources: ReadonlySet<string>,
  isNarrowed = false,
): PlacedDecisions {
  const placed: Record<ThingKind, PlacedDecision[]> = { medication: [], condition: [], allergy: [] };
  const notes: DecisionNote[] = [];
  if (decisions.length === 0) return { placed, notes };
  const index = indexFacts(facts);
  for (const decision of [...decisions].sort(compareDecisions)) {
    const note = (code: DecisionNote['code'], items: readonly ItemRef[]): void => {
      notes.push({ decision, code, items, by: undefined });
    };
    const [first, second] = decision.items.map((item) => index.get(itemKey(item)));
    const absent = decision.items.filter((item) => !index.has(itemKey(item)));
    if (isNarrowed && absent.length > 0) continue;
    const told = absent.filter((item) => 'reference' in item || sources.has(item.source));
    if (told.length > 0) note('not-there', told);
    const kind = first?.kind ?? second?.kind;
    if (kind === undefined) continue;
    if (first && second && first.kind !== second.kind) note('two-kinds', decision.items);
    else if (itemKey(decision.items[0]) === itemKey(decision.items[1]) || sharesRecord(first, second))
      note('one-item', decision.items);
    else {
      placed[kind].push({
        decision,
        items: [
          { key: itemKey(decision.items[0]), refs: first?.refs ?? [] },
          { key: itemKey(decision.items[1]), refs: second?.refs ?? [] },
        ],
      });
    }
  }
  return { placed, notes };
}

interface Found {
  readonly kind: ThingKind;
  readonly refs: readonly string[];
}

function sharesRecord(a: Found | undefined, b: Found | undefined): boolean {
  return a?.refs.some((ref) => b?.refs.includes(ref) === true) === true;
}

const KINDS: readonly ThingKind[] = ['medication', 'condition', 'allergy'];

function indexFacts(facts: FactsByKind): ReadonlyMap<string, Found> {
  const index = new Map<string, { kind: ThingKind; refs: string[] }>();
  for (const kind of KINDS) {
    for (const fact of facts[kind]) {
      const { source, originalId, resource } = fact.record;
      const keepsName = fact.ref === `${resource.resourceType}/${source}-${originalId ?? ''}`;
      for (const key of keysOf(fact)) {
        const found = index.get(key);
        if (found === undefined) index.set(key, { kind, refs: [fact.ref] });
        else if (found.kind !== kind) continue;
        else if (keepsName) found.refs.unshift(fact.ref);
        else found.refs.push(fact.ref);
      }
    }
  }
  return index;
}

/** The gateway's reference, and the source's id under the type as received and as R4 calls it. */
function keysOf({ record, ref }: Fact): readonly string[] {
  const { source, originalId, resource, received } = record;
  if (originalId === undefined) return [ref];
  const types = new Set([resource.resourceType, receivedType(received.json)]);
  return [ref, ...[...types].map((resourceType) => itemKey({ source, resourceType, originalId }))];
}

function receivedType(json: unknown): string {
  const type = typeof json === 'object' && json !== null && 'resourceType' in json ? json.resourceType : '';
  return typeof type === 'string' ? type : '';
}
