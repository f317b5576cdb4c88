/** Decides what substance an allergy is to, from its words and its codes' displays (matching: "by name, not by guess"). */
import type { AllergenReading } from '../allergen-reading.ts';
import { isDegraded } from '../code-systems.ts';
import type { CodedText } from '../coded-text.ts';
import { createAllergenVocabulary, type AllergenVocabulary } from './allergen-vocabulary.ts';
import { deniesAllergy, findNoneKnown, noneKnownInWords } from './find-none-known.ts';
import { substanceWords } from './substance-words.ts';

export interface AllergenReader {
  read(code: CodedText | undefined): AllergenReading;
}

/** Ingredient key of a medicine's exact name, brand included. */
export type FindIngredient = (name: string) => string | undefined;

/** Entries; a long-lived process must not keep every text it ever saw. */
const REMEMBER_AT_MOST = 20_000;

/** One for the process: it holds nothing but the built-in tables. */
const VOCABULARY = createAllergenVocabulary();

/** Readings are kept by content. */
export function createAllergenReader(findIngredient: FindIngredient): AllergenReader {
  const memo = new Map<string, AllergenReading>();
  return {
    read(code) {
      const key = [
        code?.text ?? '',
        ...(code?.coding ?? []).flatMap((c) => [c.system ?? '', c.code ?? '', c.display ?? '']),
      ].join('\u0000');
      const known = memo.get(key);
      if (known !== undefined) return known;
      const reading = readAllergen(code, VOCABULARY, findIngredient);
      if (memo.size >= REMEMBER_AT_MOST) memo.clear();
      memo.set(key, reading);
      return reading;
    },
  };
}

interface Named {
  readonly text: string;
  readonly key: string;
}

/** IPS gives a code alone: what it says, for people. */
const NONE_KNOWN_WORDS: Readonly<Record<NonNullable<AllergenReading['noneKnown']>, string>> = {
  all: 'No known allergies',
  drug: 'No known medication allergies',
  food: 'No known food allergies',
  environment: 'No known environmental allergies',
};

function readAllergen(
  code: CodedText | undefined,
  vocabulary: AllergenVocabulary,
  find: FindIngredient,
): AllergenReading {
  const displays = (code?.coding ?? [])
    .filter((coding) => !isDegraded(coding))
    .flatMap(({ display }) => (display === undefined || display.trim() === '' ? [] : [display]));
  const text = code?.text?.trim() ?? '';
  const words = text === '' ? (displays[0] ?? '') : (code?.text ?? '');
  const empty: AllergenReading = {
    words,
    substance: undefined,
    certainty: 'none',
    classes: [],
    noneKnown: findNoneKnown(code),
    evidence: [],
    disagreement: undefined,
  };
  if (empty.noneKnown !== undefined) {
    const named =
      text === '' || noneKnownInWords(text) !== undefined || deniesAllergy(text)
        ? undefined
        : substanceOf(text, vocabulary, find);
    if (named === undefined) {
      const said = words === '' ? NONE_KNOWN_WORDS[empty.noneKnown] : words;
      return { ...empty, words: said, certainty: 'certain', evidence: [`"${said}"`] };
    }
    // The code says none, the text names something: never read as none.
    return {
      ...empty,
      substance: named,
      certainty: 'certain',
      classes: vocabulary.classesOf(named),
      noneKnown: undefined,
      evidence: [`name "${text}"`],
      disagreement: { code: displays[0] ?? 'no known allergies', text: words },
    };
  }
  const phrases = text === '' ? displays : [text, ...displays];
  if (phrases.some(deniesAllergy)) return empty;
  const named = phrases.map((phrase): Named | undefined => {
    const key = substanceOf(phrase, vocabulary, find);
    return key === undefined ? undefined : { text: phrase, key };
  });
  const spoken = text === '' ? undefined : named[0];
  const coded = (text === '' ? named : named.slice(1)).filter((one) => one !== undefined);
  const chosen = spoken ?? coded[0];
  if (chosen === undefined) return nearMiss(empty, phrases, vocabulary, find);
  const against = coded.find(({ key }) => !onOneLine(key, chosen.key, vocabulary));
  return {
    ...empty,
    substance: chosen.key,
    certainty: 'certain',
    classes: vocabulary.classesOf(chosen.key),
    evidence: [chosen === spoken ? `name "${chosen.text}"` : `display "${chosen.text}"`],
    disagreement: against === undefined ? undefined : { code: against.text, text: words },
  };
}

/** Equal, or one a class of the other: general and specific do not contradict. */
function onOneLine(a: string, b: string, vocabulary: AllergenVocabulary): boolean {
  return a === b || vocabulary.classesOf(a).includes(b) || vocabulary.classesOf(b).includes(a);
}

function substanceOf(phrase: string, vocabulary: AllergenVocabulary, find: FindIngredient): string | undefined {
  for (const words of substanceWords(phrase)) {
    const key = vocabulary.find(words);
    // "tetracycline" is a medicine and, in the plural, its class: the exact name decides.
    const exact = key === undefined || (vocabulary.isClass(key) && !/s$/.test(words)) ? find(words) : undefined;
    if (exact !== undefined || key !== undefined) return exact ?? key;
  }
  return undefined;
}

/** A spelling one edit away may be the substance: enough to relate, not to join. */
function nearMiss(
  empty: AllergenReading,
  phrases: readonly string[],
  vocabulary: AllergenVocabulary,
  find: FindIngredient,
): AllergenReading {
  for (const phrase of phrases) {
    for (const words of substanceWords(phrase)) {
      const key = vocabulary.near(words) ?? nearIngredient(words, find);
      if (key === undefined) continue;
      return {
        ...empty,
        substance: key,
        certainty: 'possible',
        classes: vocabulary.classesOf(key),
        evidence: [`near "${words}"`],
      };
    }
  }
  return empty;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The only ingredient that one edit of a single word names. */
function nearIngredient(word: string, find: FindIngredient): string | undefined {
  if (!/^[a-z]{6,24}$/.test(word)) return undefined;
  const found = new Set<string>();
  const consider = (candidate: string): void => {
    const key = find(candidate);
    if (key !== undefined) found.add(key);
  };
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (after !== '') consider(before + after.slice(1));
    if (after.length > 1) consider(`${before}${after[1] ?? ''}${after[0] ?? ''}${after.slice(2)}`);
    for (const letter of LETTERS) {
      consider(before + letter + after);
      if (after !== '') consider(before + letter + after.slice(1));
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
