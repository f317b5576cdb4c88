/** Under which key a medicine is looked for in other records (blocking), so that cost stays linear. */
import { foldWords } from '../facts/fact.ts';
import type { MedicineReading } from '../terminology/medicine-reading.ts';
import { namesNothing } from './names-nothing.ts';
import { strengthsKey } from './strengths-key.ts';

export interface MedicineKey {
  /** `ingredients`: understood. `words`: not understood, only equal words join. `alone`: never joins. */
  readonly by: 'ingredients' | 'words' | 'alone';
  readonly value: string;
}

/** What is asked of a reading again and again. */
export interface MedicineKeys {
  readonly medicine: MedicineKey;
  /** {@link strengthsKey} of all strengths. */
  readonly strengths: string;
  /** One text for all ingredients. */
  readonly ingredients: string;
}

export function medicineKeys(reading: MedicineReading): MedicineKeys {
  return {
    medicine: medicineKey(reading),
    strengths: strengthsKey(reading.strengths),
    ingredients: reading.ingredients.join('+'),
  };
}

/** {@link medicineKeys} with a memory of its own. */
export function createMedicineKeys(): (reading: MedicineReading) => MedicineKeys {
  const memo = new Map<MedicineReading, MedicineKeys>();
  return (reading) => {
    const known = memo.get(reading);
    if (known !== undefined) return known;
    const keys = medicineKeys(reading);
    memo.set(reading, keys);
    return keys;
  };
}

export function medicineKey(reading: MedicineReading): MedicineKey {
  if (reading.certainty === 'certain' && reading.ingredients.length > 0) {
    return { by: 'ingredients', value: reading.ingredients.join('+') };
  }
  const words = foldWords(reading.words);
  if (reading.couldBe.length > 0 || namesNothing(words)) return { by: 'alone', value: words };
  return { by: 'words', value: words };
}
