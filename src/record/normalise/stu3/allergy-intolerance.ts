/** STU3 AllergyIntolerance → R4. */
import { hasCode } from '../coded.ts';
import { NOT_SAID } from '../complete-required.ts';
import { type Draft, conceptFromCode, lose, rename } from '../draft.ts';
import { ALLERGY_CLINICAL, ALLERGY_VERIFICATION } from '../terminology-systems.ts';

export function allergyIntolerance(draft: Draft): void {
  rename(draft, { assertedDate: 'recordedDate' });
  // R4, ait-2: an allergy entered in error has no clinical status.
  if (draft.fields.verificationStatus === 'entered-in-error') {
    lose(draft, 'clinicalStatus', 'R4 allows none on an entry made in error');
  }
  conceptFromCode(draft, 'clinicalStatus', ALLERGY_CLINICAL.system, ALLERGY_CLINICAL.codes);
  conceptFromCode(draft, 'verificationStatus', ALLERGY_VERIFICATION.system, ALLERGY_VERIFICATION.codes);
  requireClinicalStatus(draft);
}

/** R4, ait-1: unless entered in error an allergy has a clinical status; where none was said, that is said. Also of DSTU2. */
export function requireClinicalStatus(draft: Draft): void {
  const { clinicalStatus, verificationStatus } = draft.fields;
  if (clinicalStatus !== undefined || hasCode(verificationStatus, 'entered-in-error')) return;
  draft.fields.clinicalStatus = NOT_SAID;
}
