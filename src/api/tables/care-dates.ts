/** Elements that say when care happened, by name, in any resource type (FHIR R4, `Patient/$everything`, `start` and `end`). */
export const CARE_DATE_ELEMENTS: readonly string[] = [
  'effectiveDateTime',
  'effectiveInstant',
  'effectivePeriod',
  'onsetDateTime',
  'onsetPeriod',
  'abatementDateTime',
  'abatementPeriod',
  'performedDateTime',
  'performedPeriod',
  'occurrenceDateTime',
  'occurrencePeriod',
  'occurrenceInstant',
  'authoredOn',
  'whenPrepared',
  'whenHandedOver',
  'lastOccurrence',
  'startDate',
  'period',
  'date',
  'dateTime',
  'started',
  'sent',
  'received',
  'created',
  'recordedDate',
  'issued',
];

/** Types that tell of a state that goes on until it is said to end. */
export const ONGOING_TYPES: ReadonlySet<string> = new Set([
  'Condition',
  'AllergyIntolerance',
  'MedicationStatement',
  'MedicationRequest',
  'CarePlan',
  'EpisodeOfCare',
]);
