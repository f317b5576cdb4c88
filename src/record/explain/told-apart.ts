/** How unified records are called where several have one name: each with the day it began, so that a person can tell them apart. */
import type { Condition, MedicationStatement } from 'fhir/r4.js';
import type { R4Resource } from '../fhir/types.ts';
import { dayWords } from './day-words.ts';

type Dated = Partial<
  Pick<MedicationStatement, 'effectivePeriod' | 'effectiveDateTime' | 'dateAsserted'> &
    Pick<Condition, 'onsetDateTime' | 'onsetPeriod' | 'recordedDate'>
>;

/**
 * @param nameOf the name of one resource as it is shown.
 * @returns by `<Type>/<id>`: its name; `Normal pregnancy (2015-05-22)` where another of its type is called the same.
 */
export function toldApart<R extends R4Resource>(
  resources: readonly R[],
  nameOf: (resource: R) => string,
): ReadonlyMap<string, string> {
  const keyOf = (resource: R): string => `${resource.resourceType} ${nameOf(resource).toLowerCase()}`;
  const times = new Map<string, number>();
  for (const resource of resources) times.set(keyOf(resource), (times.get(keyOf(resource)) ?? 0) + 1);
  return new Map(
    resources.map((resource) => {
      const name = nameOf(resource);
      const began = (times.get(keyOf(resource)) ?? 0) > 1 ? beganOn(resource) : undefined;
      return [`${resource.resourceType}/${resource.id}`, began === undefined ? name : `${name} (${began})`];
    }),
  );
}

function beganOn(resource: R4Resource): string | undefined {
  const dated = resource as Dated;
  const began =
    dated.onsetDateTime ??
    dated.onsetPeriod?.start ??
    dated.effectivePeriod?.start ??
    dated.effectiveDateTime ??
    dated.recordedDate ??
    dated.dateAsserted;
  return began === undefined ? undefined : dayWords(began);
}
