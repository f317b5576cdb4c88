/**
 * Types that tell who, where, with what and in which file, and say nothing of a person's health by themselves: what hidden
 * records name of them goes with those, and what a readable record says of them stays its own words.
 */
export const SUPPORTING_TYPES: ReadonlySet<string> = new Set([
  'Binary',
  'Device',
  'DeviceDefinition',
  'Endpoint',
  'HealthcareService',
  'Location',
  'Media',
  'Medication',
  'MedicationKnowledge',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Specimen',
  'Substance',
]);
