/** Decides form, release, strengths and product of a medicine whose ingredients are known. */
import type { DoseForm, MedicineReading, Release, Strength } from '../medicine-reading.ts';
import {
  addStrengths,
  compareStrengths,
  containerStrength,
  normaliseStrength,
  strengthKey,
  type WrittenStrength,
} from '../strength.ts';
import { brandMatters, hasRelease, impliedProduct, impliedRelease, salted } from './product-rules.ts';
import type { TextReading } from './read-text.ts';
import { totalRows } from './tables/combinations.ts';

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
/** Forms whose amounts are per dose. */
const actuated: ReadonlySet<DoseForm> = new Set(['metered-dose-inhaler', 'dry-powder-inhaler', 'inhaler', 'nasal']);
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
  const strengths = ofStructure.length > 0 ? ofStructure : ofBrand;
  return distinct(strengths.map((strength) => perActuation(strength, form)));
}

/** The strengths of one text, each with its ingredient where the product has several and the words say which. */
function attribute(ordered: readonly string[], reading: TextReading, form: DoseForm | undefined): readonly Strength[] {
  const amounts = withoutPackSizes(reading.strengths, form);
  if (amounts.length === 0) return attributeBare(ordered, reading.bare, form);
  const owners = amounts.map(
    (amount) => reading.names[reading.strengthOwners[reading.strengths.indexOf(amount)] ?? -1],
  );
  const keys = owners.map((owner) => (owner?.ingredients.length === 1 ? owner.ingredients[0] : undefined));
  if (new Set(owners).size > new Set(keys).size) return sumOfSalts(ordered, amounts, keys);
  const eachItsOwn = !keys.includes(undefined) && new Set(keys).size === ordered.length;
  const strengths = amounts.flatMap((amount, index) => {
    const inOrder = amounts.length === ordered.length ? ordered[index] : undefined;
    const ingredient = ordered.length === 1 ? undefined : eachItsOwn ? keys[index] : inOrder;
    return inContainer(amount, reading, form, ingredient) ?? normaliseStrength(amount, ingredient) ?? [];
  });
  return splitTotal(ordered, strengths).map((strength) => perActuation(strength, form));
}

/** Injections are told by what the syringe or ampoule holds, in the United Kingdom's style and in RxNorm's. */
function inContainer(
  amount: WrittenStrength,
  { containerMl }: TextReading,
  form: DoseForm | undefined,
  ingredient: string | undefined,
): Strength | undefined {
  const { per } = amount;
  if (form !== 'injection' || per === undefined || !/^m(?:l|ls|illilit(?:re|er)s?)$/.test(per.unit)) return undefined;
  // "1 in 1,000" is a concentration, whatever the ampoule holds.
  if (amount.unit === 'g' && Number(per.value) >= 1_000) return undefined;
  if (Number(per.value) !== 1) return containerStrength(amount, per.value, '1', ingredient);
  if (containerMl === undefined || Number(containerMl) === 1) return undefined;
  return containerStrength(amount, containerMl, containerMl, ingredient);
}

/** "30/500" after a combination's name; of inhalers, micrograms. A liquid's bare numbers do not say in how much. */
function attributeBare(
  ordered: readonly string[],
  bare: readonly string[],
  form: DoseForm | undefined,
): readonly Strength[] {
  if (ordered.length < 2 || bare.length !== ordered.length || form === 'oral-liquid') return [];
  const unit = form !== undefined && actuated.has(form) ? 'mcg' : 'mg';
  return bare.flatMap((value, index) => {
    const strength = normaliseStrength({ value, unit }, ordered[index]);
    return strength === undefined ? [] : [perActuation(strength, form)];
  });
}

/** What is written for an inhaler or nasal spray without "/dose" is per dose all the same. */
function perActuation(strength: Strength, form: DoseForm | undefined): Strength {
  const plain = strength.per === undefined && strength.unit === 'mg';
  return plain && form !== undefined && actuated.has(form)
    ? { ...strength, per: { value: '1', unit: '{actuation}' } }
    : strength;
}

/**
 * Several salts of one substance, each with its amount (RxNorm's two nitrofurantoins and four amphetamine salts), are one
 * amount to a label. Mixed amphetamine salts are counted as a whole, as their brands are.
 */
function sumOfSalts(
  ordered: readonly string[],
  amounts: readonly WrittenStrength[],
  keys: readonly (string | undefined)[],
): readonly Strength[] {
  const whole = ordered.length === 1 || key(ordered) === 'amfetamine+dexamfetamine';
  const totals = new Map<string | undefined, Strength>();
  amounts.forEach((amount, index) => {
    const owner = whole ? undefined : keys[index];
    const strength = normaliseStrength(amount, owner);
    if (strength === undefined) return;
    const before = totals.get(owner);
    totals.set(owner, before === undefined ? strength : (addStrengths(before, strength) ?? strength));
  });
  return [...totals.values()];
}

/** "Co-amoxiclav 625 mg" is 500 mg with 125 mg: some combinations are known by their total. */
function splitTotal(ordered: readonly string[], strengths: readonly Strength[]): readonly Strength[] {
  const [only, second] = strengths;
  if (ordered.length < 2 || only === undefined || second !== undefined || only.per !== undefined) return strengths;
  const parts = totals.get(`${key(ordered)}|${only.value} ${only.unit}`);
  return parts ?? strengths;
}

const totals: ReadonlyMap<string, readonly Strength[]> = new Map(
  totalRows
    .trim()
    .split('\n')
    .map((row) => {
      const [total = '', rest = ''] = row.split(' mg: ');
      const parts = rest.split(', ').flatMap((part) => {
        const [, ingredient = '', value = ''] = /^(.+) ([0-9.]+)$/.exec(part) ?? [];
        return normaliseStrength({ value, unit: 'mg' }, ingredient) ?? [];
      });
      return [`${key(parts.map(({ ingredient }) => ingredient ?? ''))}|${total} mg`, parts] as const;
    }),
);

function key(ingredients: readonly string[]): string {
  return [...ingredients].sort().join('+');
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
