/** By reference why each record belongs to its group; records that were read alike share what is said of them. */
import type { Evidence } from '../evidence.ts';
import type { Fact, Join } from '../facts/fact.ts';
import type { RuleId } from './rules.ts';

interface Evident extends Fact {
  readonly reading: { readonly evidence: readonly Evidence[] };
}

export function sharedJoins(facts: readonly Evident[], rule: RuleId): ReadonlyMap<string, Join> {
  const shared = new Map<readonly Evidence[], Join>();
  const joins = new Map<string, Join>();
  for (const fact of facts) {
    const { evidence } = fact.reading;
    let join = shared.get(evidence);
    if (join === undefined) {
      join = { rule, evidence };
      shared.set(evidence, join);
    }
    joins.set(fact.ref, join);
  }
  return joins;
}
