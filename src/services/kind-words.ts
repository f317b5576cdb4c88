/** How people call the kinds of data that sources give. Pure. */

const WORDS: Readonly<Record<string, string>> = {
  '*': 'Everything',
  AllergyIntolerance: 'Allergies',
  Appointment: 'Appointments',
  CarePlan: 'Care plans',
  Condition: 'Conditions',
  Device: 'Devices',
  DiagnosticReport: 'Test reports',
  DocumentReference: 'Letters and documents',
  Encounter: 'Visits and contacts',
  Immunization: 'Vaccinations',
  MedicationDispense: 'Medicines given out',
  MedicationRequest: 'Prescriptions',
  MedicationStatement: 'Medicines',
  Observation: 'Measurements and test results',
  Patient: 'Personal details',
  Procedure: 'Procedures',
};

/** The type itself where there is no word for it. */
export function kindWords(type: string): string {
  return WORDS[type] ?? type;
}
