/** What sources report inside a unified record where it has no value of its own (design 4, extensions). */
import { EXTENSION } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import { elementsAt } from './elements-at.ts';

/** CodeableConcepts of products or codes that are not the same thing word for word. */
export function reportedCodings(resource: R4Resource): readonly unknown[] {
  return subExtensions(resource, EXTENSION.reportedConcept, 'concept').flatMap((item) =>
    elementsAt(item, 'valueCodeableConcept'),
  );
}

/** Whether the sources state different statuses and the record therefore has none of its own (law L9). */
export function isStatusDisputed(resource: R4Resource): boolean {
  const stated = subExtensions(resource, EXTENSION.reportedStatus, 'value').flatMap((item) =>
    elementsAt(item, 'valueCode'),
  );
  const own = [...elementsAt(resource, 'clinicalStatus.coding.code'), ...elementsAt(resource, 'status')];
  return new Set(stated).size > 1 && !own.some((status) => stated.includes(status));
}

function subExtensions(resource: R4Resource, url: string, name: string): object[] {
  return elementsAt(resource, 'extension')
    .filter((item): item is object => elementsAt(item as object, 'url').includes(url))
    .flatMap((item) => elementsAt(item, 'extension') as object[])
    .filter((item) => elementsAt(item, 'url').includes(name));
}
