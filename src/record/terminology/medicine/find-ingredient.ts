/** Decides which single ingredient an exact name means, for vocabularies that speak of substances. */
import { vocabulary } from './vocabulary.ts';
import { saltWords } from './tables/salts.ts';

const salts: ReadonlySet<string> = new Set(saltWords.trim().split(/\s+/));

/**
 * The ingredient key of an exact name: INN, synonym, abbreviation, or brand of a single ingredient, with or without a salt
 * behind it. Undefined for anything else, a combination's name included.
 */
export function findIngredient(name: string): string | undefined {
  const words = name.trim().split(/\s+/);
  while (words.length > 0) {
    for (const meaning of vocabulary.phrases.exact(words.join(' '))) {
      if (meaning.kind !== 'ingredient' && meaning.kind !== 'brand') continue;
      if (meaning.ingredients.length === 1) return meaning.ingredients[0];
    }
    if (!salts.has(words.pop()?.toLowerCase() ?? '')) return undefined;
  }
  return undefined;
}
