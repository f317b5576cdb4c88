/** Reads codes out of values that are not proved to be concepts. */
import { isJsonObject } from '../fhir/types.ts';

/** True where a CodeableConcept holds the code, whatever its system. */
export function hasCode(concept: unknown, code: string): boolean {
  if (!isJsonObject(concept) || !Array.isArray(concept.coding)) return false;
  return concept.coding.some((coding: unknown) => isJsonObject(coding) && coding.code === code);
}
