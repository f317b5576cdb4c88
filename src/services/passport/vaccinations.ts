/** Vaccinations that were given, the newest first, as the sources write them. Pure. */
import type { R4Resource } from '../../record/fhir/types.ts';
import { conceptText } from '../record-rows.ts';

export interface Vaccination {
  readonly name: string;
  /** FHIR date, as precise as said. */
  readonly day: string | undefined;
  readonly by: readonly string[];
}

export function vaccinations(
  resources: readonly R4Resource[],
  sourceOf: ReadonlyMap<string, string>,
): readonly Vaccination[] {
  const given = new Map<string, Vaccination>();
  for (const item of resources) {
    if (item.resourceType !== 'Immunization' || item.status !== 'completed') continue;
    const source = sourceOf.get(`Immunization/${item.id}`);
    const name = conceptText(item.vaccineCode);
    const day = item.occurrenceDateTime?.slice(0, 'YYYY-MM-DD'.length);
    const key = JSON.stringify([name, day]);
    const by = [...(given.get(key)?.by ?? []), ...(source === undefined ? [] : [source])];
    given.set(key, { name, day, by: [...new Set(by)].toSorted() });
  }
  return [...given.values()].toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
}
