/** DSTU2 AllergyIntolerance → R4: its one status says either how sure or how current the allergy is. */
import { type Draft, conceptFromCode, mapCode, rename, take } from '../draft.ts';
import { requireClinicalStatus } from '../stu3/allergy-intolerance.ts';
import { ALLERGY_CLINICAL, ALLERGY_VERIFICATION } from '../terminology-systems.ts';

export function allergyIntolerance(draft: Draft): void {
  rename(draft, {
    substance: 'code',
    onset: 'onsetDateTime',
    reporter: 'asserter',
    lastOccurence: 'lastOccurrence',
  });
  mapCode(draft, 'criticality', { CRITL: 'low', CRITH: 'high', CRITU: 'unable-to-assess' });
  statusToPlace(draft);
  requireClinicalStatus(draft);
}

function statusToPlace(draft: Draft): void {
  const { status } = draft.fields;
  if (typeof status !== 'string') return;
  const clinical: readonly string[] = ALLERGY_CLINICAL.codes;
  const place = clinical.includes(status) ? 'clinicalStatus' : 'verificationStatus';
  draft.fields[place] = take(draft, 'status');
  const { system, codes } = place === 'clinicalStatus' ? ALLERGY_CLINICAL : ALLERGY_VERIFICATION;
  conceptFromCode(draft, place, system, codes);
}
