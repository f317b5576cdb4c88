/** The vocabulary as the reconciler needs it: one reader per kind of words, each with a memo of its own. */
import type { Dosage } from 'fhir/r4.js';
import type { MedicineKeys } from '../collapse/medicine-key.ts';
import type { AllergenReading } from '../terminology/allergen-reading.ts';
import type { CodedText } from '../terminology/coded-text.ts';
import type { ConditionReading } from '../terminology/condition-reading.ts';
import type { DosageReading } from '../terminology/dosage-reading.ts';
import type { MedicineReading, MedicineWords } from '../terminology/medicine-reading.ts';

export interface ConditionExtras {
  readonly severity?: CodedText;
  readonly stage?: readonly CodedText[];
  readonly bodySite?: readonly CodedText[];
  readonly category?: readonly CodedText[];
}

export interface Readers {
  readonly medicine: { read(words: MedicineWords): MedicineReading };
  readonly dosage: { read(dosages: readonly Dosage[]): DosageReading | undefined };
  readonly condition: { read(code: CodedText | undefined, extras?: ConditionExtras): ConditionReading };
  /** Worked out once per reading: records share their readings. */
  medicineKeys(reading: MedicineReading): MedicineKeys;
  readonly allergen: { read(code: CodedText | undefined): AllergenReading };
}
