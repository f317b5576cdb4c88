/** The clinical areas of GP Connect Access Record Structured 1.6: how each is asked for, and which resources it gives. */

import type { Reason } from '../../../record/reasons.ts';

export interface ClinicalArea {
  /** FHIR type under which its outcome is reported: the one that stands for the area. */
  readonly type: string;
  /** For people. */
  readonly title: string;
  readonly parameter: {
    readonly name: string;
    readonly part?: readonly { readonly name: string; readonly valueBoolean: boolean }[];
  };
  /** Types of STU3 that belong to the area wherever they stand. */
  readonly resourceTypes: readonly string[];
  /** Codes and titles of the Lists that hold the area's items; titles in lower case, also as a beginning ("problems - linked …"). */
  readonly listCodes: readonly string[];
  readonly listTitles: readonly string[];
}

/**
 * No part is given that narrows an area: with consultations or problems in the question the specification forbids most of them,
 * and the whole record is wanted.
 */
export const CLINICAL_AREAS: readonly ClinicalArea[] = [
  {
    type: 'AllergyIntolerance',
    title: 'allergies',
    parameter: { name: 'includeAllergies', part: [{ name: 'includeResolvedAllergies', valueBoolean: true }] },
    resourceTypes: ['AllergyIntolerance'],
    listCodes: ['886921000000105', '1103671000000101'],
    listTitles: [
      'allergies and adverse reactions',
      'allergies and adverse reaction',
      'ended allergies',
      'resolved allergies',
    ],
  },
  {
    type: 'MedicationStatement',
    title: 'medicines',
    parameter: { name: 'includeMedication', part: [{ name: 'includePrescriptionIssues', valueBoolean: true }] },
    resourceTypes: ['MedicationStatement', 'MedicationRequest', 'Medication', 'MedicationDispense'],
    listCodes: ['933361000000108'],
    listTitles: ['medications and medical devices'],
  },
  {
    type: 'Condition',
    title: 'problems',
    parameter: { name: 'includeProblems' },
    resourceTypes: ['Condition'],
    listCodes: ['717711000000103'],
    listTitles: ['problems'],
  },
  {
    type: 'Encounter',
    title: 'consultations',
    parameter: { name: 'includeConsultations' },
    // Documents come with the consultations that mention them.
    resourceTypes: ['Encounter', 'DocumentReference'],
    // The list of consultations, and what each is built of: consultation, topic, category.
    listCodes: ['1149501000000101', '325851000000107', '25851000000105', '24781000000107'],
    listTitles: ['list of consultations', 'consultations'],
  },
  {
    type: 'Immunization',
    title: 'immunisations',
    parameter: { name: 'includeImmunisations' },
    resourceTypes: ['Immunization'],
    listCodes: ['1102181000000102'],
    listTitles: ['immunisations'],
  },
  {
    type: 'Observation',
    title: 'other recorded data',
    parameter: { name: 'includeUncategorisedData' },
    resourceTypes: ['Observation'],
    listCodes: ['826501000000100'],
    listTitles: ['miscellaneous record', 'miscellaneous records'],
  },
  {
    type: 'DiagnosticReport',
    title: 'test results',
    parameter: { name: 'includeInvestigations' },
    resourceTypes: ['DiagnosticReport', 'Specimen'],
    listCodes: ['887191000000108'],
    listTitles: ['investigations and results'],
  },
  {
    type: 'ReferralRequest',
    title: 'referrals',
    parameter: { name: 'includeReferrals' },
    resourceTypes: ['ReferralRequest'],
    listCodes: ['792931000000107', '886721000000107'],
    listTitles: ['outbound referral', 'referral details'],
  },
  {
    type: 'ProcedureRequest',
    title: 'diary entries',
    parameter: { name: 'includeDiaryEntries' },
    resourceTypes: ['ProcedureRequest'],
    listCodes: ['714311000000108'],
    listTitles: ['patient recall administration'],
  },
];

/** Resources that no area owns (Patient, Practitioner, Organization …) are read as this. */
export const SHARED_TYPE = 'Patient';

/** Extension of a List that says why it is not everything, and its codes. */
export const LIST_WARNING_EXTENSION =
  /^https:\/\/fhir\.(?:nhs|hl7\.org)\.uk\/STU3\/StructureDefinition\/Extension-CareConnect-(?:GPC-)?ListWarningCode-1$/;

export const LIST_WARNING_WORDS: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['confidential-items', 'The practice holds back confidential items.'],
  ['data-in-transit', 'Records are still on their way from another practice.'],
  ['data-awaiting-filing', 'The practice has received data that it has not filed yet.'],
]);
