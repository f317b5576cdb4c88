/** Everyday words for what apps ask in granular scopes (SMART App Launch 2.2, "Finer-grained resource constraints"). */

/** Codes of HL7's observation-category and condition-category, and of US Core's document and care plan categories. */
export const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  laboratory: 'results from laboratories',
  'vital-signs': 'vital signs, such as blood pressure, weight and temperature',
  'social-history': 'how you live, such as smoking and work',
  survey: 'answers to questionnaires',
  imaging: 'from scans and X-rays',
  exam: 'from examinations',
  procedure: 'from procedures',
  therapy: 'from therapies',
  activity: 'activity, such as steps and exercise',
  'problem-list-item': 'on the problem list',
  'encounter-diagnosis': 'named at a visit',
  'health-concern': 'health concerns',
  'clinical-note': 'notes of clinicians',
  'assess-plan': 'assessments and plans',
};

export const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  category: 'category',
  code: 'code',
  status: 'status',
  'clinical-status': 'status',
  type: 'type',
  date: 'date',
  authoredon: 'date',
  intent: 'intent',
  _security: 'sensitivity label',
  _tag: 'tag',
  _source: 'source',
};

/** Prefixes of dates and numbers in a search (FHIR R4, 3.1.1.4.3). */
export const PREFIX_WORDS: Readonly<Record<string, string>> = {
  eq: '',
  ne: 'not ',
  gt: 'after ',
  sa: 'after ',
  ge: 'from ',
  lt: 'before ',
  eb: 'before ',
  le: 'up to ',
  ap: 'about ',
};
