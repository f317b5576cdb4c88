/** Decides form, release, strengths and product of a medicine whose ingredients are known. */
import type { DoseForm, MedicineReading, Release, Strength } from '../medicine-reading.ts';
import { compareStrengths, normaliseStrength, strengthKey, type WrittenStrength } from '../strength.ts';
import { brandMatters, hasRelease, impliedProduct, impliedRelease, salted } from './product-rules.ts';
import type { TextReading } from './read-text.ts';

/** The part of a reading that describes the product beyond its ingredients. */
export type ProductDescription = Pick<
  MedicineReading,
  'brand' | 'brandMatters' | 'product' | 'form' | 'gastroResistant' | 'release' | 'strengths'
>;

/** What the structure says where the words do not. */
export interface StructuredFacts {
  readonly form: DoseForm | undefined;
  readonly strengths: readonly Strength[];
}

/** Forms that a brand or the structure may state more exactly. */
const broadForms: ReadonlySet<DoseForm> = new Set(['inhaler', 'topical', 'other']);
const packForms: ReadonlySet<DoseForm> = new Set([
  'cream',
  'ointment',
  'gel',
  'lotion',
  'topical',
  'eye',
  'foam',
  'shampoo',
  'vaginal',
]);

/**
 * The product of the ingredients (in the order of the name's strengths). Readings in the order of trust: what the first
 * leaves unsaid is taken from the next, the brand's facts last.
 */
export function describeProduct(
  ordered: readonly string[],
  readings: readonly TextReading[],
  structure: StructuredFacts,
): ProductDescription {
  const ingredients = [...ordered].sort();
  const facts = readings.flatMap((reading) => reading.brandFacts);
  const salts = readings.flatMap((reading) => reading.salts);
  const salt = ordered.length === 1 ? salted(ordered[0] ?? '', salts) : undefined;
  const said = readings.map((reading) => reading.form).find((form) => form !== undefined);
  const exact = [...facts.map((fact) => fact.form), structure.form].find((form) => form !== undefined);
  const fallback: DoseForm | undefined = ingredients.some((key) => key.startsWith('insulin '))
    ? 'injection'
    : undefined;
  const form = (said === undefined || broadForms.has(said) ? exact : undefined) ?? said ?? fallback;
  const strengths = firstStrengths(
    ordered,
    readings,
    facts.flatMap((fact) => fact.strengths),
    structure.strengths,
    form,
  );
  const saidRelease = readings.map((reading) => reading.release).find((release) => release !== undefined);
  const brandRelease = facts.map((fact) => fact.release).find((release) => release !== undefined) ?? salt?.release;
  const known = { ingredients, form, strengths };
  const release = hasRelease(form)
    ? (moreExact(saidRelease, brandRelease) ?? impliedRelease({ ...known, release: undefined }))
    : undefined;
  const product = facts.map((fact) => fact.product).find((name) => name !== undefined) ?? salt?.product;
  return {
    brand: readings.map((reading) => reading.brand).find((brand) => brand !== undefined),
    brandMatters: brandMatters({ ...known, release }),
    product: product ?? impliedProduct({ ...known, release }, salts),
    form,
    gastroResistant: readings.some((reading) => reading.gastroResistant) || facts.some((fact) => fact.gastroResistant),
    release,
    strengths,
  };
}

/** What the words say of the release stands; the brand tells the hours where they only say "modified". */
function moreExact(said: Release | undefined, known: Release | undefined): Release | undefined {
  return said === undefined || (said === 'modified' && known !== undefined && known !== 'immediate') ? known : said;
}

function firstStrengths(
  ordered: readonly string[],
  readings: readonly TextReading[],
  ofBrand: readonly Strength[],
  ofStructure: readonly Strength[],
  form: DoseForm | undefined,
): readonly Strength[] {
  for (const reading of readings) {
    const strengths = attribute(ordered, reading, form);
    if (strengths.length > 0) return distinct(strengths);
  }
  return distinct(ofStructure.length > 0 ? ofStructure : ofBrand);
}

/** The strengths of one text, each with its ingredient where the product has several and the words say which. */
function attribute(ordered: readonly string[], reading: TextReading, form: DoseForm | undefined): readonly Strength[] {
  const { names } = reading;
  const amounts = withoutPackSizes(reading.strengths, form);
  if (amounts.length === 0 && reading.bare.length === ordered.length && ordered.length > 1) {
    // "30/500" after a combination's name; inhalers are written in micrograms.
    const unit = form === 'metered-dose-inhaler' || form === 'dry-powder-inhaler' || form === 'inhaler' ? 'mcg' : 'mg';
    return reading.bare.flatMap((value, index) => normaliseStrength({ value, unit }, ordered[index]) ?? []);
  }
  const one = ordered.length === 1;
  const owners = amounts.map(
    (amount) => names[reading.strengthOwners[reading.strengths.indexOf(amount)] ?? -1]?.ingredients ?? [],
  );
  const eachItsOwn = owners.every((keys) => keys.length === 1) && new Set(owners.flat()).size === amounts.length;
  return amounts.flatMap((amount, index) => {
    const inOrder = amounts.length === ordered.length ? ordered[index] : undefined;
    const ingredient = one ? undefined : eachItsOwn ? owners[index]?.[0] : inOrder;
    return normaliseStrength(amount, ingredient) ?? [];
  });
}

/** "1% cream 30g", "100 mg/g, 15 g": the plain grams are the size of the tube. */
function withoutPackSizes(amounts: readonly WrittenStrength[], form: DoseForm | undefined): readonly WrittenStrength[] {
  const ratio = amounts.some((amount) => amount.per !== undefined || amount.unit === '%');
  const packed = ratio || (form !== undefined && packForms.has(form));
  return packed ? amounts.filter((amount) => amount.per !== undefined || !/^g/.test(amount.unit)) : amounts;
}

function distinct(strengths: readonly Strength[]): readonly Strength[] {
  const seen = new Map(
    strengths.map((strength) => [`${strength.ingredient ?? ''}|${strengthKey(strength)}`, strength]),
  );
  return [...seen.values()].sort(compareStrengths);
}
