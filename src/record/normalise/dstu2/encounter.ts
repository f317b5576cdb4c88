/** DSTU2 Encounter → R4: the class code becomes a coding of HL7 v3. */
import { type Draft, note, rename } from '../draft.ts';

const CLASSES: Readonly<Record<string, string>> = {
  inpatient: 'IMP',
  outpatient: 'AMB',
  ambulatory: 'AMB',
  emergency: 'EMER',
  home: 'HH',
  field: 'FLD',
  virtual: 'VR',
};

export function encounter(draft: Draft): void {
  rename(draft, {
    patient: 'subject',
    reason: 'reasonCode',
    indication: 'reasonReference',
    incomingReferral: 'basedOn',
  });
  const code = draft.fields.class;
  if (typeof code !== 'string' || code === '') return;
  const v3 = Object.hasOwn(CLASSES, code) ? CLASSES[code] : undefined;
  if (v3 === undefined) {
    draft.fields.class = { system: 'http://hl7.org/fhir/encounter-class', code };
    return;
  }
  draft.fields.class = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: v3 };
  note(draft, 'class', code, 'R4 says this with another code');
}
