/** Decides what a record's codes and words say a medicine is: names decide, a code is evidence only where they confirm it. */
import type { Coding } from 'fhir/r4.js';
import { codingKey, isDegraded } from '../code-systems.ts';
import type { MedicineReading, MedicineWords } from '../medicine-reading.ts';
import { sameStrengths, strengthFromRatio } from '../strength.ts';
import { describeProduct, type ProductDescription, type StructuredFacts } from './describe-product.ts';
import { readText, type TextReading } from './read-text.ts';
import { vocabulary } from './vocabulary.ts';

export interface MedicineReader {
  /** Pure: equal words give the same (shared) reading. */
  read(words: MedicineWords): MedicineReading;
}

/** A reader with a memory of its own: a record repeats the same words hundreds of times. */
export function createMedicineReader(): MedicineReader {
  const byWords = new Map<string, MedicineReading>();
  const byText = new Map<string, TextReading>();
  const text = (written: string): TextReading => {
    const known = byText.get(written);
    if (known !== undefined) return known;
    const reading = readText(written, vocabulary);
    byText.set(written, reading);
    return reading;
  };
  return {
    read(words) {
      const key = memoKey(words);
      const known = byWords.get(key);
      if (known !== undefined) return known;
      const reading = readWords(words, text);
      byWords.set(key, reading);
      return reading;
    },
  };
}

function memoKey({ code, form, ingredients }: MedicineWords): string {
  if (form === undefined && ingredients === undefined) {
    const codings = (code?.coding ?? []).map(
      (coding) => `${coding.system ?? ''}\u0001${coding.code ?? ''}\u0001${coding.display ?? ''}`,
    );
    return `${code?.text ?? ''}\u0002${codings.join('\u0002')}`;
  }
  return `\u0003${JSON.stringify([code, form, ingredients])}`;
}

type ReadOne = (written: string) => TextReading;

/** A coding with its display read. */
interface ReadCoding {
  readonly key: string | undefined;
  readonly display: string;
  readonly reading: TextReading;
}

function readWords(words: MedicineWords, read: ReadOne): MedicineReading {
  const text = words.code?.text?.trim() ?? '';
  const codings = (words.code?.coding ?? []).flatMap((coding) => readCoding(coding, read));
  const structure = readStructure(words, read);
  const shown = text === '' ? (codings[0]?.display ?? structure.words) : text;
  const first = text === '' ? codings.find(({ reading }) => reading.status === 'named')?.reading : read(text);
  return decide({ shown, text, first: first ?? codings[0]?.reading, codings, structure });
}

function readCoding(coding: Coding, read: ReadOne): readonly ReadCoding[] {
  const display = coding.display?.trim() ?? '';
  if (display === '' || isDegraded(coding)) return [];
  return [{ key: codingKey(coding), display, reading: read(display) }];
}

interface Structure extends StructuredFacts {
  readonly words: string;
  /** Ingredient keys where every ingredient listed is understood. */
  readonly ingredients: readonly string[];
}

function readStructure(words: MedicineWords, read: ReadOne): Structure {
  const items = (words.ingredients ?? []).map(({ item, strength }) => {
    const name =
      item?.text ?? item?.coding?.find((coding) => coding.display !== undefined && !isDegraded(coding))?.display ?? '';
    return { name, reading: read(name), strength };
  });
  const named = items.length > 0 && items.every(({ reading }) => reading.status === 'named');
  const ingredients = named ? [...new Set(items.flatMap(({ reading }) => reading.ingredients))] : [];
  const form = [words.form?.text, ...(words.form?.coding ?? []).map((coding) => coding.display)]
    .map((written) => (written === undefined ? undefined : read(written).form))
    .find((found) => found !== undefined);
  const strengths = items.flatMap(({ reading, strength }) => {
    const key = ingredients.length > 1 && reading.ingredients.length === 1 ? reading.ingredients[0] : undefined;
    return strengthFromRatio(strength, key) ?? [];
  });
  return { words: items.map(({ name }) => name).join(' / '), ingredients, form, strengths };
}

interface Evidence {
  readonly shown: string;
  readonly text: string;
  readonly first: TextReading | undefined;
  readonly codings: readonly ReadCoding[];
  readonly structure: Structure;
}

function decide(evidence: Evidence): MedicineReading {
  const { first, codings, structure, shown } = evidence;
  const named = codings.filter(({ reading }) => reading.status === 'named');
  const ingredients = decideIngredients(evidence, named);
  const set = key(ingredients ?? []);
  const conflict = findConflict(evidence, named);
  if (ingredients === undefined) {
    const couldBe = [
      ...(first?.couldBe ?? []),
      ...codings.flatMap(({ reading }) => [...reading.couldBe, ...reading.ingredients]),
    ];
    return {
      ...undescribed,
      words: shown,
      couldBe: [...new Set([...couldBe, ...structure.ingredients])].sort(),
      certainty: couldBe.length + structure.ingredients.length > 0 ? 'possible' : 'none',
      evidence: [...new Set([...(first?.evidence ?? []), ...codings.flatMap(unconfirmed)])].sort(),
      form: first?.form ?? structure.form,
      disagreement: conflict,
    };
  }
  const agreeing = named.filter(({ reading }) => key(reading.ingredients) === set);
  const readings = [...(first === undefined ? [] : [first]), ...agreeing.map(({ reading }) => reading)];
  return {
    ...describeProduct(ingredients, [...new Set(readings)], structure),
    words: shown,
    ingredients: [...ingredients].sort(),
    certainty: 'certain',
    couldBe: [],
    evidence: [...new Set([...(first?.evidence ?? []), ...agreeing.flatMap(confirmed)])].sort(),
    disagreement: conflict ?? strengthConflict(evidence, agreeing),
  };
}

const undescribed: Omit<ProductDescription, 'form'> & { readonly ingredients: readonly string[] } = {
  ingredients: [],
  brand: undefined,
  brandMatters: false,
  product: undefined,
  gastroResistant: false,
  release: undefined,
  strengths: [],
};

/**
 * The ingredients, in the order of the name's strengths: of the text where it names them; otherwise of the display where
 * the text says nothing, or something vague or misspelt that the display confirms; otherwise of the structure.
 */
function decideIngredients(
  { first, text, structure }: Evidence,
  named: readonly ReadCoding[],
): readonly string[] | undefined {
  const sets = new Set(named.map(({ reading }) => key(reading.ingredients)));
  const display = sets.size === 1 ? named[0]?.reading.ingredients : undefined;
  if (first?.status === 'named') return text === '' && sets.size > 1 ? undefined : first.ingredients;
  if (first === undefined || first.status === 'empty') return display ?? nonEmpty(structure.ingredients);
  if (first.alarm) return undefined;
  const confirmed = display?.every((ingredient) => first.couldBe.includes(ingredient)) === true;
  if (confirmed) return display;
  return first.status === 'unknown' && named.length === 0 ? nonEmpty(structure.ingredients) : undefined;
}

/** Both sides as words where a code's display names other ingredients than the text (or than another code). */
function findConflict({ first, text, shown }: Evidence, named: readonly ReadCoding[]): MedicineReading['disagreement'] {
  if (first === undefined || first.status === 'empty' || first.status === 'unknown') return undefined;
  const against = named.find(({ reading }) => {
    if (reading === first) return false;
    if (first.status === 'named') return key(reading.ingredients) !== key(first.ingredients);
    return first.couldBe.length > 0 && !reading.ingredients.some((ingredient) => first.couldBe.includes(ingredient));
  });
  return against === undefined ? undefined : { code: against.display, text: text === '' ? shown : text };
}

/** One ingredient, one strength on each side, and they differ: the code is of another product. */
function strengthConflict({ first, text }: Evidence, agreeing: readonly ReadCoding[]): MedicineReading['disagreement'] {
  if (first?.status !== 'named' || text === '') return undefined;
  const strengthsOf = (reading: TextReading) =>
    describeProduct(reading.ingredients, [reading], { form: undefined, strengths: [] }).strengths;
  const ours = strengthsOf(first);
  const against = agreeing.find(({ reading }) => {
    const theirs = strengthsOf(reading);
    const comparable =
      ours.length === 1 && theirs.length === 1 && (ours[0]?.per === undefined) === (theirs[0]?.per === undefined);
    return comparable && ours[0]?.unit === theirs[0]?.unit && !sameStrengths(ours, theirs);
  });
  return against === undefined ? undefined : { code: against.display, text };
}

function confirmed({ key: code, display }: ReadCoding): readonly string[] {
  return code === undefined ? [] : [`code ${code} (confirmed by "${display}")`];
}

function unconfirmed({ key: code, reading }: ReadCoding): readonly string[] {
  return code === undefined || reading.status !== 'named' ? [] : [`code ${code} (not confirmed by the text)`];
}

function nonEmpty(keys: readonly string[]): readonly string[] | undefined {
  return keys.length === 0 ? undefined : keys;
}

function key(ingredients: readonly string[]): string {
  return [...ingredients].sort().join('+');
}
