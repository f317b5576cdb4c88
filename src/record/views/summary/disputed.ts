/**
 * A unified Condition or AllergyIntolerance whose sources disagree on the status has none (law L9), and the status codes have
 * none for "disputed" either. In a summary each source's own record stands for what it says: valid, and no winner is picked.
 */
import type { AllergyIntolerance, Condition } from 'fhir/r4.js';
import { compareText } from '../../facts/fact.ts';
import { firstCode } from '../../facts/common.ts';
import { statedStatuses } from './status-words.ts';
import type { SummaryContext } from './summary-context.ts';

type Disputable = (AllergyIntolerance | Condition) & { id: string };

/** Newest record of each source for each status it states; empty where nothing is disputed. */
export function speakersOfDispute<T extends Disputable>(context: SummaryContext, unified: T): readonly T[] {
  if (firstCode(unified.clinicalStatus) !== undefined) return [];
  const stated = statedStatuses(unified);
  const newest = new Map<string, (typeof stated)[number]>();
  for (const one of stated) {
    const key = `${context.names.sourceOf(one.reference) ?? ''}|${one.value}`;
    const known = newest.get(key);
    if (known === undefined || (one.date ?? '') > (known.date ?? '')) newest.set(key, one);
  }
  return [...newest.values()]
    .sort((a, b) => compareText(a.reference, b.reference))
    .flatMap(({ reference }) => {
      const resource = context.input.read(reference);
      const isSame = resource?.resourceType === unified.resourceType;
      return isSame && firstCode(resource.clinicalStatus) !== undefined ? [resource as unknown as T] : [];
    });
}
