/** Types that some servers search only by category, and the categories to ask for one by one. */

/** FHIR type → codes for `category=`. Codes of http://terminology.hl7.org/CodeSystem/observation-category and US Core. */
export const SEARCH_CATEGORIES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Observation',
    ['vital-signs', 'laboratory', 'social-history', 'survey', 'exam', 'imaging', 'procedure', 'therapy', 'activity'],
  ],
  ['Condition', ['problem-list-item', 'encounter-diagnosis', 'health-concern']],
  ['DiagnosticReport', ['LAB', 'RAD', 'PAT']],
  ['DocumentReference', ['clinical-note']],
  ['CarePlan', ['assess-plan']],
]);

/** Types whose medicine may stand in a Medication of its own, which is asked for along with them. */
export const MEDICATION_TYPES: ReadonlySet<string> = new Set([
  'MedicationRequest',
  'MedicationOrder',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
]);
