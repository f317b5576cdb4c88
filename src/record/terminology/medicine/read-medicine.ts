/** Decides what a record's codes and words say a medicine is: names decide, a code is evidence only where they confirm it. */
import type { Coding } from 'fhir/r4.js';
import type { Evidence } from '../../evidence.ts';
import { codingKey, isDegraded } from '../code-systems.ts';
import type { ImportedTerminology } from '../imported/imported-terminology.ts';
import { readImportedMedicine, withImportedName } from '../imported/read-imported-medicine.ts';
import type { MedicineReading, MedicineWords } from '../medicine-reading.ts';
import { createRecentConcepts } from '../recent-concepts.ts';
import { sameStrengths, strengthFromRatio } from '../strength.ts';
import { describeProduct, type ProductDescription, type StructuredFacts } from './describe-product.ts';
import { readText, type TextReading } from './read-text.ts';
import { vocabulary } from './vocabulary.ts';

export interface MedicineReader {
  /** Pure: equal words give the same (shared) reading. */
  read(words: MedicineWords): MedicineReading;
}

/** A reader with a memory of its own: a record repeats the same words hundreds of times. */
export function createMedicineReader(imported?: ImportedTerminology): MedicineReader {
  const byWords = new Map<string, MedicineReading>();
  const recent = createRecentConcepts<MedicineReading>();
  const byText = new Map<string, TextReading>();
  const text = (written: string): TextReading => {
    const known = byText.get(written);
    if (known !== undefined) return known;
    const builtIn = readText(written, vocabulary);
    const reading = imported === undefined ? builtIn : withImportedName(written, builtIn, imported);
    byText.set(written, reading);
    return reading;
  };
  return {
    read(words) {
      const concept = words.form === undefined && words.ingredients === undefined ? words.code : undefined;
      const last = concept && recent.find(concept);
      if (last !== undefined) return last;
      const key = memoKey(words);
      const reading = byWords.get(key) ?? readWords(words, text, imported);
      byWords.set(key, reading);
      if (concept !== undefined) recent.remember(concept, reading);
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
  /** The imported release that says the same of the code. */
  readonly release?: string;
  /** Its name for the code where the display is not understood. */
  readonly means?: string;
  /** What it says of the code where the display says something else. */
  readonly otherwise?: string;
}

function readWords(words: MedicineWords, read: ReadOne, imported: ImportedTerminology | undefined): MedicineReading {
  const text = words.code?.text?.trim() ?? '';
  const codings = (words.code?.coding ?? []).flatMap((coding) => readCoding(coding, read, imported));
  const structure = readStructure(words, read);
  const shown = text === '' ? (codings[0]?.display ?? structure.words) : text;
  const first = text === '' ? codings.find(({ reading }) => reading.status === 'named')?.reading : read(text);
  return decide({ shown, text, first: first ?? codings[0]?.reading, codings, structure });
}

function readCoding(coding: Coding, read: ReadOne, imported: ImportedTerminology | undefined): readonly ReadCoding[] {
  if (isDegraded(coding)) return [];
  const display = coding.display?.trim() ?? '';
  const known = imported === undefined ? undefined : readImportedMedicine(coding, imported, read);
  const key = codingKey(coding);
  if (display === '') {
    return known === undefined ? [] : [{ key, display: known.name, reading: known.reading, release: known.release }];
  }
  const reading = read(display);
  if (known === undefined) return [{ key, display, reading }];
  if (contradicts(reading, known.reading)) return [{ key, display, reading, otherwise: known.name }];
  if (reading.alarm) return [{ key, display, reading }];
  if (reading.status === 'named') return [{ key, display, reading, release: known.release }];
  return [{ key, display, reading: known.reading, release: known.release, means: known.name }];
}

/** Words name other ingredients than a reading that is certain, could mean none of its, or say another amount. */
function contradicts(words: TextReading, certain: TextReading): boolean {
  if (words.status === 'named' && key(words.ingredients) !== key(certain.ingredients)) return true;
  if (words.couldBe.length > 0 && !certain.ingredients.some((one) => words.couldBe.includes(one))) return true;
  return otherStrength(words, certain, certain.ingredients);
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

interface Grounds {
  readonly shown: string;
  readonly text: string;
  readonly first: TextReading | undefined;
  readonly codings: readonly ReadCoding[];
  readonly structure: Structure;
}

function decide(grounds: Grounds): MedicineReading {
  const { first, codings, structure, shown } = grounds;
  const named = codings.filter(({ reading }) => reading.status === 'named');
  const ingredients = decideIngredients(grounds, named);
  const set = key(ingredients ?? []);
  const conflict = findConflict(grounds, named);
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
    disagreement: conflict ?? strengthConflict(grounds, agreeing),
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
  { first, text, structure }: Grounds,
  named: readonly ReadCoding[],
): readonly string[] | undefined {
  const sets = new Set(named.map(({ reading }) => key(reading.ingredients)));
  const display = sets.size === 1 ? named[0]?.reading.ingredients : undefined;
  if (first?.status === 'named') return text === '' && sets.size > 1 ? undefined : first.ingredients;
  if (first === undefined || first.status === 'empty') return display ?? nonEmpty(structure.ingredients);
  if (first.alarm) return undefined;
  const confirmed = display?.every((ingredient) => first.couldBe.includes(ingredient)) === true;
  if (confirmed) return display;
  // Words the vocabulary does not know contradict nothing: what a release says of the code stands.
  const released = first.status === 'unknown' ? named.find(({ release }) => release !== undefined) : undefined;
  if (display !== undefined && released !== undefined && !contradicts(first, released.reading)) return display;
  return first.status === 'unknown' && named.length === 0 ? nonEmpty(structure.ingredients) : undefined;
}

/** Both sides as words where a code's display names other ingredients than the text (or than another code). */
function findConflict(
  { first, text, shown, codings }: Grounds,
  named: readonly ReadCoding[],
): MedicineReading['disagreement'] {
  const otherwise = codings.find((coding) => coding.otherwise !== undefined);
  const byRelease =
    otherwise?.otherwise === undefined ? undefined : { code: otherwise.otherwise, text: otherwise.display };
  if (first === undefined || first.status === 'empty' || first.status === 'unknown') return byRelease;
  const against = named.find(({ reading }) => {
    if (reading === first) return false;
    if (first.status === 'named') return key(reading.ingredients) !== key(first.ingredients);
    return first.couldBe.length > 0 && !reading.ingredients.some((ingredient) => first.couldBe.includes(ingredient));
  });
  return against === undefined
    ? byRelease
    : { code: against.means ?? against.display, text: text === '' ? shown : text };
}

/** One ingredient, one strength on each side, and they differ: a code is of another product than the text, or another code. */
function strengthConflict(
  { first, text, shown }: Grounds,
  agreeing: readonly ReadCoding[],
): MedicineReading['disagreement'] {
  if (first?.status !== 'named') return undefined;
  const against = agreeing.find(({ reading }) => otherStrength(first, reading, reading.ingredients));
  return against === undefined
    ? undefined
    : { code: against.means ?? against.display, text: text === '' ? shown : text };
}

function otherStrength(a: TextReading, b: TextReading, ingredients: readonly string[]): boolean {
  const strengthsOf = (reading: TextReading) =>
    describeProduct(reading.status === 'named' ? reading.ingredients : ingredients, [reading], {
      form: undefined,
      strengths: [],
    }).strengths;
  const [ours, theirs] = [strengthsOf(a), strengthsOf(b)];
  const comparable =
    ours.length === 1 && theirs.length === 1 && (ours[0]?.per === undefined) === (theirs[0]?.per === undefined);
  return comparable && ours[0]?.unit === theirs[0]?.unit && !sameStrengths(ours, theirs);
}

function confirmed({ key: code, display, release }: ReadCoding): readonly Evidence[] {
  if (code === undefined) return [];
  return [release === undefined ? `code ${code} (confirmed by "${display}")` : `code ${code} (imported ${release})`];
}

function unconfirmed({ key: code, reading }: ReadCoding): readonly Evidence[] {
  return code === undefined || reading.status !== 'named' ? [] : [`code ${code} (not confirmed by the text)`];
}

function nonEmpty(keys: readonly string[]): readonly string[] | undefined {
  return keys.length === 0 ? undefined : keys;
}

function key(ingredients: readonly string[]): string {
  return [...ingredients].sort().join('+');
}
