/** Hard cases of names: look-alikes, no name, vague or misspelt ones, codes that stand for anything, records that do not count. */
import { usualDose } from './doses.ts';
import { baseTelling, dosed, someStart, wordsOf, written } from './invent-medicines.ts';
import type { PersonDraft } from './person-draft.ts';
import { PRODUCTS, partOf, sharesIngredient, type Product } from './products.ts';
import { capital } from './product-words.ts';
import { DEGRADED_TEXTS, LOOK_ALIKE_MEDICINES, UNNAMED_MEDICINES, VAGUE_MEDICINES } from './tables/traps.ts';
import type { SourceName, Words } from './tellings.ts';
import { freshProducts, tellText, type Therapy } from './therapies.ts';

export const NAME_TRAPS: readonly ((draft: PersonDraft, therapies: Therapy[]) => void)[] = [
  lookAlike,
  degraded,
  reusedCode,
  unnamed,
  vague,
  misspelt,
  notLinked,
  codeAgainstText,
];

function lookAlike(draft: PersonDraft): void {
  const pair = draft.random.pick(LOOK_ALIKE_MEDICINES);
  const known = PRODUCTS.filter((product) =>
    pair.some((text) => names(product).some((name) => text.toLowerCase().includes(name))),
  );
  if (known.some((product) => product.ingredients.some((name) => draft.used.has(name))) || draft.used.has(pair[0]))
    return;
  for (const name of [pair[0], ...known.flatMap((product) => product.ingredients)]) draft.used.add(name);
  const part = partOf(`look-alike ${pair[0]}`, 0.4);
  pair.forEach((text, index) => {
    const source: SourceName = index === 0 ? 'gp' : draft.random.pick(draft.sources);
    tellText(draft, source, { text, coding: [] }, draft.newEntity('medicine', part, 'look-alike'), part);
  });
}

function names(product: Product): readonly string[] {
  // First words: "Olmesartan" is olmesartan medoxomil.
  return [product.uk, product.us, ...product.ukBrands, ...product.usBrands].map(
    (name) => name.toLowerCase().split(' ')[0] ?? name,
  );
}

/** One code that stands for anything. */
function degraded(draft: PersonDraft): void {
  const coding = [
    { system: 'http://snomed.info/sct', code: '196421000000109', display: 'Transfer-degraded medication entry' },
  ];
  for (const text of draft.random.some(DEGRADED_TEXTS, 3))
    tellText(draft, 'gp', { text, coding }, draft.newEntity('medicine', 'seen', 'degraded-code'), 'seen');
}

/** A hospital that files whatever is not in its list under one code. */
function reusedCode(draft: PersonDraft, therapies: Therapy[]): void {
  const candidates = freshProducts(
    draft,
    (product) => product.form === 'tablet' && product.ingredients.length === 1 && !product.acute,
  );
  const source = draft.sources[1] ?? 'hospital';
  for (const product of draft.random.some(candidates, 2)) {
    for (const name of product.ingredients) draft.used.add(name);
    const entity = draft.newEntity('medicine', product.part, 'reused-code');
    const text = `${capital(product.uk)} ${product.strengths[0] ?? ''}${product.unit} tablets`;
    tellText(
      draft,
      source,
      {
        text,
        coding: [
          {
            system: `https://codes.${source}.example.org/medicines`,
            code: 'NONFORM',
            display: 'Non-formulary medicine',
          },
        ],
      },
      entity,
      product.part,
    );
    therapies.push({ entity, product, differs: true });
  }
}

function unnamed(draft: PersonDraft): void {
  const text = draft.random.pick(UNNAMED_MEDICINES);
  const part = partOf(`unnamed ${text ?? ''}`, 0.4);
  for (const source of draft.random.some(draft.sources, 2))
    tellText(draft, source, { text, coding: [] }, draft.newEntity('medicine', part, 'unnamed'), part);
}

function vague(draft: PersonDraft, therapies: Therapy[]): void {
  const [text, could] = draft.random.pick(VAGUE_MEDICINES);
  if (draft.used.has(text)) return;
  draft.used.add(text);
  const part = partOf(`vague ${text}`, 0.4);
  const entity = draft.newEntity('medicine', part, 'vague');
  tellText(draft, 'specialist', { text, coding: [] }, entity, part);
  for (const therapy of therapies)
    if (could.includes(therapy.product.uk) && !/^(?:cream|liquid)$/.test(therapy.product.form))
      draft.relates(entity, therapy.entity, 'vague');
}

function misspelt(draft: PersonDraft, therapies: Therapy[]): void {
  const candidates = therapies.filter(
    ({ product }) =>
      product.ingredients.length === 1 &&
      product.uk.length >= 8 &&
      product.form === 'tablet' &&
      !product.uk.includes(' ') &&
      therapies.filter((other) => sharesIngredient(other.product, product)).length === 1,
  );
  if (candidates.length === 0) return;
  const { entity, product } = draft.random.pick(candidates);
  if (draft.used.has(`misspelt ${product.uk}`)) return;
  draft.used.add(`misspelt ${product.uk}`);
  const at = draft.random.between(2, product.uk.length - 4);
  const text = `${product.uk.slice(0, at)}${product.uk.slice(at + 1)} ${product.strengths[0] ?? ''}${product.unit}`;
  const own = draft.newEntity('medicine', product.part, 'misspelt');
  tellText(draft, 'specialist', { text, coding: [] }, own, product.part);
  draft.relates(own, entity, 'misspelt');
}

/** Entered in error, do not give, another person's: in words that a careless reader would join. */
function notLinked(draft: PersonDraft, therapies: Therapy[]): void {
  const product = therapies.length > 0 ? draft.random.pick(therapies).product : draft.random.pick(PRODUCTS);
  const fault = draft.random.pick(['entered-in-error', 'others', 'do-not-perform'] as const);
  const source: SourceName = fault === 'do-not-perform' ? 'specialist' : draft.random.pick(draft.sources);
  const variant = {
    strength: product.strengths[0] ?? '',
    form: product.form,
    dose: usualDose(product, draft.random),
    route: undefined,
    stopped: false,
  };
  const writing = written(draft, source, product, variant, true);
  const telling = {
    ...baseTelling(source, draft.nextId(source, 'medicine'), wordsOf(draft, source, writing, product, variant)),
    start: someStart(draft),
    ...dosed(draft, source, product, variant, false),
    fault,
  };
  const entity = draft.newEntity('medicine', product.part, fault);
  draft.tell(telling, { entity, part: product.part === 'held-out' ? 'held-out' : writing.part });
}

/** The code's display names one medicine, the text another: always told; joining by the text is allowed, not asked for. */
function codeAgainstText(draft: PersonDraft, therapies: Therapy[]): void {
  const fitting = therapies.filter(
    ({ product, differs }) =>
      !differs &&
      product.form === 'tablet' &&
      product.ingredients.length === 1 &&
      therapies.filter((other) => sharesIngredient(other.product, product)).length === 1,
  );
  const others = freshProducts(
    draft,
    (product) => product.form === 'tablet' && product.ingredients.length === 1 && !product.acute,
  );
  if (fitting.length === 0 || others.length === 0) return;
  const { product, entity } = draft.random.pick(fitting);
  const coded = draft.random.pick(others);
  for (const name of coded.ingredients) draft.used.add(name);
  const part = product.part === 'held-out' || coded.part === 'held-out' ? 'held-out' : 'seen';
  const own = draft.newEntity('medicine', part, 'code-against-text');
  const source = draft.sources[1] ?? 'hospital';
  const words: Words = {
    text: `${capital(product.uk)} tablets`,
    coding: [
      {
        system: `https://codes.${source}.example.org/medicines`,
        code: `X${draft.random.between(1000, 9999)}`,
        display: `${capital(coded.uk)} ${coded.strengths[0] ?? ''}${coded.unit} tablets`,
      },
    ],
  };
  draft.tell(
    { ...baseTelling(source, draft.nextId(source, 'medicine'), words), start: someStart(draft) },
    { entity: own, part, mayJoin: [entity] },
  );
  draft.differs('code-text-disagree', own);
  draft.neutral(['code-text-disagree', 'strength-differs', 'period-differs'], entity);
  draft.neutral(['strength-differs', 'status-differs', 'period-differs', 'form-differs', 'brand-differs'], own);
}
