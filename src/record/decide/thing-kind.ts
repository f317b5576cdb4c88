/** How groups of each kind are put together again after the person joined or split them. */
import { stageChanges } from '../collapse/stage-changes.ts';
import { changesOf, headsOf } from '../collapse/therapy-unit.ts';
import type { AllergyFact } from '../facts/allergy-fact.ts';
import type { ConditionFact } from '../facts/condition-fact.ts';
import type { Change, Fact } from '../facts/fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import { groupBy } from '../match/group-by.ts';
import { headsBySource } from '../match/heads.ts';
import { releaseClass } from '../match/release-class.ts';
import type { ThingKind } from './place-decisions.ts';

export interface KindOfThing<F extends Fact> {
  readonly name: ThingKind;
  /** Whether the person has it, has it not, or someone else has it: what differs here can never be one thing. */
  standingOf(fact: F): string;
  /** The thing it names, as far as that is certain: two of them are two names. */
  nameOf(fact: F): string | undefined;
  /** What the source says now, out of some records of a group. */
  headsOf(facts: readonly F[]): ReadonlyMap<string, readonly F[]>;
  changesOf(facts: readonly F[]): readonly Change[];
}

export const MEDICATION_KIND: KindOfThing<MedicationFact> = {
  name: 'medication',
  standingOf: () => 'asserted',
  nameOf: ({ reading }) =>
    reading.certainty === 'certain' && reading.ingredients.length > 0
      ? `${reading.ingredients.join('+')}|${releaseClass(reading)}`
      : undefined,
  headsOf: (facts) => new Map([...bySource(facts)].map(([source, members]) => [source, headsOf(members)])),
  changesOf: (facts) => [...bySource(facts).values()].flatMap(changesOf),
};

export const CONDITION_KIND: KindOfThing<ConditionFact> = {
  name: 'condition',
  standingOf({ verification, reading }) {
    if (verification === 'refuted') return 'refuted';
    return reading.context === 'suspected' ? 'asserted' : reading.context;
  },
  nameOf: ({ reading }) =>
    reading.concept !== undefined && reading.certainty === 'certain'
      ? `${reading.concept}|${reading.laterality ?? ''}`
      : undefined,
  headsOf: (facts) => headsBySource(facts, (fact) => fact.recorded ?? fact.onset),
  changesOf: stageChanges,
};

export const ALLERGY_KIND: KindOfThing<AllergyFact> = {
  name: 'allergy',
  standingOf({ verification, reading }) {
    const standing = verification === 'refuted' ? 'refuted' : 'asserted';
    return reading.noneKnown === undefined ? standing : `${standing} none known ${reading.noneKnown}`;
  },
  nameOf: ({ reading }) => (reading.certainty === 'certain' ? reading.substance : undefined),
  headsOf: (facts) => headsBySource(facts, (fact) => fact.recorded),
  changesOf: () => [],
};

function bySource<F extends Fact>(facts: readonly F[]): ReadonlyMap<string, readonly F[]> {
  return new Map([...groupBy(facts, (fact) => fact.source)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
