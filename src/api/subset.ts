/** Parts of a record, marked as such (FHIR R4, 3.1.1.6.6 `_summary`, 3.1.1.6.7 `_elements`; tag SUBSETTED). */
import type { R4Resource } from '../record/fhir/types.ts';
import { SUMMARY_ELEMENTS } from './tables/summary-elements.ts';

export type Subset =
  | { readonly kind: 'summary' | 'text' | 'data'; readonly names?: undefined }
  | { readonly kind: 'elements'; readonly names: readonly string[] };

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };
const ALWAYS: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta', 'implicitRules', 'modifierExtension']);

/** Elements that are required or change the meaning of others are in every part. */
export function subsetOf(resource: R4Resource, subset: Subset): R4Resource {
  const rows = (SUMMARY_ELEMENTS[resource.resourceType] ?? '').split(' ');
  const required = new Set(rows.filter((row) => row.endsWith('!')).map((row) => row.slice(0, -1)));
  const wanted = wantedElements(subset, rows);
  const kept = Object.entries(resource).filter(([member]) => {
    if (ALWAYS.has(member)) return true;
    const names = elementNamesOf(member);
    if (names.some((name) => required.has(name))) return true;
    return wanted === undefined ? member !== 'text' : names.some((name) => wanted.has(name));
  });
  const tag = [...(resource.meta?.tag ?? []), SUBSETTED];
  return { ...Object.fromEntries(kept), meta: { ...resource.meta, tag } } as R4Resource;
}

/** Undefined = all but the narrative. */
function wantedElements(subset: Subset, rows: readonly string[]): ReadonlySet<string> | undefined {
  switch (subset.kind) {
    case 'elements':
      return new Set(subset.names);
    case 'text':
      return new Set(['text']);
    case 'summary':
      // What the sources say differently stands in extensions and is no detail (law L9).
      return new Set([...rows.map((row) => row.replace('!', '')), 'extension']);
    case 'data':
      return undefined;
  }
}

/** `_birthDate` belongs to `birthDate`, `valueQuantity` to `value[x]` or `value`. */
function elementNamesOf(member: string): readonly string[] {
  const name = member.replace(/^_/, '');
  const choices = [...name.matchAll(/[A-Z]/g)].map(({ index }) => name.slice(0, index));
  return [name, ...choices.flatMap((stem) => [`${stem}[x]`])];
}
