/** The medicines table, read: ingredient sets, forms, strengths and the words each source may use. */
import { hashOf } from './random.ts';
import type { Part } from './labels.ts';
import { MEDICINES } from './tables/medicines.ts';

export const FORMS = [
  'tablet',
  'capsule',
  'gr-tablet',
  'mr-tablet',
  'mr-capsule',
  'liquid',
  'injection',
  'insulin',
  'patch',
  'mdi',
  'dpi',
  'sl-spray',
  'eye',
  'cream',
] as const;
export type Form = (typeof FORMS)[number];

export interface Product {
  /** Table row: ingredients and form. */
  readonly key: string;
  /** Lower case, sorted. */
  readonly ingredients: readonly string[];
  readonly uk: string;
  readonly us: string;
  readonly form: Form;
  readonly strengths: readonly string[];
  /** `mg`, `microgram`, `unit/ml` … */
  readonly unit: string;
  readonly ukBrands: readonly string[];
  readonly usBrands: readonly string[];
  readonly shortNames: readonly string[];
  readonly salt: { readonly uk: string; readonly us: string } | undefined;
  /** Brands matter by the published list; `open`: only some lists say so. */
  readonly byBrand: 'yes' | 'no' | 'open';
  readonly acute: boolean;
  readonly asNeeded: boolean;
  readonly timesADay: number;
  readonly weekly: boolean;
  readonly otherForm: 'gr-tablet' | 'capsule' | 'tablet' | undefined;
  readonly part: Part;
}

/** Two in five concepts and one in four brands or short names are only scored. */
export function partOf(words: string, heldOutShare: number): Part {
  return hashOf(words) % 100 < heldOutShare * 100 ? 'held-out' : 'seen';
}

/** Marks of products that are also sold in another form that counts as the same. */
const OTHER_FORMS = [
  ['gr', 'gr-tablet'],
  ['caps', 'capsule'],
  ['tabs', 'tablet'],
] as const;

export const PRODUCTS: readonly Product[] = MEDICINES.trim().split('\n').map(readProduct);

function readProduct(line: string): Product {
  const [uk = '', us = '', form = '', strengths = '', ukBrands = '', usBrands = '', shortNames = '', marks = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const known = FORMS.find((name) => name === form);
  if (known === undefined) throw new Error(`unknown form in: ${line}`);
  const [values = '', unit = ''] = strengths.split(' ');
  const words = marks.split(' ').filter(Boolean);
  const parts = words.find((mark) => mark.startsWith('parts:'))?.slice(6);
  const salt = words
    .find((mark) => mark.startsWith('salt:'))
    ?.slice(5)
    .split('/');
  const daily = words.indexOf('daily');
  const ingredients = ingredientsOf(uk, parts);
  return {
    key: `${uk} ${form}`,
    ingredients,
    uk,
    us: us === '' ? uk : us,
    form: known,
    strengths: values.split(','),
    unit,
    ukBrands: list(ukBrands),
    usBrands: list(usBrands),
    shortNames: list(shortNames),
    salt: salt ? { uk: salt[0] ?? '', us: salt[1] ?? '' } : undefined,
    byBrand: words.includes('brand') ? 'yes' : words.includes('brand?') ? 'open' : 'no',
    acute: words.includes('acute'),
    asNeeded: words.includes('prn'),
    timesADay: daily === -1 ? 1 : Number(words[daily + 1]),
    weekly: words.includes('weekly'),
    otherForm: OTHER_FORMS.find(([mark]) => words.includes(mark))?.[1],
    part: partOf(`medicine ${ingredients.join('+')}`, 0.4),
  };
}

function ingredientsOf(uk: string, parts: string | undefined): readonly string[] {
  if (parts !== undefined) return parts.split('+').sort();
  if (uk === 'co-amoxiclav') return ['amoxicillin', 'clavulanic acid'];
  if (uk === 'co-careldopa') return ['carbidopa', 'levodopa'];
  return [uk];
}

function list(cell: string): readonly string[] {
  return cell.split(';').filter(Boolean);
}

export function sharesIngredient(a: Product, b: Product): boolean {
  return a.ingredients.some((name) => b.ingredients.includes(name));
}
