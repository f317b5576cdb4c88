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

/** Profiles that what is given out meets; only those that the tests check. */
export const SUPPORTED_PROFILES: Readonly<Record<string, readonly string[]>> = {};
