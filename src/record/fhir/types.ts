/** The FHIR words the record is made of. Shapes as in FHIR R4 unless a name says otherwise. */
import type { FhirResource } from 'fhir/r4.js';

/** FHIR releases a source may speak. R4B is read as R4: the types reconciled here are equal in both. */
export type FhirVersion = 'DSTU2' | 'STU3' | 'R4';

/** Any JSON object; what is inside is unproved. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A FHIR R4 resource of any type, with an id. */
export type R4Resource = FhirResource & { id: string };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
