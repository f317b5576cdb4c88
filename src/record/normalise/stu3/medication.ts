/** STU3 Medication → R4. Of a package only its one batch has a place. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, note, put, rename, take, within } from '../draft.ts';

export function medication(draft: Draft): void {
  within(draft, 'ingredient', (ingredient) => rename(ingredient, { amount: 'strength' }));
  const packaged = take(draft, 'package');
  if (packaged === undefined) return;
  if (!isJsonObject(packaged)) {
    note(draft, 'package', packaged, 'not an object');
    return;
  }
  const { batch, ...rest } = packaged;
  const batches: readonly unknown[] = Array.isArray(batch) ? batch : [];
  const [first, ...others] = batches;
  put(draft, 'batch', first, 'package.batch');
  if (batch !== undefined && !Array.isArray(batch)) note(draft, 'package.batch', batch, 'not a list');
  if (others.length > 0) note(draft, 'package.batch', others, 'R4 has room for one batch');
  if (Object.keys(rest).length > 0) note(draft, 'package', rest, 'R4 has no such element');
}
