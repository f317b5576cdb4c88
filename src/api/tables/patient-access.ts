/** What International Patient Access 1.1 asks of a server, as the CapabilityStatement declares it. */

export const IPA_SERVER = 'http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server';

/** Parameters that must work together, by type; others may be combined too. */
export const SEARCH_COMBINATIONS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  DocumentReference: [
    ['patient', 'category'],
    ['patient', 'category', 'date'],
    ['patient', 'type'],
  ],
  Observation: [
    ['patient', 'category'],
    ['patient', 'code'],
    ['patient', 'category', 'date'],
  ],
};

const IPA = 'http://hl7.org/fhir/uv/ipa/StructureDefinition';

/**
 * Profiles that what a search gives meets. Observations are given as the sources sent them, some without a value and without
 * the reason, so that nothing is declared of them.
 */
export const SUPPORTED_PROFILES: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: [`${IPA}/ipa-allergyintolerance`],
  Condition: [`${IPA}/ipa-condition`, `${IPA}/ipa-problem-list-item`],
  DocumentReference: [`${IPA}/ipa-documentreference`],
  Immunization: [`${IPA}/ipa-immunization`],
  Medication: [`${IPA}/ipa-medication`],
  MedicationRequest: [`${IPA}/ipa-medicationrequest`],
  MedicationStatement: [`${IPA}/ipa-medicationstatement`],
  Patient: [`${IPA}/ipa-patient`],
  Practitioner: [`${IPA}/ipa-practitioner`],
};
