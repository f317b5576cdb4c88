/** Decides which substance or class a name stands for, and which classes a substance belongs to. */
import { createWordFolder, foldText, wordsKey } from '../condition/fold-words.ts';
import { DRUG_CLASSES } from './tables/drug-classes.ts';
import { SUBSTANCES } from './tables/substances.ts';

export interface AllergenVocabulary {
  /** Substance or class key of an exact name, spelling and plural folded. */
  find(words: string): string | undefined;
  /** True for a class of medicines. */
  isClass(key: string): boolean;
  /** Classes of a substance, an ingredient or a class, nearest first. */
  classesOf(key: string): readonly string[];
  /** The only substance or class whose name is one edit away. */
  near(words: string): string | undefined;
}

/** Shorter names have too many neighbours. Letters. */
const NEAR_AT_LEAST = 6;

export function createAllergenVocabulary(): AllergenVocabulary {
  const folder = createWordFolder();
  const names = new Map<string, string>();
  const classes = new Map<string, readonly string[]>();
  const drugClasses = new Set(DRUG_CLASSES.map(({ key }) => key));
  const spelt: { readonly text: string; readonly key: string }[] = [];
  const addNames = (list: string, key: string): void => {
    for (const name of list.split('|')) {
      const words = folder.fold(name);
      if (!names.has(wordsKey(words))) names.set(wordsKey(words), key);
      spelt.push({ text: words.join(' '), key });
    }
  };
  for (const { key, names: list, classes: within } of SUBSTANCES) {
    addNames(list, key);
    classes.set(
      key,
      within.split('|').filter((one) => one !== ''),
    );
  }
  for (const { key, names: list, members, within } of DRUG_CLASSES) {
    addNames(list, key);
    const broader = within.split('|').filter((one) => one !== '');
    classes.set(key, broader);
    for (const member of members.split('|'))
      classes.set(member, [...new Set([...(classes.get(member) ?? []), key, ...broader])]);
  }
  // After every name: a member that is called like its class stays with the caller's list of ingredients.
  for (const { members } of DRUG_CLASSES) for (const member of members.split('|')) addNames(member, member);
  return {
    isClass: (key) => drugClasses.has(key),
    find: (words) => names.get(wordsKey(foldText(words))),
    classesOf: (key) => classes.get(key) ?? [],
    near: (words) => {
      const text = foldText(words).join(' ');
      if (text.length < NEAR_AT_LEAST) return undefined;
      const found = new Set(spelt.filter((name) => isNear(text, name.text)).map(({ key }) => key));
      return found.size === 1 ? [...found][0] : undefined;
    },
  };
}

/** One letter added, left out, changed, or two neighbours swapped. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (/\d/.test((restA[0] ?? '') + (restB[0] ?? ''))) return false;
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
