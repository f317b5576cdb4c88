/**
 * Says openly that a required element is missing: the code `unknown` where R4 has one, otherwise a data-absent-reason
 * (FHIR R4, StructureDefinition/data-absent-reason). The record belongs to the person whose account delivered it.
 */
import type { JsonObject } from '../fhir/types.ts';
import type { ElementShape, ObjectShape } from './r4-shape.ts';

/** An element that is there to say that its value is not known. */
export const NOT_SAID = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
} as const;

export function completeRequired(object: JsonObject, shape: ObjectShape, subjectId: string): JsonObject {
  const added: Record<string, unknown> = {};
  for (const { elements } of shape.required) {
    if (elements.some(({ name }) => object[name] !== undefined || object[`_${name}`] !== undefined)) continue;
    const element = bestOf(elements);
    if (element === undefined) continue;
    const [name, value] = absent(element, subjectId);
    added[name] = value;
  }
  return Object.keys(added).length === 0 ? object : { ...object, ...added };
}

/** Of a choice the one that can say "not known" best. */
function bestOf(elements: readonly ElementShape[]): ElementShape | undefined {
  return elements.find(({ shape }) => shape?.name === 'CodeableConcept') ?? elements[0];
}

function absent(element: ElementShape, subjectId: string): [string, unknown] {
  if (element.codes?.has('unknown') === true) return [element.name, 'unknown'];
  if (element.subject && element.shape?.name === 'Reference')
    return [element.name, { reference: `Patient/${subjectId}` }];
  const name = element.primitive !== undefined ? `_${element.name}` : element.name;
  return [name, element.many ? [NOT_SAID] : NOT_SAID];
}
