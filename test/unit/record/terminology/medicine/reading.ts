/** Short forms for the tests of medicine readings. */
import { createMedicineReader } from '../../../../../src/record/terminology/medicine/read-medicine.ts';
import type { MedicineReading, Strength } from '../../../../../src/record/terminology/medicine-reading.ts';

const reader = createMedicineReader();

export function readText(text: string): MedicineReading {
  return reader.read({ code: { text } });
}

/** "codeine 30mg + paracetamol 500mg", "0.1mg/mL": strengths in one line. */
export function strengthLine(strengths: readonly Strength[]): string {
  return strengths
    .map(({ ingredient, value, unit, per }) => {
      const denominator = per === undefined ? '' : `/${per.value === '1' ? '' : per.value}${per.unit}`;
      return `${ingredient === undefined ? '' : `${ingredient} `}${value}${unit}${denominator}`;
    })
    .join(' + ');
}
