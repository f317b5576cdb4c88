/** A copy that says less than its original is read as its original: the business identifier proves that it is the same item. */
import { medicineKeys } from '../collapse/medicine-key.ts';
import type { ConditionFact } from '../facts/condition-fact.ts';
import type { MedicationFact } from '../facts/medication-fact.ts';
import type { Quotation } from './quotations.ts';

function originalOf<F extends { readonly ref: string }>(
  fact: F,
  copies: ReadonlyMap<string, Quotation>,
  byRef: ReadonlyMap<string, F>,
): F | undefined {
  const original = copies.get(fact.ref)?.original;
  return original === undefined ? undefined : byRef.get(original);
}

export function adoptMedicine(
  facts: readonly MedicationFact[],
  copies: ReadonlyMap<string, Quotation>,
): readonly MedicationFact[] {
  if (copies.size === 0) return facts;
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]));
  return facts.map((fact) => {
    const original = originalOf(fact, copies, byRef);
    if (!original || original.reading.certainty !== 'certain') return fact;
    const { reading } = fact;
    const unread = reading.certainty !== 'certain' || reading.ingredients.length === 0;
    const same = fact.keys.ingredients === original.keys.ingredients;
    if (!unread && !(same && reading.strengths.length === 0)) return fact;
    const adopted = { ...original.reading, words: reading.words, disagreement: reading.disagreement };
    return { ...fact, reading: adopted, keys: medicineKeys(adopted) };
  });
}

export function adoptCondition(
  facts: readonly ConditionFact[],
  copies: ReadonlyMap<string, Quotation>,
): readonly ConditionFact[] {
  if (copies.size === 0) return facts;
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]));
  return facts.map((fact) => {
    const original = originalOf(fact, copies, byRef);
    if (!original || original.reading.certainty !== 'certain' || fact.reading.certainty === 'certain') return fact;
    return {
      ...fact,
      reading: { ...original.reading, words: fact.reading.words, disagreement: fact.reading.disagreement },
    };
  });
}
