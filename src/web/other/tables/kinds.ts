/** Kinds of record under the headings where people look for them. Each has a name in the catalogue `other`. */

export const KIND_GROUPS = {
  results: [
    'Observation',
    'DiagnosticReport',
    'ImagingStudy',
    'Specimen',
    'Media',
    'MolecularSequence',
    'BodyStructure',
  ],
  care: [
    'Procedure',
    'Encounter',
    'EpisodeOfCare',
    'Appointment',
    'AppointmentResponse',
    'CarePlan',
    'Goal',
    'CareTeam',
    'ServiceRequest',
    'Task',
    'RequestGroup',
    'ClinicalImpression',
    'RiskAssessment',
    'FamilyMemberHistory',
    'AdverseEvent',
    'Flag',
    'DetectedIssue',
    'ImmunizationRecommendation',
    'ImmunizationEvaluation',
    'NutritionOrder',
    'VisionPrescription',
    'Device',
    'DeviceRequest',
    'DeviceUseStatement',
    'SupplyRequest',
    'SupplyDelivery',
  ],
  documents: [
    'DocumentReference',
    'DocumentManifest',
    'Composition',
    'QuestionnaireResponse',
    'Questionnaire',
    'Communication',
    'CommunicationRequest',
    'Consent',
    'Binary',
  ],
  people: [
    'Patient',
    'RelatedPerson',
    'Person',
    'Practitioner',
    'PractitionerRole',
    'Organization',
    'Location',
    'HealthcareService',
  ],
  money: [
    'Coverage',
    'Claim',
    'ClaimResponse',
    'ExplanationOfBenefit',
    'Account',
    'Invoice',
    'ChargeItem',
    'Contract',
    'CoverageEligibilityResponse',
  ],
  /** Records of medicines, conditions and allergies that are in no list: taken back, about someone else, or only referred to. */
  apart: [
    'MedicationStatement',
    'MedicationRequest',
    'MedicationDispense',
    'MedicationAdministration',
    'Medication',
    'Substance',
    'Condition',
    'AllergyIntolerance',
  ],
  behind: [
    'List',
    'Provenance',
    'AuditEvent',
    'Linkage',
    'OperationOutcome',
    'Basic',
    'Bundle',
    'MessageHeader',
    'Group',
  ],
} as const;

export type KindGroup = keyof typeof KIND_GROUPS | 'rest';

const GROUP_OF: ReadonlyMap<string, KindGroup> = new Map(
  Object.entries(KIND_GROUPS).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group as KindGroup] as const)),
);

export function groupOf(kind: string): KindGroup {
  return GROUP_OF.get(kind) ?? 'rest';
}

/** Whether the catalogue has a name for it. */
export function isNamedKind(kind: string): boolean {
  return GROUP_OF.has(kind);
}
