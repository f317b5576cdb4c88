/** Records that go with those found: `_include` of a Medication, `_revinclude` of Provenance (FHIR R4, 3.1.1.5; IPA). */
import type { R4Resource } from '../record/fhir/types.ts';
import { elementsAt } from '../record/search/elements-at.ts';
import type { QueryParameter } from './query.ts';
import type { StampedRecord } from './stamped-record.ts';
import { referenceTo } from '../access/narrow-record.ts';

export type Include = 'medication' | 'provenance';

const WITH_MEDICATION: ReadonlySet<string> = new Set([
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
]);

/** Values of `_include` for a type. */
export function includesOf(resourceType: string): readonly string[] {
  return WITH_MEDICATION.has(resourceType) ? [`${resourceType}:medication`] : [];
}

/** Values of `_revinclude` for every type. */
export const REVERSE_INCLUDES: readonly string[] = ['Provenance:target'];

/** Undefined where this is no include, or one that is not supported. */
export function readInclude({ name, modifier, value }: QueryParameter, resourceType: string): Include | undefined {
  if (modifier !== undefined) return undefined;
  if (name === '_include' && includesOf(resourceType).includes(value)) return 'medication';
  return name === '_revinclude' && REVERSE_INCLUDES.includes(value) ? 'provenance' : undefined;
}

/** Those of the record that this viewer may read, each once, without those already there. */
export function included(
  record: StampedRecord,
  includes: ReadonlySet<Include>,
  page: readonly R4Resource[],
): readonly R4Resource[] {
  const present = new Map(page.map((resource) => [referenceTo(resource), resource]));
  const found = new Map<string, R4Resource>();
  const add = (resource: R4Resource | undefined) => {
    if (resource !== undefined && !present.has(referenceTo(resource))) found.set(referenceTo(resource), resource);
  };
  if (includes.has('medication')) {
    for (const reference of page.flatMap((resource) => elementsAt(resource, 'medicationReference.reference'))) {
      if (typeof reference === 'string') add(record.get(reference));
    }
  }
  if (includes.has('provenance')) {
    for (const resource of record.view('all')) {
      if (resource.resourceType !== 'Provenance') continue;
      if (resource.target.some(({ reference }) => reference !== undefined && present.has(reference))) add(resource);
    }
  }
  return [...found.values()];
}
