/** A condition told by one to three sources, now and then with one difference put in on purpose. */
import { sided, sidedShort, wordPart, type Concept } from './concepts.ts';
import { blurred, dayAfter, someDay } from './dates.ts';
import type { Part } from './labels.ts';
import type { PersonDraft } from './person-draft.ts';
import type { ConditionTelling, SourceName, Words } from './tellings.ts';

export type ConditionDifference = 'period' | 'status' | 'verification' | 'severity-or-stage';

export interface ConditionPlan {
  readonly concept: Concept;
  readonly trap: string;
  readonly sources: readonly SourceName[];
  readonly side: 'left' | 'right' | undefined;
  /** Sources that do not say the side. */
  readonly sideUnsaidBy: readonly SourceName[];
  readonly onset: string;
  readonly difference: ConditionDifference | undefined;
  readonly copies: boolean;
}

/** @returns the entity. */
export function inventCondition(draft: PersonDraft, plan: ConditionPlan): string {
  const { random } = draft;
  const { concept, difference } = plan;
  const entity = draft.newEntity('condition', concept.part, plan.trap);
  if (difference !== undefined) draft.differs(`${difference}-differs`, entity);
  const oddSource = random.pick(plan.sources);
  const gpId = plan.sources.includes('gp') ? draft.nextId('gp', 'condition') : '';
  for (const [index, source] of plan.sources.entries()) {
    const again = plan.sources.indexOf(source) !== index;
    const odd = difference !== undefined && source === oddSource;
    const side = plan.sideUnsaidBy.includes(source) ? undefined : plan.side;
    const staged = difference === 'severity-or-stage' ? concept.stages?.[odd ? 1 : 0] : undefined;
    const { words, part } = named(draft, source, concept, side, staged);
    const copy = plan.copies && source === 'specialist' && gpId !== '';
    draft.tell(
      {
        ...baseCondition(
          source,
          source === 'gp' && !again ? gpId : draft.nextId(source, 'condition'),
          difference === 'verification' && odd && words.coding.length === 0 ? suspected(words, draft) : words,
        ),
        identifier: copy ? { system: 'https://gp.example.nhs.uk/problem', value: `${draft.id}-${gpId}` } : undefined,
        clinical: concept.episodic || (difference === 'status' && odd) ? 'resolved' : 'active',
        verification: difference === 'verification' && odd ? 'provisional' : 'confirmed',
        saysConfirmed: difference === 'verification',
        severity: difference !== 'severity-or-stage' || concept.stages ? undefined : odd ? 'Severe' : 'Mild',
        onset: onsetOf(draft, plan, odd),
      },
      { entity, part, copy },
    );
  }
  return entity;
}

export function baseCondition(source: SourceName, id: string, words: Words): ConditionTelling {
  return {
    kind: 'condition',
    source,
    id,
    words,
    identifier: undefined,
    fault: undefined,
    clinical: 'active',
    verification: 'confirmed',
    saysConfirmed: false,
    onset: undefined,
    severity: undefined,
  };
}

function suspected(words: Words, draft: PersonDraft): Words {
  return draft.random.chance(0.5) ? { ...words, text: `Suspected ${lower(words.text ?? '')}` } : words;
}

function lower(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Chronic: within a year of each other, or years apart where that is the difference; episodes: the day, month or year. */
function onsetOf(draft: PersonDraft, plan: ConditionPlan, odd: boolean): string | undefined {
  const { random } = draft;
  if (plan.difference === 'period') return odd ? dayAfter(plan.onset, random.between(500, 3000)) : plan.onset;
  if (plan.concept.episodic) return blurred(plan.onset, random) ?? plan.onset;
  return blurred(dayAfter(plan.onset, random.between(0, 90)), random);
}

export function named(
  draft: PersonDraft,
  source: SourceName,
  concept: Concept,
  side: 'left' | 'right' | 'bilateral' | undefined,
  staged: string | undefined,
): { words: Words; part: Part } {
  const { random } = draft;
  const typed = source === 'specialist' || random.chance(0.25);
  const choices = typed ? [...concept.clinical, ...concept.lay, ...concept.lay, ...concept.short] : concept.clinical;
  const plain = staged ?? random.pick(choices);
  const text =
    side === undefined
      ? plain
      : side === 'bilateral'
        ? `Bilateral ${lower(plain)}`
        : typed && random.chance(0.2)
          ? sidedShort(plain, side, random.chance(0.5))
          : sided(plain, side);
  const part = concept.part === 'held-out' ? 'held-out' : wordPart(plain);
  if (typed || random.chance(0.15) || (concept.snomed.code === '' && (concept.icd === undefined || source === 'gp')))
    return { words: { text: decorated(draft, cased(draft, text)), coding: [] }, part };
  // Many systems send the fully specified name with its tag.
  const tag = concept.snomed.code !== '' && random.chance(0.15) ? ' (disorder)' : '';
  const snomed = {
    system: 'http://snomed.info/sct',
    code: concept.snomed.code,
    display: `${concept.snomed.display}${tag}`,
  };
  const icd = concept.icd && {
    system: source === 'gp' ? 'http://hl7.org/fhir/sid/icd-10' : 'http://hl7.org/fhir/sid/icd-10-cm',
    ...concept.icd,
  };
  // An "unspecified side" code beside a text with the side is what coders do; without text the code alone would lose it.
  const both = concept.snomed.code === '' ? [] : [snomed];
  const coding =
    icd === undefined || source === 'gp' || (both.length > 0 && random.chance(0.3))
      ? both
      : random.chance(0.3)
        ? [...both, icd]
        : [icd];
  const needsText = side !== undefined || staged !== undefined || random.chance(0.5);
  return { words: { text: needsText ? text : undefined, coding }, part };
}

/** What people and older systems put around a name without changing what it is. */
function decorated(draft: PersonDraft, text: string): string {
  if (!draft.random.chance(0.12)) return text;
  const small = /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return draft.random.pick([
    `${text} NOS`,
    `Known ${small}`,
    `${text} (stable)`,
    `Diagnosis: ${text}`,
    `${text}.`,
    `[D]${text}`,
  ]);
}

function cased(draft: PersonDraft, text: string): string {
  return draft.random.chance(0.15) ? text.toLowerCase() : text;
}

export function possibleConditionDifferences(concept: Concept): readonly ConditionDifference[] {
  if (concept.episodic) return [];
  return [
    'period',
    'status',
    'verification',
    ...(concept.stages ? (['severity-or-stage', 'severity-or-stage'] as const) : (['severity-or-stage'] as const)),
  ];
}

export function someOnset(draft: PersonDraft): string {
  return someDay(draft.random, 2000, 2018);
}
