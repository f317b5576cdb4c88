/** The therapies of a person so far, and the ways to add one. */
import { inventTherapy, baseTelling, someStart, tellingSources, type TherapyPlan } from './invent-medicines.ts';
import type { Part } from './labels.ts';
import type { PersonDraft } from './person-draft.ts';
import { PRODUCTS, sharesIngredient, type Product } from './products.ts';
import type { SourceName, Words } from './tellings.ts';

/** A therapy that is already in the record. */
export interface Therapy {
  readonly entity: string;
  readonly product: Product;
  /** A difference was put into it on purpose: another record of it would blur the label. */
  readonly differs: boolean;
}

export function freshProducts(draft: PersonDraft, fits: (product: Product) => boolean): readonly Product[] {
  return PRODUCTS.filter((product) => fits(product) && !product.ingredients.some((name) => draft.used.has(name)));
}

export function addTherapy(
  draft: PersonDraft,
  therapies: Therapy[],
  plan: Partial<TherapyPlan> & Pick<TherapyPlan, 'product' | 'trap'>,
): Therapy {
  const full: TherapyPlan = {
    strength: draft.random.pick(plan.product.strengths),
    sources: tellingSources(draft),
    fullNames: false,
    start: someStart(draft),
    difference: undefined,
    ...plan,
  };
  for (const name of plan.product.ingredients) draft.used.add(name);
  const therapy = { entity: inventTherapy(draft, full), product: plan.product, differs: full.difference !== undefined };
  for (const other of therapies)
    if (sharesIngredient(other.product, therapy.product)) draft.relates(other.entity, therapy.entity, plan.trap);
  therapies.push(therapy);
  return therapy;
}

export function tellText(draft: PersonDraft, source: SourceName, words: Words, entity: string, part: Part): void {
  draft.tell(
    { ...baseTelling(source, draft.nextId(source, 'medicine'), words), start: someStart(draft) },
    { entity, part },
  );
}
