/** Invented FHIR resources and searchset Bundles. */
export const PATIENT_ID = 'anna';

export function patient(
  id: string = PATIENT_ID,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { resourceType: 'Patient', id, name: [{ family: 'Example' }], ...more };
}

export function condition(id: string, patientId: string = PATIENT_ID): Readonly<Record<string, unknown>> {
  return {
    resourceType: 'Condition',
    id,
    subject: { reference: `Patient/${patientId}` },
    code: { text: `condition ${id}` },
  };
}

export function bundle(resources: readonly unknown[], next?: string): Readonly<Record<string, unknown>> {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: next === undefined ? [] : [{ relation: 'next', url: next }],
    entry: resources.map((resource) => ({ resource })),
  };
}
