/** Which STU3 types differ from R4 and how each comes there. Types that are not named are alike, or left to the R4 check. */
import {
  type Conversion,
  type Convert,
  type Draft,
  contextToEncounter,
  mapCode,
  note,
  rename,
  requesterToReference,
} from '../draft.ts';
import { allergyIntolerance } from './allergy-intolerance.ts';
import { carePlan } from './care-plan.ts';
import { condition } from './condition.ts';
import { device } from './device.ts';
import { diagnosticReport } from './diagnostic-report.ts';
import { documentReference } from './document-reference.ts';
import { encounter } from './encounter.ts';
import { familyMemberHistory } from './family-member-history.ts';
import { goal } from './goal.ts';
import { immunization } from './immunization.ts';
import { medicationAdministration } from './medication-administration.ts';
import { medicationDispense } from './medication-dispense.ts';
import { medicationRequest } from './medication-request.ts';
import { medicationStatement } from './medication-statement.ts';
import { medication } from './medication.ts';
import { observation } from './observation.ts';
import { procedureRequest, REQUEST_STATUS } from './procedure-request.ts';
import { procedure } from './procedure.ts';
import { provenance } from './provenance.ts';
import { referralRequest } from './referral-request.ts';

export const STU3_CONVERSIONS: ReadonlyMap<string, Conversion> = new Map<string, Conversion>([
  ['AllergyIntolerance', { convert: allergyIntolerance }],
  ['Appointment', { convert: renaming({ reason: 'reasonCode' }) }],
  ['Binary', { convert: renaming({ content: 'data' }) }],
  ['BodySite', { type: 'BodyStructure', convert: renaming({ code: 'location', qualifier: 'locationQualifier' }) }],
  ['CarePlan', { convert: carePlan }],
  ['CareTeam', { convert: contextToEncounter }],
  ['Claim', { convert: renaming({ information: 'supportingInfo' }) }],
  ['ClinicalImpression', { convert: contextToEncounter }],
  ['Communication', { convert: contextToEncounter }],
  ['CommunicationRequest', { convert: communicationRequest }],
  ['Condition', { convert: condition }],
  ['Consent', { convert: renaming({ consentingParty: 'performer' }) }],
  ['DetectedIssue', { convert: renaming({ category: 'code', date: 'identifiedDateTime' }) }],
  ['Device', { convert: device }],
  ['DeviceRequest', { convert: deviceRequest }],
  ['DeviceUseStatement', { convert: renaming({ indication: 'reasonCode' }) }],
  ['DiagnosticReport', { convert: diagnosticReport }],
  ['DocumentReference', { convert: documentReference }],
  ['Encounter', { convert: encounter }],
  ['ExplanationOfBenefit', { convert: renaming({ information: 'supportingInfo' }) }],
  ['FamilyMemberHistory', { convert: familyMemberHistory }],
  ['Goal', { convert: goal }],
  ['ImagingStudy', { convert: imagingStudy }],
  ['Immunization', { convert: immunization }],
  ['Media', { convert: media }],
  ['Medication', { convert: medication }],
  ['MedicationAdministration', { convert: medicationAdministration }],
  ['MedicationDispense', { convert: medicationDispense }],
  ['MedicationRequest', { convert: medicationRequest }],
  ['MedicationStatement', { convert: medicationStatement }],
  ['Observation', { convert: observation }],
  ['Procedure', { convert: procedure }],
  ['ProcedureRequest', { type: 'ServiceRequest', convert: procedureRequest }],
  ['Provenance', { convert: provenance }],
  ['QuestionnaireResponse', { convert: questionnaireResponse }],
  ['ReferralRequest', { type: 'ServiceRequest', convert: referralRequest }],
  ['RiskAssessment', { convert: riskAssessment }],
  ['Sequence', { type: 'MolecularSequence', convert: renaming({}) }],
  ['Task', { convert: renaming({ context: 'encounter', reason: 'reasonCode', definitionUri: 'instantiatesUri' }) }],
]);

function renaming(names: Readonly<Record<string, string>>): Convert {
  return (draft) => rename(draft, names);
}

function communicationRequest(draft: Draft): void {
  contextToEncounter(draft);
  requesterToReference(draft);
  mapCode(draft, 'status', REQUEST_STATUS);
}

function deviceRequest(draft: Draft): void {
  contextToEncounter(draft);
  requesterToReference(draft);
  mapCode(draft, 'status', REQUEST_STATUS);
}

function imagingStudy(draft: Draft): void {
  rename(draft, { patient: 'subject', modalityList: 'modality' });
  contextToEncounter(draft);
}

function media(draft: Draft): void {
  contextToEncounter(draft);
  rename(draft, { occurrenceDateTime: 'createdDateTime', occurrencePeriod: 'createdPeriod' });
}

function questionnaireResponse(draft: Draft): void {
  contextToEncounter(draft);
  const { questionnaire } = draft.fields;
  if (typeof questionnaire !== 'object' || questionnaire === null || !('reference' in questionnaire)) return;
  const { reference, ...rest } = questionnaire;
  draft.fields.questionnaire = reference;
  if (Object.keys(rest).length > 0) note(draft, 'questionnaire', rest, 'R4 has an address here');
}

function riskAssessment(draft: Draft): void {
  contextToEncounter(draft);
  rename(draft, { reasonCodeableConcept: 'reasonCode' });
}
