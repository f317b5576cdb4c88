/**
 * Applies the person's decisions to what the machine matched: `same` joins the groups of two records, `not-same` keeps two
 * records in different groups. The latest decision wins; the order in which they are given tells nothing (laws L3, L12).
 */
import { compareFacts, compareText, type Fact } from '../facts/fact.ts';
import type { Group, Matched } from '../match/group.ts';
import type { Decision } from './decision.ts';
import { linkedFacts } from './linked-facts.ts';
import type { DecisionNote, PlacedDecision, PlacedItem } from './place-decisions.ts';
import { rebuildGroup, type BearingDecision, type Part } from './rebuild-group.ts';
import { relateDecided } from './relate-decided.ts';
import { createSettlement, type Settlement } from './settle.ts';
import type { KindOfThing } from './thing-kind.ts';

export interface Decided<F extends Fact> extends Matched<F> {
  readonly notes: readonly DecisionNote[];
}

/** @param placed the latest first. */
export function applyDecisions<F extends Fact>(
  matched: Matched<F>,
  kind: KindOfThing<F>,
  placed: readonly PlacedDecision[],
): Decided<F> {
  if (placed.length === 0) return { ...matched, notes: [] };
  const plan = planOf(matched.groups, placed);
  const settlement = createSettlement();
  const { inForce, notes } = settleAll(plan, kind, placed, settlement);
  attach(plan, inForce, settlement);

  const parts = new Map<number, Part<F>[]>();
  for (const atom of plan.atoms) {
    const set = settlement.setOf(atom.node);
    const there = parts.get(set) ?? [];
    parts.set(set, there);
    const part = there.find((item) => item.group === atom.group);
    if (part) part.facts.push(...atom.facts);
    else there.push({ group: atom.group, index: atom.index, facts: [...atom.facts] });
  }
  const rebuilt = [...parts].map(([set, members]) => ({
    set,
    origins: members.map((part) => part.index),
    group: rebuildGroup(
      members,
      kind,
      inForce
        .filter((item) => item.nodes.some((node) => settlement.setOf(node) === set))
        .map((item) => ({ ...item, leaves: settlement.setOf(item.nodes[1]) === set })),
      new Set(plan.anchors.flatMap(([index, node]) => (settlement.setOf(node) === set ? [index] : []))),
    ),
  }));
  const untouched = matched.groups.flatMap((group, index) =>
    plan.touched.has(index) ? [] : [{ set: undefined, origins: [index], group }],
  );
  const all = [...rebuilt, ...untouched].sort((a, b) => compareText(a.group.identity, b.group.identity));
  return {
    groups: all.map((item) => item.group),
    relations: relateDecided(matched.relations, all, settlement),
    notes,
  };
}

/** Linked records of one source and group: they stay together. */
interface Atom<F extends Fact> {
  readonly node: number;
  readonly group: Group<F>;
  readonly index: number;
  readonly facts: readonly F[];
}

interface Plan<F extends Fact> {
  readonly atoms: readonly Atom<F>[];
  /** Per touched group a node that stands for what the machine holds together. */
  readonly anchors: readonly (readonly [index: number, node: number])[];
  readonly touched: ReadonlySet<number>;
  nodesOf(item: PlacedItem): readonly number[];
}

/** Only groups that a decision names are taken apart; all others stay as they are. */
function planOf<F extends Fact>(groups: readonly Group<F>[], placed: readonly PlacedDecision[]): Plan<F> {
  const named = new Set(placed.flatMap((decision) => decision.items.flatMap((item) => item.refs)));
  const atoms: Atom<F>[] = [];
  const anchors: [number, number][] = [];
  const atomOf = new Map<string, Atom<F>>();
  let nodes = 0;
  groups.forEach((group, index) => {
    if (!group.facts.some((fact) => named.has(fact.ref))) return;
    anchors.push([index, nodes++]);
    for (const facts of linkedFacts(group.facts)) {
      const atom = { node: nodes++, group, index, facts };
      atoms.push(atom);
      for (const fact of facts) atomOf.set(fact.ref, atom);
    }
  });
  const absent = new Map<string, number>();
  return {
    atoms,
    anchors,
    touched: new Set(anchors.map(([index]) => index)),
    nodesOf(item) {
      const found = item.refs.flatMap((ref) => atomOf.get(ref) ?? []);
      // An id given out again for another thing does not drag that thing along.
      const own = found.filter((atom) => atom.index === found[0]?.index);
      if (own.length > 0) return [...new Set(own.map((atom) => atom.node))];
      // An item that is not there now still ties together what was decided about it.
      const node = absent.get(item.key) ?? nodes++;
      absent.set(item.key, node);
      return [node];
    },
  };
}

interface DecisionInForce extends Omit<BearingDecision, 'leaves'> {
  readonly nodes: readonly [number, number];
}

function settleAll<F extends Fact>(
  plan: Plan<F>,
  kind: KindOfThing<F>,
  placed: readonly PlacedDecision[],
  settlement: Settlement,
): { readonly inForce: readonly DecisionInForce[]; readonly notes: readonly DecisionNote[] } {
  const inForce: DecisionInForce[] = [];
  const notes: DecisionNote[] = [];
  const standing = new Map(
    plan.atoms.map((atom) => [atom.node, atom.facts.map((fact) => kind.standingOf(fact)).sort()[0] ?? '']),
  );
  for (const { items } of placed) {
    for (const item of items) {
      const [first, ...others] = plan.nodesOf(item);
      for (const other of others) settlement.join(first as number, other);
    }
  }
  for (const { decision, items } of placed) {
    const [a, b] = items.map((item) => plan.nodesOf(item)[0]) as [number, number];
    const say = (code: DecisionNote['code'], by: Decision | undefined): void => {
      notes.push({ decision, code, items: decision.items, by });
    };
    if (decision.kind === 'same') {
      const [left, right] = [standing.get(a), standing.get(b)];
      if (left !== undefined && right !== undefined && left !== right) {
        say('opposed', undefined);
        continue;
      }
    }
    const stands = decision.kind === 'same' ? settlement.join(a, b) : settlement.keepApart(a, b);
    if (!stands) {
      say('overruled', contraryOf(decision, a, b, inForce, settlement));
      continue;
    }
    inForce.push({
      decision,
      keys: [items[0].key, items[1].key],
      nodes: [a, b],
      isSeen: items.every((item) => item.refs.length > 0),
    });
  }
  return { inForce, notes };
}

/** The decision that stands in the way, as far as it is a single one. */
function contraryOf(
  decision: Decision,
  a: number,
  b: number,
  inForce: readonly DecisionInForce[],
  settlement: Settlement,
): Decision | undefined {
  const sets = new Set([settlement.setOf(a), settlement.setOf(b)]);
  return inForce.find(
    (other) => other.decision.kind !== decision.kind && other.nodes.every((node) => sets.has(settlement.setOf(node))),
  )?.decision;
}

/** What the machine holds together stays so, as far as decisions allow. What a decision names second goes last, so it leaves. */
function attach<F extends Fact>(plan: Plan<F>, inForce: readonly DecisionInForce[], settlement: Settlement): void {
  const leaving = new Set(
    inForce.flatMap(({ decision, nodes }) => (decision.kind === 'not-same' ? settlement.setOf(nodes[1]) : [])),
  );
  for (const [index, anchor] of plan.anchors) {
    const members = plan.atoms.filter((atom) => atom.index === index);
    const isLeaving = new Map(members.map((atom) => [atom, leaving.has(settlement.setOf(atom.node))]));
    const ordered = [...members].sort(
      (a, b) => Number(isLeaving.get(a)) - Number(isLeaving.get(b)) || compareFacts(a.facts[0] as F, b.facts[0] as F),
    );
    for (const atom of ordered) settlement.join(anchor, atom.node);
  }
}
