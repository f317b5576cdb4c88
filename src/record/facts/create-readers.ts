/** The built-in vocabulary's readers. A set belongs to one reconciling: its memo holds what the person's record says. */
import { createMedicineKeys } from '../collapse/medicine-key.ts';
import { createAllergenReader } from '../terminology/allergen/read-allergen.ts';
import { createConditionReader } from '../terminology/condition/read-condition.ts';
import { createDosageReader } from '../terminology/dosage/create-dosage-reader.ts';
import { findIngredient } from '../terminology/medicine/find-ingredient.ts';
import { createMedicineReader } from '../terminology/medicine/read-medicine.ts';
import { withImportedAllergens } from '../terminology/imported/read-imported-allergen.ts';
import type { ImportedTerminology } from '../terminology/imported/imported-terminology.ts';
import type { Readers } from './readers.ts';

export function createReaders(imported?: ImportedTerminology): Readers {
  return {
    medicine: createMedicineReader(imported),
    medicineKeys: createMedicineKeys(),
    dosage: createDosageReader(),
    condition: createConditionReader(imported),
    allergen: withImportedAllergens(createAllergenReader(findIngredient), imported),
  };
}
