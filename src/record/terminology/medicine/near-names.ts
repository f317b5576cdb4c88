/** Decides which known names an unknown word is one edit away from. Evidence to relate, never to join. */
import type { Vocabulary } from './vocabulary.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Ingredient keys of the names one insertion, deletion, replacement or swap away, sorted; [] for short or known words. */
export function nearIngredients(word: string, vocabulary: Vocabulary): readonly string[] {
  if (!/^[a-z]{6,24}$/.test(word) || vocabulary.singleWordNames.has(word)) return [];
  const found = new Set<string>();
  const consider = (candidate: string): void => {
    for (const key of vocabulary.singleWordNames.get(candidate) ?? []) found.add(key);
  };
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    consider(before + after.slice(1));
    if (after.length > 1) consider(`${before}${after[1] ?? ''}${after[0] ?? ''}${after.slice(2)}`);
    for (const letter of letters) {
      consider(before + letter + after);
      if (after !== '') consider(before + letter + after.slice(1));
    }
  }
  return [...found].sort();
}
