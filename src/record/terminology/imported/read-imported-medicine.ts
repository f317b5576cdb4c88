/** Decides what an imported release says a medicine's code is: its names read by the built-in vocabulary, else its ingredients. */
import type { Evidence } from '../../evidence.ts';
import { canonicalSystem } from '../code-systems.ts';
import { findIngredient } from '../medicine/find-ingredient.ts';
import type { TextReading } from '../medicine/read-text.ts';
import type { ImportedMedicine, ImportedTerminology } from './imported-terminology.ts';

export interface ImportedReading {
  readonly release: string;
  /** The release's preferred name. */
  readonly name: string;
  /** Always `named`. */
  readonly reading: TextReading;
}

/** @returns undefined where the release has not the code, or its names and its ingredients contradict each other. */
export function readImportedMedicine(
  coding: { readonly system?: string | undefined; readonly code?: string | undefined },
  imported: ImportedTerminology,
  read: (name: string) => TextReading,
): ImportedReading | undefined {
  const system = canonicalSystem(coding.system);
  const code = coding.code?.trim() ?? '';
  const known = system === undefined || code === '' ? undefined : imported.medicine(system, code);
  if (known === undefined) return undefined;
  const reading = readNames(known, read);
  return reading === undefined ? undefined : { release: known.release, name: known.names[0] ?? '', reading };
}

function readNames(known: ImportedMedicine, read: (name: string) => TextReading): TextReading | undefined {
  const readings = known.names.map((name) => read(name));
  const named = readings.find(({ status }) => status === 'named');
  const listed = known.ingredients.map((name) => findIngredient(name));
  if (named !== undefined) {
    // The release's own list of ingredients is the check on how its name was read.
    const whole = listed.length > 0 && listed.every((key) => key !== undefined);
    return whole && sorted(listed) !== sorted(named.ingredients) ? undefined : { ...named, evidence: [] };
  }
  const [first] = readings;
  if (first === undefined || known.ingredients.length === 0) return undefined;
  const ingredients = [...new Set(known.ingredients.map((name) => importedIngredientKey(name)))];
  // "X-trastuzumab y" beside a list that says trastuzumab: the words that are not understood may make it another substance.
  const [only = '', ...more] = ingredients;
  const isPart = readings.some(({ status, couldBe }) => status === 'possible' && couldBe.includes(only));
  if (isPart && more.length === 0) return undefined;
  // Which amount is whose is known for one ingredient only.
  const amounts = ingredients.length === 1 ? {} : { strengths: [], strengthOwners: [], bare: [] };
  return { ...first, ...amounts, status: 'named', ingredients, couldBe: [], evidence: [], names: [], alarm: false };
}

/** The built-in key of a substance, or for one the vocabulary does not know the release's name in lower case. */
export function importedIngredientKey(name: string): string {
  return findIngredient(name) ?? name.trim().toLowerCase();
}

/** A text that is exactly a substance's name in the release; anything else as the built-in vocabulary read it. */
export function withImportedName(text: string, reading: TextReading, imported: ImportedTerminology): TextReading {
  if (reading.status !== 'unknown' || reading.alarm) return reading;
  const known = imported.ingredient(text);
  if (known === undefined) return reading;
  const evidence: readonly Evidence[] = [`name "${known.name}" (imported ${known.release})`];
  return { ...reading, status: 'named', ingredients: [importedIngredientKey(known.name)], couldBe: [], evidence };
}

function sorted(keys: readonly (string | undefined)[]): string {
  return [...new Set(keys)].sort().join('+');
}
