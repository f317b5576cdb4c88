/** The kinds of data a person is asked about, by FHIR type. Words for them: `services/kind-words.ts`. */

/** Asked one by one, in this order, where an app asks for everything. */
export const MAIN_TYPES = [
  'MedicationStatement',
  'MedicationRequest',
  'MedicationDispense',
  'Condition',
  'AllergyIntolerance',
  'Observation',
  'DiagnosticReport',
  'Immunization',
  'Procedure',
  'Encounter',
  'DocumentReference',
  'CarePlan',
  'Patient',
] as const;

/** Asked as "everything else": what else a record may hold (FHIR R4, compartment of the patient and what it points to). */
export const OTHER_TYPES = [
  'AdverseEvent',
  'Appointment',
  'AuditEvent',
  'Binary',
  'CareTeam',
  'ClinicalImpression',
  'Communication',
  'Composition',
  'Consent',
  'Coverage',
  'Device',
  'DeviceRequest',
  'DeviceUseStatement',
  'EpisodeOfCare',
  'ExplanationOfBenefit',
  'FamilyMemberHistory',
  'Flag',
  'Goal',
  'ImagingStudy',
  'ImmunizationRecommendation',
  'List',
  'Location',
  'Media',
  'Medication',
  'MedicationAdministration',
  'NutritionOrder',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'QuestionnaireResponse',
  'RelatedPerson',
  'RiskAssessment',
  'ServiceRequest',
  'Specimen',
  'VisionPrescription',
] as const;

/** What reading a kind brings along that its name does not say (design 4). */
export const IMPLICATIONS: Readonly<Record<string, string>> = {
  MedicationStatement:
    'This list is worked out from prescriptions, statements and medicines given out together, so it also tells what those say.',
  DocumentReference: 'A letter can tell of anything, medicines and conditions too.',
};

/** What is in a kind, where its name is short. */
export const CONTENTS: Readonly<Record<string, string>> = {
  Patient: 'Name, date of birth, address and NHS number.',
  Observation: 'Blood tests, blood pressure, weight, smoking and the like.',
};
