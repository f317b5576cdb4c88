/** Sections of the International Patient Summary: LOINC code, title, and the FHIR types each is made from (IPS 2.0.1, Composition). */

export type SectionKind =
  | 'problems'
  | 'allergies'
  | 'medications'
  | 'immunizations'
  | 'results'
  | 'procedures'
  | 'devices'
  | 'past-problems'
  | 'vital-signs'
  | 'social-history'
  | 'pregnancy'
  | 'alerts'
  | 'plan-of-care'
  | 'advance-directives';

export interface SectionFacts {
  readonly loinc: string;
  readonly title: string;
  /** What is in it, as part of a sentence. */
  readonly words: string;
  /** What must be readable for the section to be given: the type of its entries. */
  readonly types: readonly string[];
  /** Types whose outage leaves the section incomplete. */
  readonly drawnFrom: readonly string[];
  /** What is in the title of a source's list that is about this, in lower case. */
  readonly listWords?: readonly string[];
}

const MEDICATION_TYPES = ['MedicationStatement', 'MedicationRequest', 'MedicationDispense', 'MedicationAdministration'];
const OBSERVATION = { types: ['Observation'], drawnFrom: ['Observation'], listWords: ['uncategorised'] };

export const SECTIONS: Readonly<Record<SectionKind, SectionFacts>> = {
  medications: {
    loinc: '10160-0',
    title: 'Medicines',
    words: 'medicines',
    types: ['MedicationStatement'],
    drawnFrom: [...MEDICATION_TYPES, 'Medication'],
    listWords: ['medication'],
  },
  allergies: {
    loinc: '48765-2',
    title: 'Allergies and intolerances',
    words: 'allergies',
    types: ['AllergyIntolerance'],
    drawnFrom: ['AllergyIntolerance'],
    listWords: ['allerg'],
  },
  problems: {
    loinc: '11450-4',
    title: 'Problems',
    words: 'problems',
    types: ['Condition'],
    drawnFrom: ['Condition'],
    listWords: ['problem'],
  },
  'past-problems': {
    loinc: '11348-0',
    title: 'Past problems',
    words: 'past problems',
    types: ['Condition'],
    drawnFrom: ['Condition'],
    listWords: ['problem'],
  },
  immunizations: {
    loinc: '11369-6',
    title: 'Immunisations',
    words: 'immunisations',
    types: ['Immunization'],
    drawnFrom: ['Immunization'],
    listWords: ['immuni'],
  },
  results: {
    loinc: '30954-2',
    title: 'Results',
    words: 'results',
    types: ['Observation'],
    drawnFrom: ['Observation', 'DiagnosticReport'],
    listWords: ['investigation', 'uncategorised'],
  },
  procedures: {
    loinc: '47519-4',
    title: 'Procedures',
    words: 'procedures',
    types: ['Procedure'],
    drawnFrom: ['Procedure'],
  },
  devices: {
    loinc: '46264-8',
    title: 'Devices',
    words: 'devices',
    types: ['DeviceUseStatement'],
    drawnFrom: ['DeviceUseStatement', 'Device'],
  },
  'vital-signs': { loinc: '8716-3', title: 'Vital signs', words: 'vital signs', ...OBSERVATION },
  'social-history': { loinc: '29762-2', title: 'Social history', words: 'social history', ...OBSERVATION },
  pregnancy: { loinc: '10162-6', title: 'Pregnancy', words: 'pregnancy', ...OBSERVATION },
  alerts: { loinc: '104605-1', title: 'Alerts', words: 'alerts', types: ['Flag'], drawnFrom: ['Flag'] },
  'plan-of-care': {
    loinc: '18776-5',
    title: 'Plan of care',
    words: 'care plans',
    types: ['CarePlan'],
    drawnFrom: ['CarePlan'],
  },
  'advance-directives': {
    loinc: '42348-3',
    title: 'Advance directives',
    words: 'advance directives',
    types: ['Consent'],
    drawnFrom: ['Consent'],
  },
};

/** Those that every summary has; the others only where there is something to say. */
export const REQUIRED_SECTIONS: ReadonlySet<SectionKind> = new Set(['problems', 'allergies', 'medications']);

/** Absence is told where a clinician would look for it (IPS 2.0.1, "Structure": the recommended sections). */
export const RECOMMENDED_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'immunizations',
  'results',
  'procedures',
  'devices',
]);
