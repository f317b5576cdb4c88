/** Decides which ingredients an RxNorm concept has: follows its relations (RXNREL.RRF) to ingredients (IN). */
import { saltWords } from '../../record/terminology/medicine/tables/salts.ts';
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
  'has_precise_ingredient',
  'consists_of',
  'tradename_of',
  'form_of',
  'has_part',
]);
/** Branded pack or product to component to precise ingredient to ingredient is the longest way. */
const STEPS_AT_MOST = 5;

/**
 * The names of a concept's ingredients by RXCUI, in the order of their names; [] where none are listed, or the
 * way to one of them ends early: a part of the ingredients would make a combination look like a single medicine.
 */
export async function createIngredientFinder(
  file: string,
  concepts: ReadonlyMap<string, RxNormConcept>,
  onProgress: ReadProgress,
): Promise<(code: string) => readonly string[]> {
  const next = new Map<string, string[]>();
  for await (const line of readLines(file, onProgress)) {
    const [first = '', , , , second = '', , , relation = '', , , source] = rrfFields(file, line, 16);
    if (source !== 'RXNORM' || !TOWARDS.has(relation)) continue;
    const known = next.get(second);
    if (known === undefined) next.set(second, [first]);
    else known.push(first);
  }
  return (code) => {
    const found = new Map<string, string>();
    const replaced = new Set<string>();
    const seen = new Set<string>();
    let level: readonly string[] = [code];
    for (let step = 0; step <= STEPS_AT_MOST && level.length > 0; step += 1) {
      const further: string[] = [];
      for (const one of level) {
        if (seen.has(one)) continue;
        seen.add(one);
        const concept = concepts.get(one);
        const onward = next.get(one);
        if (concept?.type === 'IN') found.set(one, concept.names[0] ?? '');
        else if (concept === undefined || onward === undefined) return [];
        else if (concept.type === 'PIN' && !onward.every((base) => isSaltOf(concept, concepts.get(base)))) {
          found.set(one, concept.names[0] ?? '');
          for (const base of onward) replaced.add(base);
        } else further.push(...onward);
      }
      level = further;
    }
    const names = [...found].filter(([one]) => !replaced.has(one)).map(([, name]) => name);
    return level.length > 0 ? [] : names.sort();
  };
}

const salts: ReadonlySet<string> = new Set(saltWords.trim().split(/\s+/));

/** "Ticlopidine hydrochloride" is ticlopidine; a conjugate or liposomal form of a substance is another medicine. */
function isSaltOf(precise: RxNormConcept, base: RxNormConcept | undefined): boolean {
  const words = (precise.names[0] ?? '').toLowerCase().split(' ');
  const baseWords = new Set((base?.names[0] ?? '').toLowerCase().split(' '));
  return base !== undefined && words.every((word) => baseWords.has(word) || salts.has(word));
}
