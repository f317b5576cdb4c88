/** The kinds of data a person is asked about, by FHIR type. Words for them: the catalogue `record:kind`. */

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

/**
 * Kinds whose name does not say what is in them or what else they tell (design 4), in the catalogue
 * `authorize-app:data.about`. Those that tell of more do so for a part of the kind too.
 */
export const EXPLAINED: ReadonlyMap<string, 'contents' | 'implications'> = new Map([
  ['Patient', 'contents'],
  ['Observation', 'contents'],
  ['MedicationStatement', 'implications'],
  ['DocumentReference', 'implications'],
]);
