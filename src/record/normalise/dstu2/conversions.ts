/** Which DSTU2 types differ from R4 and how each comes there. Types that are not named are alike, or left to the R4 check. */
import { type Conversion, type Convert, type Draft, put, rename, textToNote } from '../draft.ts';
import { allergyIntolerance } from './allergy-intolerance.ts';
import { carePlan } from './care-plan.ts';
import { condition } from './condition.ts';
import { device } from './device.ts';
import { documentReference } from './document-reference.ts';
import { encounter } from './encounter.ts';
import { familyMemberHistory } from './family-member-history.ts';
import { goal } from './goal.ts';
import { immunization } from './immunization.ts';
import { medicationAdministration } from './medication-administration.ts';
import { medicationDispense } from './medication-dispense.ts';
import { medicationOrder } from './medication-order.ts';
import { medicationStatement } from './medication-statement.ts';
import { medication } from './medication.ts';
import { observation } from './observation.ts';
import { organization, patient, person } from './people.ts';
import { procedure } from './procedure.ts';
import { provenance } from './provenance.ts';
import { diagnosticOrder, procedureRequest, referralRequest } from './service-request.ts';

export const DSTU2_CONVERSIONS: ReadonlyMap<string, Conversion> = new Map<string, Conversion>([
  ['AllergyIntolerance', { convert: allergyIntolerance }],
  ['Binary', { convert: renaming({ content: 'data' }) }],
  ['BodySite', { type: 'BodyStructure', convert: renaming({ code: 'location', modifier: 'locationQualifier' }) }],
  ['CarePlan', { convert: carePlan }],
  ['Composition', { convert: renaming({ class: 'category' }) }],
  ['Condition', { convert: condition }],
  ['DetectedIssue', { convert: renaming({ category: 'code', date: 'identifiedDateTime' }) }],
  ['Device', { convert: device }],
  ['DeviceUseRequest', { type: 'DeviceRequest', convert: renaming({ notes: 'note', orderedOn: 'authoredOn' }) }],
  ['DeviceUseStatement', { convert: deviceUseStatement }],
  ['DiagnosticOrder', { type: 'ServiceRequest', convert: diagnosticOrder }],
  ['DiagnosticReport', { convert: renaming({ request: 'basedOn', codedDiagnosis: 'conclusionCode', image: 'media' }) }],
  ['DocumentReference', { convert: documentReference }],
  ['Encounter', { convert: encounter }],
  ['EpisodeOfCare', { convert: episodeOfCare }],
  ['FamilyMemberHistory', { convert: familyMemberHistory }],
  ['Goal', { convert: goal }],
  ['ImagingStudy', { convert: renaming({ patient: 'subject', modalityList: 'modality' }) }],
  ['Immunization', { convert: immunization }],
  ['List', { convert: (draft) => textToNote(draft, 'note') }],
  ['Medication', { convert: medication }],
  ['MedicationAdministration', { convert: medicationAdministration }],
  ['MedicationDispense', { convert: medicationDispense }],
  ['MedicationOrder', { type: 'MedicationRequest', convert: medicationOrder }],
  ['MedicationStatement', { convert: medicationStatement }],
  ['Observation', { convert: observation }],
  ['Organization', { convert: organization }],
  ['Patient', { convert: patient }],
  ['Practitioner', { convert: person }],
  ['Procedure', { convert: procedure }],
  ['ProcedureRequest', { type: 'ServiceRequest', convert: procedureRequest }],
  ['Provenance', { convert: provenance }],
  ['ReferralRequest', { type: 'ServiceRequest', convert: referralRequest }],
  ['RelatedPerson', { convert: person }],
  ['RiskAssessment', { convert: renaming({ date: 'occurrenceDateTime' }) }],
  ['Specimen', { convert: renaming({ treatment: 'processing' }) }],
]);

function renaming(names: Readonly<Record<string, string>>): Convert {
  return (draft) => rename(draft, names);
}

function deviceUseStatement(draft: Draft): void {
  rename(draft, {
    whenUsed: 'timingPeriod',
    indication: 'reasonCode',
    bodySiteCodeableConcept: 'bodySite',
  });
  const { notes } = draft.fields;
  if (!Array.isArray(notes)) return;
  Reflect.deleteProperty(draft.fields, 'notes');
  const annotations = (notes as unknown[]).map((text) => (typeof text === 'string' ? { text } : text));
  put(draft, 'note', annotations, 'notes');
}

function episodeOfCare(draft: Draft): void {
  rename(draft, { careTeam: 'team' });
  const { condition: conditions } = draft.fields;
  if (!Array.isArray(conditions)) return;
  Reflect.deleteProperty(draft.fields, 'condition');
  const diagnoses = (conditions as unknown[]).map((reference) => ({ condition: reference }));
  put(draft, 'diagnosis', diagnoses, 'condition');
}
