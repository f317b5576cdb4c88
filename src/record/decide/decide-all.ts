/** The person's decisions, applied to everything the machine matched. */
import type { AllergyFact } from '../facts/allergy-fact.ts';
import type { ConditionFact } from '../facts/condition-fact.ts';
import type { Fact } from '../facts/fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import type { Matched } from '../match/group.ts';
import { applyDecisions } from './apply-decisions.ts';
import type { Decision } from './decision.ts';
import { placeDecisions, type DecisionNote } from './place-decisions.ts';
import { ALLERGY_KIND, CONDITION_KIND, MEDICATION_KIND } from './thing-kind.ts';

interface AllMatched {
  readonly therapies: Matched<MedicationFact>;
  readonly conditions: Matched<ConditionFact>;
  readonly allergies: Matched<AllergyFact>;
}

/** @param sources names of the sources that are part of this record. @param isNarrowed the viewer sees a part of it. */
export function decideAll(
  decisions: readonly Decision[],
  sources: ReadonlySet<string>,
  matched: AllMatched,
  isNarrowed: boolean,
): AllMatched & { readonly notes: readonly DecisionNote[] } {
  if (decisions.length === 0) return { ...matched, notes: [] };
  const { placed, notes } = placeDecisions(
    decisions,
    {
      medication: factsOf(matched.therapies),
      condition: factsOf(matched.conditions),
      allergy: factsOf(matched.allergies),
    },
    sources,
    isNarrowed,
  );
  const therapies = applyDecisions(matched.therapies, MEDICATION_KIND, placed.medication);
  const conditions = applyDecisions(matched.conditions, CONDITION_KIND, placed.condition);
  const allergies = applyDecisions(matched.allergies, ALLERGY_KIND, placed.allergy);
  return {
    therapies,
    conditions,
    allergies,
    notes: [...notes, ...therapies.notes, ...conditions.notes, ...allergies.notes],
  };
}

function factsOf<F extends Fact>(matched: Matched<F>): readonly F[] {
  return matched.groups.flatMap((group) => group.facts);
}
