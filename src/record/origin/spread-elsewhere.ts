/** A source marks one record of a therapy as prescribed elsewhere (GP Connect: the statement); its linked ones are so too. */
import { createDisjointSets } from '../collapse/disjoint-sets.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';

/** @param facts of one or several sources; links never leave a source. */
export function spreadElsewhere(facts: readonly MedicationFact[]): readonly MedicationFact[] {
  if (!facts.some((fact) => fact.fromElsewhere)) return facts;
  const position = new Map(facts.map((fact, index) => [fact.ref, index]));
  const sets = createDisjointSets(facts.length);
  facts.forEach((fact, index) => {
    for (const link of fact.links) {
      const target = position.get(link);
      if (target !== undefined) sets.join(index, target);
    }
  });
  const elsewhere = new Set(
    sets.sets().flatMap((members) => (members.some((index) => facts[index]?.fromElsewhere) ? members : [])),
  );
  return facts.map((fact, index) =>
    elsewhere.has(index) && !fact.fromElsewhere ? { ...fact, fromElsewhere: true } : fact,
  );
}
