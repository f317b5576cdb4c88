/** Under which key a medicine is looked for in other records (blocking), so that cost stays linear. */
import { foldWords } from '../facts/fact.ts';
import type { MedicineReading } from '../terminology/medicine-reading.ts';
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

/** Words that name nothing (matching: "no name, 'see letter', degraded code without text: alone, always"). */
const NAMES_NOTHING =
  /^(?:|-+|\.+|n\/?a|nil|none|unknown|unspecified|other|various|misc(?:ellaneous)?|see (?:the |hospital |clinic |discharge |my |gp |consultant |attached )*(?:letter|notes?|chart|above|attached|list|record|discharge).*|as (?:per|directed|advised|needed|required|before|above).*|diagnosis|problem|condition|disease|disorder|illness|allergy|allergic|allergies|symptoms?|medication|medicine|drug|tablets?|capsules?|pills?|cream|inhaler|injection|drops|free text|not stated|not known|to follow|tbc|tba)$/;

export function medicineKey(reading: MedicineReading): MedicineKey {
  if (reading.certainty === 'certain' && reading.ingredients.length > 0) {
    return { by: 'ingredients', value: reading.ingredients.join('+') };
  }
  const words = foldWords(reading.words);
  if (reading.couldBe.length > 0 || namesNothing(words)) return { by: 'alone', value: words };
  return { by: 'words', value: words };
}

export function namesNothing(foldedWords: string): boolean {
  return foldedWords.length < 3 || (foldedWords.length < 120 && NAMES_NOTHING.test(foldedWords));
}
