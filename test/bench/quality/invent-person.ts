/** One invented person with several long-term conditions, as three sources tell of them, with labels. Same seed, same person. */
import { addCondition, CONDITION_TRAPS, freshConcepts } from './condition-traps.ts';
import { inventAllergies } from './invent-allergies.ts';
import { possibleConditionDifferences } from './invent-conditions.ts';
import { possibleDifferences, tellingSources } from './invent-medicines.ts';
import type { LabelledPerson } from './labels.ts';
import { MEDICINE_TRAPS } from './medicine-traps.ts';
import { addTherapy, freshProducts, type Therapy } from './therapies.ts';
import { createPersonDraft, type PersonDraft } from './person-draft.ts';
import { PRODUCTS } from './products.ts';
import { createRandom } from './random.ts';

export function inventPerson(seed: number, index: number): LabelledPerson {
  const draft = createPersonDraft(`p${index + 1}`, createRandom(seed * 100_003 + index));
  inventMedicines(draft);
  inventConditions(draft);
  inventAllergies(draft);
  return draft.finished();
}

export function inventPeople(seed: number, count: number): readonly LabelledPerson[] {
  return Array.from({ length: count }, (_, index) => inventPerson(seed, index));
}

function inventMedicines(draft: PersonDraft): void {
  const { random } = draft;
  const therapies: Therapy[] = [];
  const wanted = random.between(4, 14);
  for (let made = 0; made < wanted; made += 1) {
    // One row a name: the other form or release of it would make short names ambiguous.
    const candidates = freshProducts(draft, () => true);
    if (candidates.length === 0) break;
    const product = random.pick(candidates);
    const sources = tellingSources(draft);
    const possible = possibleDifferences(product);
    const difference =
      sources.length > 1 && possible.length > 0 && random.chance(0.3) ? random.pick(possible) : undefined;
    addTherapy(draft, therapies, {
      product,
      sources,
      difference,
      trap: 'plain',
      fullNames: PRODUCTS.some((other) => other !== product && other.uk === product.uk),
    });
  }
  for (const trap of random.some(MEDICINE_TRAPS, random.between(1, 4))) trap(draft, therapies);
}

function inventConditions(draft: PersonDraft): void {
  const { random } = draft;
  for (const trap of random.some(CONDITION_TRAPS, random.between(1, 4))) trap(draft);
  const wanted = random.between(3, 9);
  for (let made = 0; made < wanted; made += 1) {
    const candidates = freshConcepts(draft, () => true);
    if (candidates.length === 0) break;
    const concept = random.pick(candidates);
    const sources = tellingSources(draft);
    const possible = possibleConditionDifferences(concept);
    const difference =
      sources.length > 1 && possible.length > 0 && random.chance(0.25) ? random.pick(possible) : undefined;
    addCondition(draft, {
      concept,
      sources,
      difference,
      side: concept.sided ? random.pick(['left', 'right'] as const) : undefined,
      copies: difference === undefined && random.chance(0.2),
      trap: 'plain',
    });
  }
}
