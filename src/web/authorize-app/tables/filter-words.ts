/**
 * What apps may ask in granular scopes that pages have everyday words for, in the catalogue `authorize-app` (SMART App
 * Launch 2.2, "Finer-grained resource constraints").
 */

/** Codes of HL7's observation-category and condition-category, and of US Core's document and care plan categories. */
export const CATEGORIES: ReadonlySet<string> = new Set([
  'laboratory',
  'vital-signs',
  'social-history',
  'survey',
  'imaging',
  'exam',
  'procedure',
  'therapy',
  'activity',
  'problem-list-item',
  'encounter-diagnosis',
  'health-concern',
  'clinical-note',
  'assess-plan',
]);

/** Search parameter → the word for it. */
export const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['category', 'category'],
  ['code', 'code'],
  ['status', 'status'],
  ['clinical-status', 'status'],
  ['type', 'type'],
  ['date', 'date'],
  ['authoredon', 'date'],
  ['intent', 'intent'],
  ['_security', '_security'],
  ['_tag', '_tag'],
  ['_source', '_source'],
]);

/** Prefixes of dates in a search (FHIR R4, 3.1.1.4.3) → the words for them. */
export const DATE_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['eq', 'eq'],
  ['ne', 'ne'],
  ['gt', 'gt'],
  ['sa', 'gt'],
  ['ge', 'ge'],
  ['lt', 'lt'],
  ['eb', 'lt'],
  ['le', 'le'],
  ['ap', 'ap'],
]);
