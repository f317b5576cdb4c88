/** DSTU2 Medication → R4: what stood in `product` moves up. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, note, put, rename, take, within } from '../draft.ts';
import { medication as stu3Medication } from '../stu3/medication.ts';

export function medication(draft: Draft): void {
  const product = take(draft, 'product');
  if (isJsonObject(product)) {
    const { form, ingredient, batch, ...rest } = product;
    put(draft, 'form', form, 'product.form');
    put(draft, 'ingredient', ingredient, 'product.ingredient');
    const batches: readonly unknown[] = Array.isArray(batch) ? batch : [];
    put(draft, 'batch', batches[0], 'product.batch');
    if (batch !== undefined && !Array.isArray(batch)) note(draft, 'product.batch', batch, 'not a list');
    if (batches.length > 1) note(draft, 'product.batch', batches.slice(1), 'R4 has room for one batch');
    if (Object.keys(rest).length > 0) note(draft, 'product', rest, 'R4 has no such element');
  } else if (product !== undefined) {
    note(draft, 'product', product, 'not an object');
  }
  within(draft, 'ingredient', (ingredient) => rename(ingredient, { item: 'itemReference' }));
  stu3Medication(draft);
}
