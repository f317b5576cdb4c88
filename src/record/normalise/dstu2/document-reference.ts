/** DSTU2 DocumentReference → R4. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, note } from '../draft.ts';
import { documentReference as stu3DocumentReference } from '../stu3/document-reference.ts';

export function documentReference(draft: Draft): void {
  const { docStatus } = draft.fields;
  const coding: unknown = isJsonObject(docStatus) && Array.isArray(docStatus.coding) ? docStatus.coding[0] : undefined;
  if (isJsonObject(coding) && typeof coding.code === 'string') {
    note(draft, 'docStatus', docStatus, 'R4 has a code here');
    draft.fields.docStatus = coding.code;
  }
  stu3DocumentReference(draft);
}
