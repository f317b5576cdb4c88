/** Allergies: one substance under several names, a class beside its member, "none known" beside a recorded one. */
import type { PersonDraft } from './person-draft.ts';
import { tellingSources } from './invent-medicines.ts';
import { partOf } from './products.ts';
import { someDay } from './dates.ts';
import { ALLERGENS } from './tables/traps.ts';
import type { SourceName, Words } from './tellings.ts';

interface Allergen {
  readonly uk: string;
  readonly us: string;
  readonly memberOf: string;
}

const SUBSTANCES: readonly Allergen[] = ALLERGENS.trim()
  .split('\n')
  .map((line) => {
    const [uk = '', us = '', memberOf = ''] = line.split('|');
    return { uk, us, memberOf };
  });

export function inventAllergies(draft: PersonDraft): void {
  const { random } = draft;
  const entities = new Map<string, string>();
  for (const substance of random.some(SUBSTANCES, random.pick([0, 1, 1, 2, 3])))
    entities.set(substance.uk, inventAllergy(draft, substance));
  const whole = entities.get('Penicillin');
  if (whole !== undefined)
    for (const { uk, memberOf } of SUBSTANCES)
      if (memberOf === 'Penicillin' && entities.has(uk))
        draft.relates(whole, entities.get(uk) ?? '', 'general-or-specific');
  if (random.chance(0.25)) noneKnown(draft, [...entities.values()]);
  if (random.chance(0.1)) unlinked(draft);
}

function inventAllergy(draft: PersonDraft, substance: Allergen): string {
  const part = partOf(`allergen ${substance.uk}`, 0.4);
  const entity = draft.newEntity('allergy', part, 'plain');
  for (const source of tellingSources(draft)) tell(draft, source, wordsFor(draft, source, substance), entity, part);
  return entity;
}

function wordsFor(draft: PersonDraft, source: SourceName, substance: Allergen): Words {
  const { random } = draft;
  const name = source === 'gp' || random.chance(0.5) ? substance.uk : substance.us;
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  const text =
    source === 'gp'
      ? random.pick([name, `${name} allergy`, `Allergy to ${small}`])
      : random.pick([name, name.toUpperCase(), `${name} allergy`]);
  if (source === 'specialist' || random.chance(0.4)) return { text, coding: [] };
  return {
    text,
    coding: [{ system: `https://codes.${source}.example.org/allergens`, code: name.toUpperCase(), display: name }],
  };
}

function tell(
  draft: PersonDraft,
  source: SourceName,
  words: Words,
  entity: string,
  part: 'seen' | 'held-out',
  fault?: 'entered-in-error' | 'others',
): void {
  draft.tell(
    {
      kind: 'allergy',
      source,
      id: draft.nextId(source, 'allergy'),
      words,
      identifier: undefined,
      fault,
      recorded: someDay(draft.random, 2005, 2023),
    },
    { entity, part },
  );
}

/** "None known" contradicts each recorded allergy; the machine never decides which is right. */
function noneKnown(draft: PersonDraft, others: readonly string[]): void {
  const entity = draft.newEntity('allergy', 'seen', 'none-known');
  const text = draft.random.pick(['No known allergies', 'No known drug allergies', 'NKDA', 'No known allergy']);
  tell(draft, draft.random.pick(draft.sources), { text, coding: [] }, entity, 'seen');
  if (text === 'No known allergies' || text === 'No known allergy')
    for (const other of others) draft.differs('status-differs', other);
  else draft.neutral(['status-differs'], entity);
  for (const other of others) draft.neutral(['status-differs'], other);
}

function unlinked(draft: PersonDraft): void {
  const substance = draft.random.pick(SUBSTANCES);
  const part = partOf(`allergen ${substance.uk}`, 0.4);
  const fault = draft.random.pick(['entered-in-error', 'others'] as const);
  tell(
    draft,
    draft.random.pick(draft.sources),
    wordsFor(draft, 'gp', substance),
    draft.newEntity('allergy', part, fault),
    part,
    fault,
  );
}
