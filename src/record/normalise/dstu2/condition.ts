/** DSTU2 Condition → R4. */
import { type Draft, rename, textToNote } from '../draft.ts';
import { condition as stu3Condition } from '../stu3/condition.ts';

export function condition(draft: Draft): void {
  rename(draft, {
    patient: 'subject',
    dateRecorded: 'recordedDate',
    onsetQuantity: 'onsetAge',
    abatementQuantity: 'abatementAge',
  });
  textToNote(draft, 'notes');
  stu3Condition(draft);
}
