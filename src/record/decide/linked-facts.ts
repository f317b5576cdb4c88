/** Records of one source that are linked stay together when one of them leaves its group: statement, plan, order, supply. */
import { createDisjointSets } from '../collapse/disjoint-sets.ts';
import type { Fact } from '../facts/fact.ts';

interface Linkable extends Fact {
  readonly links?: readonly string[];
  readonly prior?: string | undefined;
  readonly groupIdentifier?: string | undefined;
}

/** @param facts of one group, sorted by reference. */
export function linkedFacts<F extends Linkable>(facts: readonly F[]): readonly (readonly F[])[] {
  const position = new Map(facts.map((fact, index) => [fact.ref, index]));
  const byGroup = new Map<string, number>();
  const sets = createDisjointSets(facts.length);
  facts.forEach((fact, index) => {
    for (const link of [...(fact.links ?? []), fact.prior ?? '']) {
      const target = position.get(link);
      if (target !== undefined && facts[target]?.source === fact.source) sets.join(index, target);
    }
    if (fact.groupIdentifier === undefined) return;
    const group = `${fact.source} ${fact.groupIdentifier}`;
    const first = byGroup.get(group);
    if (first === undefined) byGroup.set(group, index);
    else sets.join(first, index);
  });
  return sets.sets().map((members) => members.flatMap((index) => facts[index] ?? []));
}
