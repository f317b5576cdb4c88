/** STU3 Observation → R4. Of the related observations, members and grounds have places of their own. */
import { isJsonObject } from '../../fhir/types.ts';
import { type Draft, contextToEncounter, note, take, textToNote } from '../draft.ts';

const PLACES = { 'has-member': 'hasMember', 'derived-from': 'derivedFrom' } as const;

export function observation(draft: Draft): void {
  contextToEncounter(draft);
  textToNote(draft, 'comment');
  relatedToPlaces(draft);
}

/** Also of DSTU2. */
export function relatedToPlaces(draft: Draft): void {
  const related = take(draft, 'related');
  if (related === undefined) return;
  const list: readonly unknown[] = Array.isArray(related) ? related : [related];
  for (const [i, item] of list.entries()) {
    const place = isJsonObject(item) && isRelation(item.type) ? PLACES[item.type] : undefined;
    if (!isJsonObject(item) || place === undefined || item.target === undefined) {
      note(draft, `related[${i}]`, item, 'R4 has no place for this relation');
      continue;
    }
    const rest = Object.entries(item).filter(([name]) => name !== 'type' && name !== 'target');
    if (rest.length > 0) note(draft, `related[${i}]`, Object.fromEntries(rest), 'R4 has no such element');
    const there: readonly unknown[] = Array.isArray(draft.fields[place]) ? draft.fields[place] : [];
    draft.fields[place] = [...there, item.target];
  }
}

function isRelation(type: unknown): type is keyof typeof PLACES {
  return type === 'has-member' || type === 'derived-from';
}
