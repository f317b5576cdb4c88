/** A therapy told by one to three sources, now and then with one difference put in on purpose. */
import type { DifferenceCode } from '../../../src/record/compare/difference.ts';
import { dayAfter, someDay } from './dates.ts';
import { gpDoseText, structuredDose, swallowed, typedDoseText, usualDose, type Dose } from './doses.ts';
import type { PersonDraft } from './person-draft.ts';
import type { Form, Product } from './products.ts';
import { typedName, ukName, usName, type Writing } from './product-words.ts';
import { hashOf } from './random.ts';
import type { MedicineTelling, SourceName, Words } from './tellings.ts';

export interface TherapyPlan {
  readonly product: Product;
  readonly strength: string;
  readonly trap: string;
  readonly sources: readonly SourceName[];
  /** Full product names only: something else in the record would make a short one ambiguous. */
  readonly fullNames: boolean;
  readonly start: string;
  readonly difference: MedicineDifference | undefined;
}

export type MedicineDifference = 'strength' | 'same-mass' | 'dose' | 'frequency' | 'form' | 'route' | 'status';

/** Differences that could not be seen where one source leaves strength or form out. */
const NEEDS_FULL_NAME: ReadonlySet<MedicineDifference> = new Set(['strength', 'form', 'dose', 'same-mass']);

export interface MedicineVariant {
  readonly strength: string;
  readonly form: Form;
  readonly dose: Dose;
  readonly route: string | undefined;
  readonly stopped: boolean;
}

/** @returns the entity. */
export function inventTherapy(draft: PersonDraft, plan: TherapyPlan): string {
  const { random } = draft;
  const { product, difference } = plan;
  const entity = draft.newEntity('medicine', product.part, plan.trap);
  const usual: MedicineVariant = {
    strength: difference === 'same-mass' ? random.pick(halves(product)) : plan.strength,
    form: product.form,
    dose: difference === 'same-mass' ? { ...usualDose(product, random), count: 2 } : usualDose(product, random),
    route: difference === 'route' ? usualRoute(product) : undefined,
    stopped: false,
  };
  const odd = difference === undefined ? undefined : changed(usual, product, difference, draft);
  const oddSource = odd === undefined ? undefined : random.pick(plan.sources);
  if (difference !== undefined) draft.differs(codeOf(difference), entity);
  // Periods of medicines are not said to be compared; another strength changes the milligrams of a dose.
  draft.neutral(['period-differs', ...(difference === 'strength' ? (['dose-differs'] as const) : [])], entity);
  const gpId = plan.sources.includes('gp') ? draft.nextId('gp', 'medicine') : '';
  const elsewhere =
    difference === undefined && plan.sources.includes('gp') && plan.sources.length > 1 && random.chance(0.12);
  const reported =
    difference === undefined &&
    !elsewhere &&
    plan.sources.includes('gp') &&
    plan.sources.includes('hospital') &&
    random.chance(0.1);
  const brands = new Set<string | undefined>();
  for (const source of plan.sources) {
    const variant = source === oddSource && odd !== undefined ? odd : usual;
    const full = plan.fullNames || (difference !== undefined && NEEDS_FULL_NAME.has(difference));
    const writing = written(draft, source, product, variant, full);
    const copyOfGp = source === 'specialist' && gpId !== '' && !elsewhere && random.chance(0.2);
    const copy = copyOfGp || (elsewhere && source === 'gp') || (reported && source === 'hospital');
    if (!copy) brands.add(writing.brand);
    else if (product.byBrand === 'yes') draft.neutral(['brand-differs'], entity);
    const id = source === 'gp' ? gpId : draft.nextId(source, 'medicine');
    draft.tell(
      {
        ...baseTelling(source, id, wordsOf(draft, source, writing, product, variant)),
        identifier: copyOfGp
          ? { system: 'https://gp.example.nhs.uk/statement', value: `${draft.id}-${gpId}` }
          : undefined,
        ...course(plan, variant, draft, source),
        ...dosed(draft, source, product, variant, difference !== undefined),
        route: variant.route,
        elsewhere: (elsewhere && source === 'gp') || (reported && source === 'hospital'),
        acute: product.acute,
        orders: product.acute ? 1 : random.between(1, 3),
      },
      {
        entity,
        part: product.part === 'held-out' ? 'held-out' : writing.part,
        copy,
      },
    );
  }
  // A copy says nothing of its own, so it neither agrees nor differs.
  if (product.byBrand === 'yes' && brands.size > 1) draft.differs('brand-differs', entity);
  if (product.byBrand === 'open') draft.neutral(['brand-differs'], entity);
  return entity;
}

/** Two tablets of half the strength: the strength differs, the dose does not. */
function codeOf(difference: MedicineDifference): DifferenceCode {
  return difference === 'same-mass' ? 'strength-differs' : `${difference}-differs`;
}

export function baseTelling(source: SourceName, id: string, words: Words): MedicineTelling {
  return {
    kind: 'medicine',
    source,
    id,
    words,
    identifier: undefined,
    fault: undefined,
    status: 'active',
    start: '2022-01-01',
    end: undefined,
    doseText: undefined,
    structured: undefined,
    route: undefined,
    elsewhere: false,
    acute: false,
    orders: 1,
    replaces: undefined,
  };
}

export function written(
  draft: PersonDraft,
  source: SourceName,
  product: Product,
  variant: MedicineVariant,
  full: boolean,
): Writing {
  const { random } = draft;
  const of = { product, strength: variant.strength, form: variant.form };
  const american =
    source === 'clinic' || (source === 'hospital' && draft.american) || (source === 'specialist' && random.chance(0.2));
  const brands = american ? product.usBrands : product.ukBrands;
  // A brand names one form; another form of it is written by its generic name.
  const branded =
    variant.form === product.form &&
    brands.length > 0 &&
    random.chance(product.byBrand === 'yes' ? 0.5 : source === 'specialist' ? 0.35 : 0.15);
  const brand = branded ? random.pick(brands) : undefined;
  if (source === 'specialist' && !full)
    return typedName(of, random, product.strengths.length === 1 || random.chance(0.3), brand);
  return american ? usName(of, random, brand) : ukName(of, random, brand);
}

const CODED: Readonly<Record<SourceName, number>> = { gp: 0.9, hospital: 0.6, clinic: 0.7, specialist: 0.1 };

/** Local codes: one per product and source, always with their display. */
export function wordsOf(
  draft: PersonDraft,
  source: SourceName,
  writing: Writing,
  product: Product,
  variant: MedicineVariant,
): Words {
  if (!draft.random.chance(CODED[source])) return { text: writing.text, coding: [] };
  const code = String(hashOf(`${source} ${product.key} ${variant.strength} ${variant.form} ${writing.brand ?? ''}`));
  const coding = [{ system: `https://codes.${source}.example.org/medicines`, code, display: writing.text }];
  return { text: draft.random.chance(0.6) ? writing.text : undefined, coding };
}

function course(
  plan: TherapyPlan,
  variant: MedicineVariant,
  draft: PersonDraft,
  source: SourceName,
): Pick<MedicineTelling, 'start' | 'end' | 'status'> {
  const { random } = draft;
  if (plan.product.acute) {
    const start = dayAfter(plan.start, random.between(0, 2));
    return { start, end: dayAfter(plan.start, 7), status: 'completed' };
  }
  const start = source === 'gp' ? plan.start : dayAfter(plan.start, random.between(0, 60));
  return variant.stopped
    ? { start, end: dayAfter(start, 200), status: 'stopped' }
    : { start, end: undefined, status: 'active' };
}

export function dosed(
  draft: PersonDraft,
  source: SourceName,
  product: Product,
  variant: MedicineVariant,
  always: boolean,
): Pick<MedicineTelling, 'doseText' | 'structured'> {
  const { random } = draft;
  const of = { product, ...variant };
  if (source === 'gp') return { doseText: gpDoseText(of, random), structured: undefined };
  if (source === 'specialist')
    return { doseText: always || random.chance(0.7) ? typedDoseText(of, random) : undefined, structured: undefined };
  return { doseText: undefined, structured: always || random.chance(0.85) ? structuredDose(of, random) : undefined };
}

/** Strengths that are also sold doubled. */
function halves(product: Product): readonly string[] {
  return product.strengths.filter((strength) => product.strengths.includes(String(Number(strength) * 2)));
}

function usualRoute(product: Product): string {
  return product.form === 'injection' ? 'Subcutaneous' : 'Oral';
}

/** Differences that can be put into a therapy of this product. */
export function possibleDifferences(product: Product): readonly MedicineDifference[] {
  if (product.acute) return [];
  const solid = swallowed(product.form) && product.form !== 'liquid';
  const list: MedicineDifference[] = ['status'];
  if (product.strengths.length > 1 && product.form !== 'insulin') list.push('strength');
  if (solid && !product.weekly) list.push('dose', 'frequency');
  if (solid && halves(product).length > 0) list.push('same-mass');
  if (solid && product.otherForm === undefined) list.push('route');
  if (product.form === 'injection') list.push('route');
  if (product.otherForm !== undefined) list.push('form', 'form');
  return list;
}

function changed(
  usual: MedicineVariant,
  product: Product,
  difference: MedicineDifference,
  draft: PersonDraft,
): MedicineVariant {
  const { dose } = usual;
  switch (difference) {
    case 'strength':
      return {
        ...usual,
        strength: draft.random.pick(product.strengths.filter((strength) => strength !== usual.strength)),
      };
    case 'same-mass':
      return { ...usual, strength: String(Number(usual.strength) * 2), dose: { ...dose, count: 1 } };
    case 'dose':
      return { ...usual, dose: { ...dose, count: dose.count + 1 } };
    case 'frequency':
      return { ...usual, dose: { ...dose, times: dose.times === 1 ? 2 : dose.times - 1 } };
    case 'form':
      return { ...usual, form: product.otherForm ?? usual.form };
    case 'route':
      return {
        ...usual,
        route:
          product.form === 'injection'
            ? 'Intramuscular'
            : draft.random.pick(['via PEG tube', 'Nasogastric', 'Gastrostomy']),
      };
    case 'status':
      return { ...usual, stopped: true };
  }
}

export function tellingSources(draft: PersonDraft): readonly SourceName[] {
  const { random, sources } = draft;
  const count = random.pick([1, 2, 2, 3]);
  const chosen = random.some(sources, count);
  return sources.filter((source) => chosen.includes(source));
}

export function someStart(draft: PersonDraft): string {
  return someDay(draft.random, 2016, 2023);
}
