/** Where each search parameter looks, by resource type (FHIR R4, "Search Parameter Registry"). Dots lead into members. */

/** Element that names the patient, and the types that have it. */
export const PATIENT_ELEMENTS: Readonly<Record<string, string>> = {
  subject: `Account Basic CarePlan CareTeam ChargeItem ClinicalImpression Communication CommunicationRequest Composition
    Condition Contract DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest DocumentReference
    Encounter Flag Goal GuidanceResponse ImagingStudy Invoice List MeasureReport Media MedicationAdministration
    MedicationDispense MedicationRequest MedicationStatement Observation Procedure QuestionnaireResponse
    RequestGroup RiskAssessment ServiceRequest Specimen`,
  patient: `AllergyIntolerance BodyStructure Claim ClaimResponse Consent CoverageEligibilityRequest
    CoverageEligibilityResponse DetectedIssue Device EpisodeOfCare ExplanationOfBenefit FamilyMemberHistory
    Immunization ImmunizationEvaluation ImmunizationRecommendation MolecularSequence NutritionOrder RelatedPerson
    SupplyDelivery VisionPrescription`,
  'participant.actor': 'Appointment',
  actor: 'AppointmentResponse',
  'agent.who entity.what': 'AuditEvent',
  beneficiary: 'Coverage',
  candidate: 'EnrollmentRequest',
  'link.target': 'Person',
  individual: 'ResearchSubject',
  for: 'Task',
};

/** Types whose `subject` parameter is not the same element as their `patient` parameter or that have no `patient`. */
export const OTHER_SUBJECT_ELEMENTS: Readonly<Record<string, string>> = {
  subject: 'AdverseEvent',
  candidate: 'EnrollmentRequest',
  deliverTo: 'SupplyRequest',
  for: 'Task',
};

export const CODE_ELEMENTS: Readonly<Record<string, string>> = {
  code: `Basic ChargeItem Condition DetectedIssue DiagnosticReport Group List Medication MedicationKnowledge
    Observation Procedure RequestGroup ServiceRequest Task`,
  'code reaction.substance': 'AllergyIntolerance',
  codeCodeableConcept: 'DeviceRequest',
  'condition.code': 'FamilyMemberHistory',
  medicationCodeableConcept: 'MedicationAdministration MedicationDispense MedicationRequest MedicationStatement',
  'code ingredient.substanceCodeableConcept': 'Substance',
};

export const VACCINE_CODE_ELEMENTS: Readonly<Record<string, string>> = { vaccineCode: 'Immunization' };

export const STATUS_ELEMENTS: Readonly<Record<string, string>> = {
  status: `Account Appointment CarePlan CareTeam Claim ClaimResponse ClinicalImpression Communication
    CommunicationRequest Composition Consent Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse
    DetectedIssue Device DeviceRequest DiagnosticReport DocumentManifest DocumentReference Encounter Endpoint
    EnrollmentRequest EnrollmentResponse EpisodeOfCare ExplanationOfBenefit FamilyMemberHistory ImagingStudy
    Immunization ImmunizationEvaluation InsurancePlan Invoice List Location MeasureReport Media Medication
    MedicationAdministration MedicationDispense MedicationKnowledge MedicationRequest MedicationStatement
    NutritionOrder Observation PaymentNotice PaymentReconciliation Procedure Questionnaire QuestionnaireResponse
    RequestGroup ResearchStudy ResearchSubject ServiceRequest Slot Specimen Substance SupplyDelivery SupplyRequest
    Task VisionPrescription`,
  'recommendation.forecastStatus': 'ImmunizationRecommendation',
};

export const CLINICAL_STATUS_ELEMENTS: Readonly<Record<string, string>> = {
  clinicalStatus: 'AllergyIntolerance Condition',
};

export const IDENTIFIER_ELEMENTS: Readonly<Record<string, string>> = {
  identifier: `Account AllergyIntolerance Appointment AppointmentResponse Basic BodyStructure Bundle CarePlan CareTeam
    ChargeItem Claim ClaimResponse ClinicalImpression Communication CommunicationRequest Composition Condition Consent
    Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse DetectedIssue Device DeviceDefinition
    DeviceMetric DeviceRequest DeviceUseStatement DiagnosticReport Encounter Endpoint EnrollmentRequest
    EnrollmentResponse EpisodeOfCare ExplanationOfBenefit FamilyMemberHistory Flag Goal Group GuidanceResponse
    HealthcareService ImagingStudy Immunization ImmunizationEvaluation ImmunizationRecommendation InsurancePlan
    Invoice List Location MeasureReport Media Medication MedicationAdministration MedicationDispense
    MedicationRequest MedicationStatement MolecularSequence NutritionOrder Observation Organization
    OrganizationAffiliation Patient PaymentNotice PaymentReconciliation Person Practitioner PractitionerRole
    Procedure Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchStudy ResearchSubject
    RiskAssessment Schedule ServiceRequest Slot Specimen Substance SupplyDelivery SupplyRequest Task
    VisionPrescription`,
  'masterIdentifier identifier': 'DocumentManifest DocumentReference',
};

export const REFERENCE_ELEMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  item: { 'item.resource': 'Linkage' },
  target: { target: 'Provenance' },
  implicated: { implicated: 'DetectedIssue' },
};
