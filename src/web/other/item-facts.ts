/** Facts that records of most kinds have in common: by whom, where, why, with what result, and what somebody noted. Pure. */
import { conceptText } from '../../record/explain/record-names.ts';
import { isJsonObject, type R4Resource } from '../../record/fhir/types.ts';
import type { Names } from './reference-names.ts';

/** Keys of the catalogue, `other:fact`. */
export type FactKey = 'by' | 'place' | 'reason' | 'site' | 'result' | 'about' | 'note';

export interface ItemFact {
  readonly key: FactKey;
  /** As the source wrote it, each once. */
  readonly texts: readonly string[];
}

/** Elements by what they tell; each may be a text, a concept, a reference, an annotation or a backbone element that holds one. */
const ELEMENTS: Readonly<Record<FactKey, readonly string[]>> = {
  about: ['description', 'comment', 'patientInstruction', 'payload', 'activity', 'goal', 'section'],
  reason: ['reasonCode', 'reasonReference', 'addresses', 'diagnosis', 'statusReason'],
  result: ['conclusion', 'outcome', 'followUp', 'complication'],
  site: ['bodySite'],
  note: ['note'],
  by: ['performer', 'author', 'asserter', 'recorder', 'practitioner', 'participant', 'requester', 'sender', 'provider'],
  place: [
    'location',
    'serviceProvider',
    'managingOrganization',
    'organization',
    'custodian',
    'facility',
    'hospitalization',
  ],
};
/** Members of backbone elements, in which the fact may lie. */
const INSIDE: readonly string[] = [
  'actor',
  'individual',
  'member',
  'location',
  'condition',
  'text',
  'contentString',
  'detail',
  'code',
  'title',
  'provider',
  'dischargeDisposition',
];
const DEEPEST = 2;

/** @param named what the record is called: it is not told again. */
export function itemFacts(resource: R4Resource, named: string | undefined, names: Names): readonly ItemFact[] {
  const fields = resource as unknown as Readonly<Record<string, unknown>>;
  return (Object.keys(ELEMENTS) as FactKey[]).flatMap((key) => {
    const texts = new Set(ELEMENTS[key].flatMap((element) => textsOf(fields[element], names, 0)));
    texts.delete(named ?? '');
    return texts.size === 0 ? [] : [{ key, texts: [...texts] }];
  });
}

function textsOf(value: unknown, names: Names, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap((item) => textsOf(item, names, depth));
  if (!isJsonObject(value)) return [];
  const own = named(value, names);
  if (own !== undefined) return [own];
  return depth >= DEEPEST ? [] : INSIDE.flatMap((member) => textsOf(value[member], names, depth + 1));
}

function named(value: Readonly<Record<string, unknown>>, names: Names): string | undefined {
  if (typeof value['reference'] === 'string' || typeof value['display'] === 'string') return names.of(value);
  return Array.isArray(value['coding']) || typeof value['text'] === 'string' ? conceptText(value) : undefined;
}
