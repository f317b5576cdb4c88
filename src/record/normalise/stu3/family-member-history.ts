/** STU3 FamilyMemberHistory → R4: the gender code becomes the concept `sex`. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, lose, rename } from '../draft.ts';

const GENDERS = ['male', 'female', 'other', 'unknown'];

export function familyMemberHistory(draft: Draft): void {
  rename(draft, { notDoneReason: 'dataAbsentReason', gender: 'sex' });
  lose(draft, 'notDone', 'R4 says this by the reason');
  const { sex } = draft.fields;
  if (typeof sex !== 'string') return;
  const system = 'http://hl7.org/fhir/administrative-gender';
  const extensions = draft.fields._sex;
  Reflect.deleteProperty(draft.fields, '_sex');
  const said = GENDERS.includes(sex) ? { coding: [{ system, code: sex }] } : { text: sex };
  draft.fields.sex = { ...(isJsonObject(extensions) ? extensions : {}), ...said };
}
