/** The values in a resource, to look for after it was made anew (law L1). */
import { decimalText, parseFhirJson } from '../../src/record/fhir/json.ts';

/** Texts (blank ones left out) and numbers, those in JSON texts of the unmapped included; ids, types and references excepted. */
export function primitives(value: unknown, name = ''): string[] {
  if (['id', 'reference', 'resourceType'].includes(name)) return [];
  if (typeof value === 'string') {
    if (value === '') return [];
    const inside = name === 'valueString' ? primitivesInJson(value) : [];
    return [value, ...inside];
  }
  const number = decimalText(value);
  if (number !== undefined) return [number];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => primitives(item, Array.isArray(value) ? name : key));
}

export function primitivesInJson(json: string): string[] {
  try {
    return primitives(parseFhirJson(json));
  } catch {
    return [];
  }
}
