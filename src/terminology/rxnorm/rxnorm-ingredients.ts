/** Decides which ingredients an RxNorm concept has: follows its relations (RXNREL.RRF) to ingredients (IN). */
import { readLines } from '../release-files.ts';
import type { ReadProgress } from '../release.ts';
import { rrfFields, type RxNormConcept } from './rrf-rows.ts';

/**
 * Relations towards the ingredients. RXNREL tells how its second concept relates to its first: "RXCUI2 has_ingredient
 * RXCUI1". Packs (`contains`) hold several products, so they have no ingredients of their own.
 */
const TOWARDS: ReadonlySet<string> = new Set([
  'has_ingredient',
  'has_ingredients',
  'consists_of',
  'tradename_of',
  'form_of',
  'has_part',
]);
/** Branded pack or product to component to precise ingredient to ingredient is the longest way. */
const STEPS_AT_MOST = 5;

/** @returns the names of a concept's ingredients by RXCUI, in the order of their names; [] where none are listed. */
export async function createIngredientFinder(
  file: string,
  concepts: ReadonlyMap<string, RxNormConcept>,
  onProgress: ReadProgress,
): Promise<(code: string) => readonly string[]> {
  const next = new Map<string, string[]>();
  for await (const line of readLines(file, onProgress)) {
    const [first = '', , , , second = '', , , relation = '', , , source] = rrfFields(file, line, 16);
    if (source !== 'RXNORM' || !TOWARDS.has(relation) || !concepts.has(first)) continue;
    const known = next.get(second);
    if (known === undefined) next.set(second, [first]);
    else known.push(first);
  }
  return (code) => {
    const found = new Set<string>();
    const seen = new Set<string>();
    let level: readonly string[] = [code];
    for (let step = 0; step <= STEPS_AT_MOST && level.length > 0; step += 1) {
      const further: string[] = [];
      for (const one of level) {
        if (seen.has(one)) continue;
        seen.add(one);
        const concept = concepts.get(one);
        if (concept?.type === 'IN') found.add(concept.names[0] ?? '');
        else further.push(...(next.get(one) ?? []));
      }
      level = further;
    }
    return [...found].sort();
  };
}
