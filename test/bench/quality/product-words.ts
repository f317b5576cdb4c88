/** How one product is written: a British product name, an American one, a brand, or what a person types. */
import type { Form, Product } from './products.ts';
import { partOf } from './products.ts';
import type { Part } from './labels.ts';
import type { Random } from './random.ts';

export interface Writing {
  readonly text: string;
  /** Undefined: a generic name. */
  readonly brand: string | undefined;
  readonly part: Part;
  readonly saysStrength: boolean;
  readonly saysForm: boolean;
}

export interface WritingOf {
  readonly product: Product;
  readonly strength: string;
  /** Differs from the product's own where a form difference is put in. */
  readonly form: Form;
}

const UK_FORM: Readonly<Record<Form, string>> = {
  tablet: 'tablets',
  capsule: 'capsules',
  'gr-tablet': 'gastro-resistant tablets',
  'mr-tablet': 'modified-release tablets',
  'mr-capsule': 'modified-release capsules',
  liquid: 'oral solution',
  injection: 'solution for injection pre-filled pens',
  insulin: 'solution for injection 3ml pre-filled pens',
  patch: 'transdermal patches',
  mdi: 'inhaler CFC free',
  dpi: 'inhalation powder',
  'sl-spray': 'pump sublingual spray',
  eye: 'eye drops',
  cream: 'cream',
};

const US_FORM: Readonly<Record<Form, string>> = {
  tablet: 'Oral Tablet',
  capsule: 'Oral Capsule',
  'gr-tablet': 'Delayed Release Oral Tablet',
  'mr-tablet': 'Extended Release Oral Tablet',
  'mr-capsule': 'Extended Release Oral Capsule',
  liquid: 'Oral Solution',
  injection: 'Pen Injector',
  insulin: 'Pen Injector',
  patch: 'Transdermal System',
  mdi: 'Metered Dose Inhaler',
  dpi: 'Dry Powder Inhaler',
  'sl-spray': 'Sublingual Spray',
  eye: 'Ophthalmic Solution',
  cream: 'Topical Cream',
};

/** "Amlodipine 5mg tablets", "Istin 5mg tablets", sometimes with its supplier. */
export function ukName(of: WritingOf, random: Random, brand?: string): Writing {
  const { product } = of;
  const salt = brand === undefined && product.salt && random.chance(0.3) ? ` ${product.salt.uk}` : '';
  const name = capital(brand ?? product.uk) + salt;
  const supplier = brand === undefined && random.chance(0.1) ? ' (A A H Pharmaceuticals Ltd)' : '';
  return writing(`${name} ${ukStrength(of)} ${UK_FORM[of.form]}${supplier}`, brand, true, true);
}

/** "amlodipine 5 MG Oral Tablet", "amlodipine 5 MG Oral Tablet [Norvasc]", "amLODIPine (NORVASC) 5 mg tablet". */
export function usName(of: WritingOf, random: Random, brand?: string): Writing {
  const { product } = of;
  const salt = product.salt && random.chance(0.4) ? ` ${product.salt.us}` : '';
  const form = US_FORM[of.form];
  if (brand !== undefined && random.chance(0.5))
    return writing(
      `${product.us} (${brand.toUpperCase()}) ${plainStrength(of)} ${form.replace('Oral ', '').toLowerCase()}`,
      brand,
      true,
      true,
    );
  const tail = brand === undefined ? '' : ` [${brand}]`;
  return writing(`${product.us}${salt} ${usStrength(of)} ${form}${tail}`, brand, true, true);
}

/** What a person types. Release is always said, so that nothing is left to guess. */
export function typedName(of: WritingOf, random: Random, allowBare: boolean, brand?: string): Writing {
  const { product } = of;
  const short =
    brand === undefined && product.shortNames.length > 0 && random.chance(0.5)
      ? random.pick(product.shortNames)
      : undefined;
  const name = brand ?? short ?? (random.chance(0.7) ? product.uk : product.us);
  const release =
    of.form.startsWith('mr-') && brand === undefined
      ? ` ${random.pick(['MR', 'modified release', 'SR'])}`
      : of.form === 'gr-tablet' && brand === undefined
        ? ' EC'
        : '';
  const simple = /^(?:tablet|capsule|mr-|gr-)/.test(of.form);
  const shape = simple
    ? random.pick(['', '', ' tabs', ` ${of.form.replace(/^(?:mr|gr)-/, '')}s`])
    : ` ${UK_FORM[of.form]}`;
  const fits =
    of.form === 'gr-tablet' && brand !== undefined
      ? shape === ''
      : of.form.endsWith('tablet') || !shape.includes('tab');
  if (allowBare && simple && release === '' && random.chance(0.15))
    return writing(cased(name, random), brand, false, false, short);
  if (/^(?:tablet|capsule)$/.test(of.form) && brand === undefined && random.chance(0.3))
    return writing(looseName(of, cased(name, random), random), brand, true, true, short);
  const strength = random.chance(0.3) ? otherUnit(of, random) : random.chance(0.5) ? plainStrength(of) : ukStrength(of);
  const tail = simple && random.chance(0.08) ? random.pick([' x 28', ' (28 pack)', ' - from GP', ' (repeat)']) : '';
  return writing(
    `${cased(name, random)} ${strength}${release}${fits ? shape : ''}${tail}`,
    brand,
    true,
    fits && shape !== '',
    short,
  );
}

/** Looser spellings of one solid product: order, abbreviations and salts as people and older systems write them. */
function looseName(of: WritingOf, name: string, random: Random): string {
  const { product } = of;
  const tablet = of.form.endsWith('tablet');
  const salt = product.salt === undefined ? '' : ` (as ${product.salt.uk})`;
  return random.pick([
    `${tablet ? 'Tab' : 'Cap'} ${name} ${plainStrength(of)}`,
    `${name} ${tablet ? 'Tablets' : 'Capsules'} ${plainStrength(of)}`,
    `${name} ${ukStrength(of)} ${tablet ? 'tab' : 'cap'}`,
    `${name}${salt} ${ukStrength(of)}`,
    `${name.toUpperCase()} ${usStrength(of).replace(' ', '')} ${tablet ? 'TAB' : 'CAP'}`,
    `${name}, ${plainStrength(of)}, oral ${tablet ? 'tablet' : 'capsule'}`,
  ]);
}

function writing(
  text: string,
  brand: string | undefined,
  saysStrength: boolean,
  saysForm: boolean,
  short?: string,
): Writing {
  const word = brand ?? short;
  return { text, brand, part: word === undefined ? 'seen' : partOf(`brand ${word}`, 0.25), saysStrength, saysForm };
}

function cased(name: string, random: Random): string {
  return random.pick([name, capital(name), name.toUpperCase()]);
}

export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function ukStrength({ product, strength }: WritingOf): string {
  const { unit, form } = product;
  if (form === 'liquid') return `${strength.split('/')[0] ?? ''}mg/${strength.split('/')[1] ?? ''}ml`;
  if (unit === 'microgram')
    return ['mdi', 'dpi', 'sl-spray'].includes(form) ? `${strength}micrograms/dose` : `${strength}microgram`;
  if (unit === 'microgram/hour') return `${strength}micrograms/hour`;
  if (unit === 'microgram/ml') return `${strength}micrograms/ml`;
  if (unit === 'unit/ml') return `${strength}units/ml`;
  if (unit === 'unit') return `${strength}unit`;
  if (strength.includes('/'))
    return strength
      .split('/')
      .map((part) => `${part}mg`)
      .join('/');
  return `${strength}${unit}`;
}

/** In milligrams where the British say micrograms: 250 micrograms is 0.25 MG. */
function usStrength(of: WritingOf): string {
  const { product, strength } = of;
  const { unit, form } = product;
  if (form === 'liquid') return `${decimal(Number(strength.split('/')[0]) / Number(strength.split('/')[1]))} MG/ML`;
  if (form === 'mdi' || form === 'dpi' || form === 'sl-spray') return `${decimal(Number(strength) / 1000)} MG/ACTUAT`;
  if (unit === 'microgram') return `${decimal(Number(strength) / 1000)} MG`;
  if (unit === 'microgram/hour') return `${decimal(Number(strength) / 1000)} MG/HR`;
  if (unit === 'microgram/ml') return `${decimal(Number(strength) / 1000)} MG/ML`;
  if (unit === 'unit/ml') return `${strength} UNT/ML`;
  if (unit === 'unit') return `${strength} UNT`;
  if (unit === '%') return `${strength} %`;
  if (strength.includes('/'))
    return strength
      .split('/')
      .map((part) => `${part} MG`)
      .join(' / ');
  return `${strength} ${unit.toUpperCase()}`;
}

function plainStrength(of: WritingOf): string {
  const { unit, form } = of.product;
  if (unit === 'microgram' && !['mdi', 'dpi', 'sl-spray'].includes(form)) return `${of.strength} mcg`;
  if (unit === 'mg' && form !== 'liquid') return of.strength.includes('/') ? `${of.strength} mg` : `${of.strength} mg`;
  return ukStrength(of);
}

/** The same strength in another unit: 0.25 mg is 250 micrograms, 1 g is 1000 mg. */
function otherUnit(of: WritingOf, random: Random): string {
  const { unit, form } = of.product;
  const value = Number(of.strength);
  if (!form.endsWith('tablet') && !form.endsWith('capsule')) return plainStrength(of);
  if (Number.isNaN(value)) return plainStrength(of);
  if (unit === 'microgram')
    return random.pick([
      `${decimal(value / 1000)} mg`,
      `${decimal(value / 1000)}mg`,
      `${of.strength}µg`,
      `${of.strength} microgram`,
      `${of.strength} micrograms`,
    ]);
  // International units are no weight: there is no other unit to write them in.
  if (unit !== 'mg') return ukStrength(of);
  if (value >= 1000) return `${decimal(value / 1000)}g`;
  if (value < 1) return `${decimal(value * 1000)} micrograms`;
  return random.pick([`${of.strength} milligrams`, `${of.strength}MG`, `(${of.strength}mg)`]);
}

function decimal(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
