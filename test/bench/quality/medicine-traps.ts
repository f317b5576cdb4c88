/** Hard cases among medicines: other strengths, forms and courses, combinations, a dose changed inside a source. */
import { dayAfter } from './dates.ts';
import { usualDose } from './doses.ts';
import { baseTelling, dosed, someStart, wordsOf, written } from './invent-medicines.ts';
import { NAME_TRAPS } from './medicine-name-traps.ts';
import type { PersonDraft } from './person-draft.ts';
import { PRODUCTS } from './products.ts';
import type { SourceName } from './tellings.ts';
import { addTherapy, freshProducts, type Therapy } from './therapies.ts';

export const MEDICINE_TRAPS: readonly ((draft: PersonDraft, therapies: Therapy[]) => void)[] = [
  twoStrengths,
  otherProduct,
  combination,
  courses,
  doseChange,
  ...NAME_TRAPS,
];

function twoStrengths(draft: PersonDraft, therapies: Therapy[]): void {
  const candidates = freshProducts(
    draft,
    (product) => product.strengths.length > 1 && !product.acute && product.form !== 'insulin',
  );
  if (candidates.length === 0) return;
  const product = draft.random.pick(candidates);
  const both = draft.random.some(product.strengths, 2);
  for (const strength of both)
    addTherapy(draft, therapies, {
      product,
      strength,
      trap: 'two-strengths',
      fullNames: true,
      sources: draft.random.chance(0.5) ? ['gp'] : draft.sources.slice(0, 2),
    });
}

/** Another form or release of the same medicine. */
function otherProduct(draft: PersonDraft, therapies: Therapy[]): void {
  const candidates = freshProducts(draft, (product) =>
    PRODUCTS.some((other) => other !== product && other.uk === product.uk),
  );
  if (candidates.length === 0) return;
  const { uk } = draft.random.pick(candidates);
  for (const product of PRODUCTS.filter((other) => other.uk === uk).slice(0, 2))
    addTherapy(draft, therapies, { product, trap: 'other-form-or-release', fullNames: true });
}

function combination(draft: PersonDraft, therapies: Therapy[]): void {
  const whole = freshProducts(draft, (product) => product.ingredients.length > 1 && !product.acute);
  if (whole.length === 0) return;
  const product = draft.random.pick(whole);
  const component = PRODUCTS.find((other) => other.ingredients.length === 1 && product.ingredients.includes(other.uk));
  addTherapy(draft, therapies, { product, trap: 'combination', fullNames: true });
  if (component) addTherapy(draft, therapies, { product: component, trap: 'component', fullNames: true });
}

/** Courses of one antibiotic, months apart. */
function courses(draft: PersonDraft, therapies: Therapy[]): void {
  const candidates = freshProducts(draft, (product) => product.acute);
  if (candidates.length === 0) return;
  const product = draft.random.pick(candidates);
  const first = someStart(draft);
  const strength = draft.random.pick(product.strengths);
  for (const start of [first, dayAfter(first, draft.random.between(60, 500))])
    addTherapy(draft, therapies, { product, strength, start, trap: 'course', fullNames: true });
}

/** The GP stops one strength and starts another: one therapy with a dated change. */
function doseChange(draft: PersonDraft, therapies: Therapy[]): void {
  const candidates = freshProducts(
    draft,
    (product) => product.strengths.length > 1 && product.form === 'tablet' && !product.acute,
  );
  if (candidates.length === 0) return;
  const product = draft.random.pick(candidates);
  for (const name of product.ingredients) draft.used.add(name);
  const entity = draft.newEntity('medicine', product.part, 'dose-change');
  const start = someStart(draft);
  const changedOn = dayAfter(start, draft.random.between(60, 600));
  const dose = usualDose(product, draft.random);
  const tell = (source: SourceName, strength: string, rest: { start: string; end?: string; replaces?: string }) => {
    const variant = { strength, form: product.form, dose, route: undefined, stopped: false };
    const writing = written(draft, source, product, variant, true);
    const id = draft.nextId(source, 'medicine');
    draft.tell(
      {
        ...baseTelling(source, id, wordsOf(draft, source, writing, product, variant)),
        ...dosed(draft, source, product, variant, true),
        start: rest.start,
        end: rest.end,
        status: rest.end === undefined ? 'active' : 'completed',
        replaces: rest.replaces,
      },
      { entity, part: product.part === 'held-out' ? 'held-out' : writing.part },
    );
    return id;
  };
  const [before = '', after = ''] = product.strengths;
  const old = tell('gp', before, { start, end: changedOn });
  tell('gp', after, { start: changedOn, replaces: `${old}-plan` });
  if (draft.random.chance(0.6)) tell(draft.sources[1] ?? 'hospital', after, { start: changedOn });
  draft.neutral(
    [
      'strength-differs',
      'dose-differs',
      'frequency-differs',
      'status-differs',
      'period-differs',
      ...(product.byBrand !== 'no' ? (['brand-differs'] as const) : []),
    ],
    entity,
  );
  therapies.push({ entity, product, differs: true });
}
