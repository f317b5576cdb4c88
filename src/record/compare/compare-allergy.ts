/** What the sources say differently about one allergy, and "none known" beside a recorded one. */
import type { AllergyFact } from '../facts/allergy-fact.ts';
import type { AllergyGroup } from '../match/match-allergies.ts';
import { codeAgainstText } from './compare-therapy.ts';
import type { Difference, DifferenceCode } from './difference.ts';
import { someDiffer, statedValues, type Statement } from './stated-values.ts';

export function compareAllergy(allergy: AllergyGroup): readonly Difference[] {
  const heads = [...allergy.heads.values()].flat();
  return [
    ...differs('status-differs', allergyStatuses(allergy)),
    ...differs('severity-or-stage-differs', say(heads, criticalityOf)),
    ...differs(
      'verification-differs',
      say(heads, (fact) => fact.verification),
    ),
    ...codeAgainstText(allergy.facts),
  ];
}

export function allergyStatuses(allergy: AllergyGroup): readonly Statement<AllergyFact>[] {
  return [...allergy.heads.values()].flat().flatMap((fact) => {
    if (fact.status === undefined) return [];
    return [{ fact, key: fact.status, value: fact.clinicalStatus ?? fact.status, date: fact.recorded }];
  });
}

/** "unable-to-assess" says nothing that could differ. */
function criticalityOf(fact: AllergyFact): string | undefined {
  return fact.criticality === 'unable-to-assess' ? undefined : fact.criticality;
}

function say(
  facts: readonly AllergyFact[],
  value: (fact: AllergyFact) => string | undefined,
): readonly Statement<AllergyFact>[] {
  return facts.flatMap((fact) => {
    const said = value(fact);
    return said === undefined ? [] : [{ fact, key: said, value: said, date: fact.recorded }];
  });
}

function differs(code: DifferenceCode, statements: readonly Statement<AllergyFact>[]): readonly Difference[] {
  return someDiffer(statements, (statement) => statement.key) ? [{ code, values: statedValues(statements) }] : [];
}

/** FHIR categories a scope of "no known …" denies; `undefined` denies all. */
const DENIED: Readonly<Record<string, string | undefined>> = {
  all: undefined,
  drug: 'medication',
  food: 'food',
  environment: 'environment',
};

/**
 * "No known allergies" at one place and an allergy at another is a discrepancy that the machine never resolves.
 * @returns the recorded allergies (positions) that this "none known" stands against.
 */
export function deniedBy(none: AllergyGroup, allergies: readonly AllergyGroup[]): readonly number[] {
  const scope = none.facts[0]?.reading.noneKnown;
  if (scope === undefined) return [];
  const denied = DENIED[scope];
  return allergies.flatMap((allergy, index) => {
    const [first] = allergy.facts;
    if (!first || first.reading.noneKnown !== undefined || allergy.identity.includes('|refuted|')) return [];
    if (![...allergy.heads.values()].flat().some((fact) => fact.status !== 'ended')) return [];
    const categories = allergy.facts.flatMap((fact) => fact.categories);
    return denied === undefined || categories.includes(denied) ? [index] : [];
  });
}
