/** Statuses of medicines, conditions and allergies that several catalogues have words for (FHIR R4: MedicationStatement, Condition, AllergyIntolerance). */
export const ITEM_STATUSES = [
  'active',
  'completed',
  'stopped',
  'on-hold',
  'not-taken',
  'intended',
  'inactive',
  'resolved',
  'remission',
  'recurrence',
  'relapse',
] as const;
