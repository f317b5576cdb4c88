/** By unified record: the names of those that may be the same thing, which the machine does not join (requirements P5). Pure. */
import { EXTENSION } from '../../record/fhir/canonical.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import { unifiedNames } from '../record-rows.ts';

export function relatedNames(resources: readonly R4Resource[]): ReadonlyMap<string, readonly string[]> {
  const names = unifiedNames(resources);
  const related = new Map<string, Set<string>>();
  for (const issue of resources) {
    if (issue.resourceType !== 'DetectedIssue') continue;
    // An issue inside one record names it in an extension; one between records names them as implicated.
    if (issue.extension?.some(({ url }) => url === EXTENSION.unifiedRecord) === true) continue;
    const references = (issue.implicated ?? []).flatMap(({ reference }) => reference ?? []);
    for (const reference of references) {
      const others = references.filter((other) => other !== reference).flatMap((other) => names.get(other) ?? []);
      related.set(reference, new Set([...(related.get(reference) ?? []), ...others]));
    }
  }
  return new Map([...related].map(([reference, others]) => [reference, [...others].toSorted()]));
}
