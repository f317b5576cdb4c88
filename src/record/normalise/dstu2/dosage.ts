/** DSTU2 dosage instructions → R4 Dosage. */
import { type Draft, rename, within } from '../draft.ts';
import { dosage as stu3Dosage } from '../stu3/dosage.ts';

export function dosage(draft: Draft): void {
  rename(draft, {
    additionalInstructions: 'additionalInstruction',
    siteCodeableConcept: 'site',
    quantityQuantity: 'doseQuantity',
    quantityRange: 'doseRange',
  });
  within(draft, 'timing', timing);
  stu3Dosage(draft);
}

export function timing(draft: Draft): void {
  within(draft, 'repeat', (repeat) => {
    rename(repeat, { boundsQuantity: 'boundsDuration', periodUnits: 'periodUnit', durationUnits: 'durationUnit' });
  });
}
