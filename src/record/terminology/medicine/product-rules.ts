/** Decides what ingredients, salt, form and strength together imply: product, release, whether the brand matters. */
import type { DoseForm, Release, Strength } from '../medicine-reading.ts';
import { brandMattersRows } from './tables/brand-matters.ts';
import { onlyModifiedRows } from './tables/releases.ts';
import { normaliseStrength, strengthKey } from '../strength.ts';
import { saltProductRows, strengthProductRows } from './tables/salts.ts';

/** What is known of a product when a rule is asked. */
export interface ProductFacts {
  /** Sorted ingredient keys. */
  readonly ingredients: readonly string[];
  readonly form: DoseForm | undefined;
  readonly release: Release | undefined;
  readonly strengths: readonly Strength[];
}

interface SaltRule {
  readonly product: string | undefined;
  readonly release: Release | undefined;
}

const saltRules: ReadonlyMap<string, SaltRule> = new Map(
  columns(saltProductRows).map(([ingredient = '', salt = '', product = '', release = '']) => [
    `${ingredient}|${salt}`,
    { product: product === '' ? undefined : product, release: release === '' ? undefined : (release as Release) },
  ]),
);

/** The product and release that a salt decides (metoprolol succinate); undefined where it is merely a salt. */
export function salted(ingredient: string, salts: readonly string[]): SaltRule | undefined {
  return salts.map((salt) => saltRules.get(`${ingredient}|${salt}`)).find((rule) => rule !== undefined);
}

const onlyModified = columns(onlyModifiedRows).map(([ingredients = '', form = '', amounts = '', release = '']) => ({
  ingredients,
  form,
  amounts: amounts === '*' ? undefined : new Set(amounts.split(',')),
  release: release as Release,
}));

const solidForms: ReadonlySet<DoseForm> = new Set([
  'tablet',
  'capsule',
  'caplet',
  'dispersible',
  'chewable',
  'orodispersible',
]);
const oralForms: ReadonlySet<DoseForm> = new Set([...solidForms, 'oral-liquid', 'sachet']);

/** Release is a property of swallowed products: "24 HR" of a patch is the time it is worn. */
export function hasRelease(form: DoseForm | undefined): boolean {
  return form === undefined || oralForms.has(form);
}

/**
 * The release of a product whose words do not say it: the only one it is made with; immediate for a solid oral form with
 * its strength, since naming rules (dm+d, RxNorm) state every other release; otherwise unsaid.
 */
export function impliedRelease({ ingredients, form, strengths }: ProductFacts): Release | undefined {
  if (!hasRelease(form)) return undefined;
  const key = ingredients.join('+');
  const row = onlyModified.find(
    (candidate) =>
      candidate.ingredients === key &&
      (candidate.form === '*' ? form === undefined || solidForms.has(form) : candidate.form === form) &&
      (candidate.amounts === undefined ||
        strengths.some(({ value, unit }) => unit === 'mg' && candidate.amounts?.has(value))),
  );
  if (row !== undefined) return row.release;
  return form !== undefined && solidForms.has(form) && strengths.length > 0 ? 'immediate' : undefined;
}

/**
 * A product family told by strength or release where no word names it: insulins of other than 100 units/ml apart, and
 * metoprolol of prolonged release as the succinate (200 mg apart from that: sold as either salt).
 */
export function impliedProduct(
  { ingredients, release, strengths }: ProductFacts,
  salts: readonly string[],
): string | undefined {
  const [only, second] = ingredients;
  if (only === undefined || second !== undefined) return undefined;
  if (only.startsWith('insulin ')) {
    const concentrated = strengths.find(
      ({ value, unit, per }) => unit === '[iU]' && per?.unit === 'mL' && value !== '100',
    );
    return concentrated === undefined ? undefined : `${only} ${concentrated.value} units/ml`;
  }
  const byStrength = strengths.map((strength) => strengthProducts.get(`${only}|${strengthKey(strength)}`));
  const named = byStrength.find((product) => product !== undefined);
  if (named !== undefined) return named;
  const prolonged = release !== undefined && release !== 'immediate';
  if (
    only === 'metoprolol' &&
    prolonged &&
    !salts.includes('tartrate') &&
    !strengths.some(({ value }) => value === '200')
  ) {
    return 'metoprolol succinate';
  }
  return undefined;
}

const strengthProducts: ReadonlyMap<string, string> = new Map(
  columns(strengthProductRows).flatMap(([ingredient = '', written = '', product = '']) => {
    const [amount = '', per] = written.split('/');
    const [value = '', unit = ''] = amount.split(' ');
    const [perValue = '', perUnit = ''] = per?.split(' ') ?? [];
    const denominator = per === undefined ? undefined : { value: perValue, unit: perUnit };
    const strength = normaliseStrength({ value, unit, per: denominator });
    return strength === undefined ? [] : [[`${ingredient}|${strengthKey(strength)}`, product] as const];
  }),
);

const brandRules = columns(brandMattersRows).map(([ingredients = '', forms = '', release = '']) => ({
  ingredients: new Set(ingredients.split(', ')),
  forms: forms === '*' ? undefined : new Set(forms.split(' ')),
  release,
}));

/** True where the product is on the list of medicines to prescribe by brand; every row of it names its source. */
export function brandMatters({ ingredients, form, release, strengths }: ProductFacts): boolean {
  const modified = release !== undefined && release !== 'immediate';
  return brandRules.some((rule) => {
    if (!ingredients.some((key) => rule.ingredients.has(key))) return false;
    if (rule.forms !== undefined && !rule.forms.has(form ?? 'unsaid')) return false;
    if (rule.release === 'modified') return modified;
    if (rule.release === '>60') return strengths.some(({ value, unit }) => unit === 'mg' && Number(value) > 60);
    return true;
  });
}

function columns(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}
