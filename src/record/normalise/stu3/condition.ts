/** STU3 Condition → R4. */
import { type Draft, conceptFromCode, contextToEncounter, lose, rename } from '../draft.ts';
import { CONDITION_CLINICAL, CONDITION_VERIFICATION } from '../terminology-systems.ts';

export function condition(draft: Draft): void {
  rename(draft, { assertedDate: 'recordedDate' });
  contextToEncounter(draft);
  // R4, con-5: a condition entered in error has no clinical status.
  if (draft.fields.verificationStatus === 'entered-in-error') {
    lose(draft, 'clinicalStatus', 'R4 allows none on an entry made in error');
  }
  conceptFromCode(draft, 'clinicalStatus', CONDITION_CLINICAL.system, CONDITION_CLINICAL.codes);
  conceptFromCode(draft, 'verificationStatus', CONDITION_VERIFICATION.system, CONDITION_VERIFICATION.codes);
}
