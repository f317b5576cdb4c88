/** Hard cases among conditions: sides, types, episodes, other people's, negated, general beside specific. */
import { CONCEPTS, wordPart, type Concept } from './concepts.ts';
import { blurred, dayAfter, someDay } from './dates.ts';
import { baseCondition, inventCondition, named, someOnset, type ConditionPlan } from './invent-conditions.ts';
import { tellingSources } from './invent-medicines.ts';
import type { Part } from './labels.ts';
import type { PersonDraft } from './person-draft.ts';
import { partOf } from './products.ts';
import { GENERAL_AND_SPECIFIC, LOOK_ALIKE_CONDITIONS } from './tables/conditions.ts';
import { UNNAMED_CONDITIONS } from './tables/traps.ts';
import type { ConditionTelling, SourceName, Words } from './tellings.ts';

export const CONDITION_TRAPS: readonly ((draft: PersonDraft) => void)[] = [
  bothSides,
  unsaidSide,
  unsaidBesideBoth,
  types,
  lookAlike,
  generalBesideSpecific,
  episodes,
  otherThings,
  refuted,
  notLinked,
  degraded,
  unnamed,
  listedTwice,
  codeAgainstText,
];

export function freshConcepts(draft: PersonDraft, fits: (concept: Concept) => boolean): readonly Concept[] {
  return CONCEPTS.filter((concept) => fits(concept) && !draft.used.has(concept.family));
}

export function addCondition(
  draft: PersonDraft,
  plan: Partial<ConditionPlan> & Pick<ConditionPlan, 'concept' | 'trap'>,
): string {
  draft.used.add(plan.concept.family);
  return inventCondition(draft, {
    sources: tellingSources(draft),
    side: undefined,
    sideUnsaidBy: [],
    onset: plan.concept.episodic ? someDay(draft.random, 2019, 2024) : someOnset(draft),
    difference: undefined,
    copies: draft.random.chance(0.2),
    ...plan,
  });
}

function pickConcept(draft: PersonDraft, fits: (concept: Concept) => boolean): Concept | undefined {
  const list = freshConcepts(draft, fits);
  return list.length === 0 ? undefined : draft.random.pick(list);
}

function bothSides(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => one.sided && !one.episodic);
  if (!concept) return;
  const left = addCondition(draft, { concept, side: 'left', trap: 'side' });
  const right = addCondition(draft, { concept, side: 'right', trap: 'side' });
  draft.relates(left, right, 'side');
}

/** One side in one source, no side said in another: one condition. */
function unsaidSide(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => one.sided && !one.episodic);
  if (concept)
    addCondition(draft, {
      concept,
      side: 'left',
      sources: draft.sources.slice(0, 2),
      sideUnsaidBy: ['gp'],
      trap: 'unsaid-side',
    });
}

function unsaidBesideBoth(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => one.sided && !one.episodic);
  if (!concept) return;
  const left = addCondition(draft, { concept, side: 'left', sources: ['gp'], trap: 'side' });
  const right = addCondition(draft, { concept, side: 'right', sources: ['gp'], trap: 'side' });
  const unsaid = draft.newEntity('condition', concept.part, 'unsaid-beside-both');
  const { words, part } = named(
    draft,
    'specialist',
    concept,
    draft.random.chance(0.5) ? 'bilateral' : undefined,
    undefined,
  );
  draft.tell(
    { ...baseCondition('specialist', draft.nextId('specialist', 'condition'), words), onset: undefined },
    { entity: unsaid, part },
  );
  draft.relates(left, right, 'side');
  draft.relates(unsaid, left, 'unsaid side');
  draft.relates(unsaid, right, 'unsaid side');
}

/** Clinically distinct members of one family. */
function types(draft: PersonDraft): void {
  const first = pickConcept(draft, (one) => CONCEPTS.some((other) => other !== one && other.family === one.family));
  if (!first) return;
  for (const concept of CONCEPTS.filter((one) => one.family === first.family))
    addCondition(draft, { concept, trap: 'type' });
}

function lookAlike(draft: PersonDraft): void {
  const pair = draft.random.pick(LOOK_ALIKE_CONDITIONS);
  const near = CONCEPTS.filter((concept) =>
    pair.some((name) =>
      [concept.snomed.display, ...concept.clinical].some((word) => word.toLowerCase() === name.toLowerCase()),
    ),
  );
  if (draft.used.has(pair[0]) || near.some((concept) => draft.used.has(concept.family))) return;
  for (const name of [pair[0], ...near.map((concept) => concept.family)]) draft.used.add(name);
  const part = partOf(`look-alike ${pair[0]}`, 0.4);
  pair.forEach((text, index) =>
    tellText(draft, index === 0 ? 'gp' : draft.random.pick(draft.sources), { text, coding: [] }, part, 'look-alike'),
  );
}

function tellText(
  draft: PersonDraft,
  source: SourceName,
  words: Words,
  part: Part,
  trap: string,
  more: Partial<ConditionTelling> = {},
): string {
  const entity = draft.newEntity('condition', part, trap);
  draft.tell(
    {
      ...baseCondition(source, draft.nextId(source, 'condition'), words),
      onset: blurred(someOnset(draft), draft.random),
      ...more,
    },
    { entity, part },
  );
  return entity;
}

function generalBesideSpecific(draft: PersonDraft): void {
  const [family, general, specific] = draft.random.pick(GENERAL_AND_SPECIFIC);
  if (draft.used.has(family)) return;
  draft.used.add(family);
  const part = partOf(`general ${general}`, 0.4);
  const a = tellText(draft, 'gp', { text: specific, coding: [] }, part, 'specific');
  const b = tellText(draft, 'specialist', { text: general, coding: [] }, part, 'general');
  draft.relates(a, b, 'general-or-specific');
}

function episodes(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => one.episodic);
  if (!concept) return;
  const first = someDay(draft.random, 2017, 2019);
  const side = concept.sided ? 'left' : undefined;
  for (const onset of [first, dayAfter(first, draft.random.between(800, 1500))])
    addCondition(draft, { concept, onset, side, trap: 'episode' });
}

/** Family history, "no …", risk, screening, history of: things of their own. */
function otherThings(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => !one.episodic && !one.sided);
  if (!concept) return;
  addCondition(draft, { concept, trap: 'plain-beside-other-thing' });
  const name = concept.clinical[0] ?? concept.snomed.display;
  const small = /^[A-Z][a-z]/.test(name) && !/'s /.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  const others = [
    ['family-history', `Family history of ${small}`],
    ['family-history', `FH: ${name}`],
    ['negated', `No ${small}`],
    ['negated', `No evidence of ${small}`],
    ['risk', `At risk of ${small}`],
    ['screening', `Screening for ${small}`],
    ['history', `History of ${small}`],
    ['history', `H/O: ${small}`],
  ] as const;
  // Two wordings of one such thing would be one thing; each kind is told once.
  for (const kind of draft.random.some([...new Set(others.map(([trap]) => trap))], 2)) {
    const [trap, text] = draft.random.pick(others.filter(([other]) => other === kind));
    tellText(draft, draft.random.pick(draft.sources), { text, coding: [] }, concept.part, trap);
  }
}

function refuted(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => !one.episodic && !one.sided);
  if (!concept) return;
  addCondition(draft, { concept, trap: 'plain-beside-refuted', sources: ['gp'] });
  const source = draft.sources[1] ?? 'hospital';
  const entity = draft.newEntity('condition', concept.part, 'refuted');
  const { words, part } = named(draft, source, concept, undefined, undefined);
  draft.tell(
    { ...baseCondition(source, draft.nextId(source, 'condition'), words), verification: 'refuted', onset: undefined },
    { entity, part },
  );
}

function notLinked(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => !one.episodic && !one.sided);
  if (!concept) return;
  addCondition(draft, { concept, trap: 'plain-beside-unlinked' });
  const fault = draft.random.pick(['entered-in-error', 'others'] as const);
  const source = draft.random.pick(draft.sources);
  const entity = draft.newEntity('condition', concept.part, fault);
  const { words, part } = named(draft, source, concept, undefined, undefined);
  draft.tell({ ...baseCondition(source, draft.nextId(source, 'condition'), words), fault }, { entity, part });
}

function degraded(draft: PersonDraft): void {
  const coding = [
    { system: 'http://snomed.info/sct', code: '196411000000103', display: 'Transfer-degraded record entry' },
  ];
  for (const text of ['Old clinic entry one', 'Old clinic entry two'])
    tellText(draft, 'gp', { text, coding }, 'seen', 'degraded-code');
}

function unnamed(draft: PersonDraft): void {
  const text = draft.random.pick(UNNAMED_CONDITIONS);
  for (const source of draft.random.some(draft.sources, 2))
    tellText(draft, source, { text, coding: [] }, wordPart(`unnamed ${text ?? ''}`), 'unnamed');
}

/** A chronic condition entered at diagnosis and again at a review: one condition. */
function listedTwice(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => !one.episodic && !one.sided);
  if (!concept) return;
  const onset = someOnset(draft);
  addCondition(draft, {
    concept,
    onset,
    trap: 'listed-twice',
    sources: draft.random.chance(0.5) ? ['gp', 'gp'] : ['gp', 'gp', 'specialist'],
    copies: false,
  });
}

function codeAgainstText(draft: PersonDraft): void {
  const concept = pickConcept(draft, (one) => !one.episodic && !one.sided);
  if (!concept) return;
  draft.used.add(concept.family);
  const coded = pickConcept(draft, (one) => !one.episodic && !one.sided && one.snomed.code !== '');
  if (!coded) return;
  draft.used.add(coded.family);
  const part = concept.part === 'held-out' || coded.part === 'held-out' ? 'held-out' : 'seen';
  const words: Words = { text: concept.clinical[0], coding: [{ system: 'http://snomed.info/sct', ...coded.snomed }] };
  const source = draft.sources[1] ?? 'hospital';
  draft.differs('code-text-disagree', tellText(draft, source, words, part, 'code-against-text'));
}
