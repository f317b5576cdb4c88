/** Decides what every known phrase means: builds the vocabulary of medicine words from the tables, once. */
import type { DoseForm, Release, Strength } from '../medicine-reading.ts';
import { normaliseStrength } from '../strength.ts';
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts';
import { brandRows } from './tables/brands.ts';
import { combinationRows } from './tables/combinations.ts';
import { formRows } from './tables/forms.ts';
import { ingredientRows } from './tables/ingredients.ts';
import { releaseRows } from './tables/releases.ts';
import { saltWords } from './tables/salts.ts';
import { vagueRows } from './tables/vague.ts';
import { alarmWords, companyWords, neutralPhrases, neutralWords } from './tables/words.ts';

/** What a brand fixes by itself. */
export interface BrandFacts {
  readonly form: DoseForm | undefined;
  readonly gastroResistant: boolean;
  readonly release: Release | undefined;
  readonly product: string | undefined;
  readonly strengths: readonly Strength[];
}

export type Meaning =
  | {
      readonly kind: 'ingredient';
      readonly ingredients: readonly string[];
      readonly phrase: string;
      readonly saltWords: boolean;
    }
  | {
      readonly kind: 'brand';
      readonly ingredients: readonly string[];
      readonly phrase: string;
      /** One key for a brand and its sizes and devices: "seretide 250 accuhaler" is "seretide". */
      readonly brand: string;
      readonly facts: BrandFacts;
    }
  | {
      readonly kind: 'form';
      readonly form: DoseForm;
      readonly gastroResistant: boolean;
      readonly release: Release | undefined;
    }
  | { readonly kind: 'release'; readonly release: Release | undefined; readonly gastroResistant: boolean }
  | { readonly kind: 'salt' | 'neutral' | 'alarm' }
  | { readonly kind: 'vague'; readonly couldBe: readonly string[] };

export interface Vocabulary {
  readonly phrases: PhraseTrie<Meaning>;
  /** One-word names (ingredients, brands) of five letters or more, and what they mean: for near misses. */
  readonly singleWordNames: ReadonlyMap<string, readonly string[]>;
  readonly ingredientKeys: ReadonlySet<string>;
}

/**
 * Names of kinds of goods rather than of substances: two brands of a kind are two things ("E45" and "Diprobase" are both
 * emollients), so each brand is a product of its own.
 */
const kindsOfGoods: ReadonlySet<string> = new Set([
  'emollient',
  'haemorrhoid preparation',
  'oral nutritional supplement',
  'glucose testing strips',
  'glucose sensor',
  'lancets',
  'pen needles',
  'surgical tape',
  'dressing',
  'copper intrauterine device',
  'artificial saliva',
  'barrier preparation',
  'multivitamin',
]);

export function buildVocabulary(): Vocabulary {
  const phrases = createPhraseTrie<Meaning>();
  const singleWordNames = new Map<string, readonly string[]>();
  const ingredientKeys = new Set<string>();
  const name = (phrase: string, meaning: Meaning & { readonly kind: 'ingredient' | 'brand' }): void => {
    phrases.add(phrase, meaning);
    for (const key of meaning.ingredients) ingredientKeys.add(key);
    if (/^[a-z]{5,}$/.test(phrase) && !singleWordNames.has(phrase)) singleWordNames.set(phrase, meaning.ingredients);
  };
  for (const [head, rest] of rows(ingredientRows, ':')) {
    for (const phrase of [head, ...list(rest)]) name(phrase, ingredient(phrase, [head]));
  }
  for (const [head, rest] of rows(combinationRows, ' = ')) {
    const ingredients = rest.split(' + ');
    for (const phrase of list(head)) name(phrase, ingredient(phrase, ingredients));
  }
  for (const [head, rest] of rows(brandRows, ':')) {
    const ingredients = head.split(' + ');
    for (const key of ingredients)
      if (!ingredientKeys.has(key) && !kindsOfGoods.has(key)) name(key, ingredient(key, [key]));
    const brands = list(rest).map((item) => readBrand(item, ingredients));
    for (const { phrase, facts } of brands) {
      const brand = phrase.includes(' ') ? shortest(phrase, facts, brands) : phrase;
      name(phrase, { kind: 'brand', ingredients, phrase, brand, facts });
    }
  }
  addWords(phrases);
  return { phrases, singleWordNames, ingredientKeys };
}

const salts: ReadonlySet<string> = new Set(words(saltWords));

function ingredient(phrase: string, ingredients: readonly string[]): Meaning & { readonly kind: 'ingredient' } {
  // "Sodium phosphate" is a substance, and the salt of another where it follows that.
  return { kind: 'ingredient', ingredients, phrase, saltWords: phrase.split(' ').every((word) => salts.has(word)) };
}

function addWords(phrases: PhraseTrie<Meaning>): void {
  for (const [head, rest] of rows(formRows, ':')) {
    const [form = 'other', ...flags] = head.split(' ');
    const meaning: Meaning = { kind: 'form', form: form as DoseForm, ...readFlags(flags) };
    for (const phrase of list(rest)) phrases.add(phrase, meaning);
  }
  for (const [head, rest] of rows(releaseRows, ':')) {
    for (const phrase of list(rest)) phrases.add(phrase, { kind: 'release', ...readFlags([head]) });
  }
  for (const [head, rest] of rows(vagueRows, ':')) {
    for (const phrase of list(head)) phrases.add(phrase, { kind: 'vague', couldBe: list(rest).sort() });
  }
  for (const word of salts) phrases.add(word, { kind: 'salt' });
  for (const word of [...words(neutralWords), ...words(companyWords), ...list(neutralPhrases)])
    phrases.add(word, { kind: 'neutral' });
  for (const word of words(alarmWords)) phrases.add(word, { kind: 'alarm' });
}

function readFlags(flags: readonly string[]): {
  readonly gastroResistant: boolean;
  readonly release: Release | undefined;
} {
  return { gastroResistant: flags.includes('gr'), release: flags.find(isRelease) };
}

function isRelease(word: string): word is Release {
  return word === 'modified' || word === '12-hour' || word === '24-hour' || word === 'immediate';
}

interface Brand {
  readonly phrase: string;
  readonly facts: BrandFacts;
}

/** The brand that this one is a size or a device of, otherwise its own name. */
function shortest(phrase: string, { product }: BrandFacts, brands: readonly Brand[]): string {
  const shorter = brands.filter((other) => phrase.startsWith(`${other.phrase} `) && other.facts.product === product);
  return shorter.map((other) => other.phrase).sort((a, b) => a.length - b.length)[0] ?? phrase;
}

const NOTHING_FIXED: BrandFacts = {
  form: undefined,
  gastroResistant: false,
  release: undefined,
  product: undefined,
  strengths: [],
};

function readBrand(item: string, ingredients: readonly string[]): Brand {
  const kind = ingredients[0] ?? '';
  const open = item.indexOf(' [');
  if (open < 0)
    return { phrase: item, facts: kindsOfGoods.has(kind) ? { ...NOTHING_FIXED, product: item } : NOTHING_FIXED };
  const phrase = item.slice(0, open);
  const flags = item.slice(open + 2, -1).split(' ');
  const product = flags
    .find((flag) => flag.startsWith('product:'))
    ?.slice('product:'.length)
    .replaceAll('_', ' ');
  const strengths = flags.filter((flag) => /^[0-9]/.test(flag) && !isRelease(flag));
  const form = flags.find(
    (flag) => !flag.includes(':') && flag !== 'gr' && !isRelease(flag) && !strengths.includes(flag),
  );
  return {
    phrase,
    facts: {
      form: form as DoseForm | undefined,
      ...readFlags(flags),
      product: product ?? (kindsOfGoods.has(kind) ? phrase : undefined),
      strengths: strengths.flatMap((text) => readBrandStrengths(text, ingredients)),
    },
  };
}

/** "100iu/ml", or "30mg/500mg" with one amount per ingredient. */
function readBrandStrengths(text: string, ingredients: readonly string[]): readonly Strength[] {
  const parts = text.split('/');
  const amounts = ingredients.length === 1 ? [text] : parts;
  return amounts.flatMap((amount, index) => {
    const [value = '', unit = '', per] = /^([0-9.]+)([a-z%]+)(?:\/([a-z]+))?$/.exec(amount)?.slice(1) ?? [];
    const strength = normaliseStrength(
      { value, unit, per: per === undefined ? undefined : { value: '1', unit: per } },
      ingredients.length === 1 ? undefined : ingredients[index],
    );
    return strength === undefined ? [] : [strength];
  });
}

/** Rows of a table as [before, after] the separator. */
export function rows(table: string, separator: string): readonly (readonly [string, string])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const at = row.indexOf(separator);
      return at < 0
        ? ([row.trim(), ''] as const)
        : ([row.slice(0, at).trim(), row.slice(at + separator.length).trim()] as const);
    });
}

function list(text: string): string[] {
  return text === '' ? [] : text.split(', ');
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** The vocabulary is a constant of facts: built when first loaded, never changed. */
export const vocabulary: Vocabulary = buildVocabulary();
